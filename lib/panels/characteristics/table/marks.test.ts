import { expect, it } from "vitest";
import { characteristicsForm } from "../../../board/panelForms/characteristics";
import { inks } from "../../../figure/theme";
import { texts } from "../../../figure/treeReading";
import { metricsOf } from "../../sheet/sheet";
import type { CharacteristicRow, CharacteristicsResult, Spread } from "../result";
import { dotAxis } from "./dots";
import { columnsOf, linesAt } from "./layout";
import { lineMarks } from "./marks";

const spread = { size: 9, median: 61, lower: 55, upper: 68 } as Spread;
const row = {
  ...{ kind: "numbers", label: "Albumin", way: "median", digits: 0, unit: "grams per liter of serum at diagnosis" },
  ...{ missing: [0, 0, 0], spread: [spread, spread, spread], test: null, difference: null, choice: { label: null } },
} as unknown as CharacteristicRow;
const columns = ["All", "Doxorubicin", "Trabectedin"].map((label) => ({ label, patients: 9, size: 9, color: null }));
const result = { rows: [row], columns, missing: "whereAny", percentOf: "known", all: true, p: true } as unknown;

function lineAt(width: number) {
  const table = result as CharacteristicsResult;
  const { figure } = characteristicsForm.schema.parse({ id: "p", kind: "characteristics" });
  const metrics = metricsOf({ width, height: 0, theme: "light" });
  const places = columnsOf(table, figure, width, metrics);
  const [line] = linesAt(table, places, 40, metrics);
  if (!line) throw new Error("no line");
  const ink = { ...inks.light, theme: "light" as const };
  const drawn = texts(lineMarks(table, line, places, dotAxis([row], places.dots), width, metrics, ink));
  return { line, words: drawn.filter(({ text }) => /[a-z]/i.test(text)), bottom: line.top + line.height };
}

it("a measure that finds no room beside the name stands under it, line below line, within the line of the table", () => {
  const { words, line, bottom } = lineAt(330);
  expect(words.map(({ text }) => text).join(" ")).toMatch(/^Albumin grams per liter.* /);
  expect(words).toHaveLength(3);
  words.slice(1).forEach(({ box }, at) => {
    expect(box.left).toBe(words[0]?.box.left);
    expect(box.top).toBeGreaterThan(words[at]?.box.bottom ?? 0);
  });
  expect(words[0]?.box.top).toBeGreaterThanOrEqual(line.top);
  expect(words[2]?.box.bottom).toBeLessThanOrEqual(bottom);
});

it("a measure that finds room stands beside the name, right of it", () => {
  const [name, ...measure] = lineAt(900).words;
  expect(measure.length).toBeGreaterThan(0);
  for (const { box } of measure) expect(box.left).toBeGreaterThan(name?.box.right ?? 0);
});
