import { expect, it } from "vitest";
import { boardFrom, tableFrom } from "../../cohort/testing";
import { drawingOf } from "../../figure/drawing";
import { requestFor } from "../testing";
import { drawnSlides } from "./drawnSlides";

const rows = Array.from({ length: 60 }, (_, row) => `${1 + ((row * 7) % 29)},1,arm ${row % 6}`);
const table = await tableFrom(`months,died,arm\n${rows.join("\n")}\n`);
const endpoint = {
  ...{ id: "os", label: "OS", time: { from: "column", column: "months", unit: "months" } },
  event: { column: "died", coding: [{ value: "1", as: "event" }] },
};
const dashesOf = (figure: object) => {
  const panel = { id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" }, figure };
  const { slides } = drawnSlides(requestFor(table, boardFrom({ endpoints: [endpoint], panels: [panel] })));
  const lines = slides.flatMap(drawingOf).flatMap((shape) => (shape.kind === "outline" ? [shape.paint] : []));
  const inWidths = lines.map(({ dash, strokeWidth }) =>
    dash.map((length) => Math.round(length / strokeWidth)).join(" "),
  );
  return [...new Set(inWidths.filter((dash) => dash !== ""))].sort();
};

it("slides are previewed with the named dashes as a presentation program draws them, in widths of the line", () => {
  // ECMA-376, 20.1.10.48: lgDash 8 3, dash 4 3, sysDash 3 1, lgDashDot 8 3 1 3, lgDashDotDot 8 3 1 3 1 3.
  expect(dashesOf({ dashes: true })).toEqual(["3 1", "4 3", "8 3", "8 3 1 3", "8 3 1 3 1 3"]);
  expect(dashesOf({ dashes: false })).toEqual([]);
});
