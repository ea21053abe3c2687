import { expect, it } from "vitest";
import { bitOf, classNames, TESTED } from "../../../cohort/genes";
import type { SvgElement } from "../../../figure/svg";
import { inks } from "../../../figure/theme";
import { texts } from "../../../figure/treeReading";
import { metricsOf } from "../../sheet/sheet";
import type { AlterationsResult } from "../result";
import { legendMark, legendPlan } from "./legend";

const metrics = metricsOf({ width: 600, height: 300, theme: "light" });
const levels = (...labels: string[]) => labels.map((label) => ({ label, color: null }));

/** Of two patients one has a missense mutation and a single copy less, which is not counted. */
const result = (tracks: object[], second: number = TESTED, genes = true) =>
  ({
    counted: ["missense", "truncating"],
    genes: genes ? [{ cells: { bits: [TESTED | bitOf("missense") | bitOf("shallowLoss"), second] } }] : [],
    tracks: tracks.map((track) => ({ ordered: false, ...track })),
  }) as unknown as AlterationsResult;
const legend = (of: AlterationsResult, width = 500) => {
  const plan = legendPlan(of, width, "light", metrics);
  const mark: SvgElement = legendMark(plan, 10, 20, metrics, inks.light);
  return { plan, said: texts(mark).map(({ text }) => text) };
};

it("the legend explains the counted classes that somebody has, and who was not tested where somebody was not", () => {
  expect(legend(result([])).said).toEqual([classNames.missense, "wild type"]);
  expect(legend(result([], 0)).said).toEqual([classNames.missense, "wild type", "not tested"]);
  expect(legend(result([], TESTED, false))).toMatchObject({ said: [], plan: { lines: 0, height: 0 } });
});

it("has each track on a line of its own, but for those of more than eight levels, and begins a line where one is full", () => {
  const arm = { label: "Arm", levels: levels("A", "B") };
  const site = (count: number) => ({
    label: "Site",
    levels: levels(...Array.from({ length: count }, (_, i) => `S${i}`)),
  });
  const { plan, said } = legend(result([arm, site(9)]));
  expect(said).toEqual([classNames.missense, "wild type", "Arm:", "A", "B"]);
  expect(plan.items.map(({ line }) => line)).toEqual([0, 0, 1, 1, 1]);
  expect([plan.lines, plan.height]).toEqual([2, 2 * metrics.row]);
  expect(legend(result([site(8)])).said).toContain("S7");
  const narrow = legend(result([arm, site(8)]), 90).plan;
  expect(narrow.lines).toBeGreaterThan(3);
  for (const { x, name } of narrow.items) expect(x, name).toBeLessThan(90);
  for (const line of Array.from({ length: narrow.lines }, (_, i) => i))
    expect(narrow.items.find((each) => each.line === line)?.x).toBe(0);
});
