import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { drawingOf } from "../figure/drawing";
import { shownKinds } from "../panels/shownKinds";
import { analyze } from "./analyze";

// Of the groups one ends at 5, one at 20, one at 60 months; in the second half the entry is late.
const rows = Array.from({ length: 120 }, (_, row) => {
  const longest = [5, 20, 60][row % 3] ?? 5;
  const time = Math.round((10 * longest * (1 + (row % 37))) / 37) / 10;
  return [time, row % 4 && 1, `g${row % 3}`, row % 2 ? 0 : time / 3];
});
const table = await tableFrom(`months,died,group,entry\n${rows.map((row) => row.join(",")).join("\n")}\n`);
const endpoint = (more: object) => ({
  id: "os",
  label: "Overall survival",
  time: { from: "column", column: "months", unit: "months" },
  event: {
    column: "died",
    coding: [
      { value: "1", as: "event" },
      { value: "0", as: "censored" },
    ],
  },
  ...more,
});
const zooms: [number, number][] = [
  [0.1, 1],
  [4, 6],
  [6, 12],
  [12, 36],
  [24, 48],
  [58, 60],
];

describe.each([
  ["at risk from the start", {}],
  ["entering late", { entry: "entry" }],
])("curves of patients %s, seen through a part of the time axis", (_, more) => {
  it.each(zooms.flatMap((zoom) => ["kaplanMeier", "cumulativeIncidence"].map((kind) => ({ zoom, kind }))))(
    "are drawn within it, also those that ended before: $kind, $zoom",
    ({ zoom, kind }) => {
      const panel = { id: "p", kind, endpoint: "os", group: { column: "group" }, figure: { zoom } };
      const [view] = analyze(table, boardFrom({ endpoints: [endpoint(more)], panels: [panel] })).panels;
      if (view?.state !== "ready") throw new Error(JSON.stringify(view));
      const figure = shownKinds[view.panel.kind].figure(view.result, view.panel.figure, {
        width: 700,
        height: 420,
        theme: "light",
      });
      const shapes = drawingOf(figure.tree);
      const grid = shapes.flatMap((shape) =>
        shape.kind === "outline" && shape.part === "grid" ? shape.outline.flatMap(({ to }) => to.map(([x]) => x)) : [],
      );
      const [left, right] = [Math.min(...grid), Math.max(...grid)];
      expect(right).toBeGreaterThan(left);
      const drawn = shapes.flatMap((shape) =>
        shape.kind === "outline" && ["curve", "band", "censor"].includes(shape.part ?? "")
          ? shape.outline.flatMap(({ to }) => to.map(([x]) => x))
          : [],
      );
      expect(drawn.length).toBeGreaterThan(0);
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(left - 1);
      expect(Math.max(...drawn)).toBeLessThanOrEqual(right + 1);
    },
  );
});
