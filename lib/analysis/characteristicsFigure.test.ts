import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { drawingOf } from "../figure/drawing";
import { serialize } from "../figure/svg";
import { textWidth } from "../figure/text";
import { columnsOf } from "../panels/characteristics/table/layout";
import { metricsOf } from "../panels/sheet/sheet";
import { shownKinds } from "../panels/shownKinds";
import { analysis } from "./analyze";

const names = ["Radiotherapy-and-chemotherapy", "None", "Surgery alone", "D", "E", "F", "G", "H"];
const rows = Array.from({ length: 160 }, (_, at) => [
  40 + ((at * 7) % 41),
  (0.2 + ((at * 13) % 97) / 9).toFixed(1),
  ["uterine, of the smooth muscle", "extrauterine", "unknown"][at % 3],
  at % 5 ? (at % 2 ? "yes" : "no") : "",
]);

async function viewOf(groups: number, panel: object = {}) {
  const table = await tableFrom(
    `arm,age,a_column_with_a_very_long_name_of_a_biomarker,site,prior\n${rows.map((row, at) => [names[at % groups], row[0], row[1], `"${row[2]}"`, row[3]].join(",")).join("\n")}\n`,
  );
  const board = boardFrom({ panels: [{ id: "p", kind: "characteristics", group: { column: "arm" }, ...panel }] });
  const [view] = analysis(table)(board).panels;
  if (view?.state !== "ready") throw new Error(JSON.stringify(view));
  return view;
}

const widths = [346, 520, 700, 980];

describe.each([2, 3, 5, 8])("the table of %i groups", async (groups) => {
  const view = await viewOf(groups);
  const draw = (width: number) =>
    shownKinds.characteristics.figure(view.result, view.panel.figure, {
      width,
      height: 0,
      theme: "light",
      titleInside: true,
    });

  it.each(widths)("has no text over another, nor beyond its edges, %i pixels wide", (width) => {
    const figure = draw(width);
    const boxes = drawingOf(figure.tree).flatMap((shape) => {
      if (shape.kind !== "text") return [];
      const size = shape.runs[0]?.size ?? 0;
      const long = shape.runs.reduce((sum, run) => sum + textWidth(run.text, run.size, run.weight), 0);
      const left = shape.x - { start: 0, middle: long / 2, end: long }[shape.anchor];
      return [
        {
          text: shape.runs.map(({ text }) => text).join(""),
          left,
          right: left + long,
          top: shape.y - size * 0.75,
          bottom: shape.y,
        },
      ];
    });
    expect(boxes.length).toBeGreaterThan(20);
    for (const box of boxes) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(-0.5);
      expect(box.right, box.text).toBeLessThanOrEqual(width + 0.5);
      for (const other of boxes) {
        if (other === box) continue;
        const apart =
          other.left > box.right - 0.5 ||
          other.right < box.left + 0.5 ||
          other.top >= box.bottom ||
          other.bottom <= box.top;
        expect(apart, `“${box.text}” and “${other.text}”`).toBe(true);
      }
    }
  });
});

it("names of rows keep the room of eleven letters, or the cells stand on two lines", async () => {
  const stacked = await Promise.all(
    [2, 3, 5].map(async (groups) => {
      const { result, panel } = await viewOf(groups);
      if (result.kind !== "characteristics" || panel.kind !== "characteristics") throw new Error("another kind");
      return Array.from({ length: 70 }, (_, step) => {
        const sheet = { width: 300 + 10 * step, height: 0, theme: "light" as const };
        const metrics = metricsOf(sheet);
        const columns = columnsOf(result, panel.figure, sheet.width, metrics);
        if (!columns.stacked)
          expect(columns.names.width + metrics.gap, `${sheet.width}`).toBeGreaterThan(metrics.text * 11 - 1e-9);
        return columns.stacked;
      });
    }),
  );
  expect(new Set(stacked.flat())).toEqual(new Set([true, false]));
});

it("the tree of a table names no patient and no cell value but those that are drawn", async () => {
  const view = await viewOf(2);
  const figure = shownKinds.characteristics.figure(view.result, view.panel.figure, {
    width: 700,
    height: 0,
    theme: "light",
  });
  const attributes = [...serialize(figure.tree).text.matchAll(/data-[a-z]+="([^"]*)"/g)].map(([, value]) => value);
  expect(attributes.every((value) => /^(\d+|[a-z]+)$/.test(value ?? ""))).toBe(true);
});

it("a dot is teal below 0.2 and orange above, and an arrow stands for what is beyond the axis", async () => {
  const table = await tableFrom(
    `arm,site,sex\n${Array.from({ length: 40 }, (_, at) => `${at % 2 ? "A" : "B"},${at % 2 ? "x" : "y"},${at % 4 < 2 ? "F" : "M"}`).join("\n")}\n`,
  );
  const board = boardFrom({ panels: [{ id: "p", kind: "characteristics", group: { column: "arm" } }] });
  const [view] = analysis(table)(board).panels;
  if (view?.state !== "ready") throw new Error("blocked");
  const { tree } = shownKinds[view.panel.kind].figure(view.result, view.panel.figure, {
    width: 700,
    height: 0,
    theme: "light",
  });
  const text = serialize(tree).text;
  expect(text).toContain("∞");
  expect(text).toMatch(/<path d="[^"]*z" fill="#b45309"/);
  expect(text).toMatch(/<circle [^>]*fill="#0f766e"/);
});
