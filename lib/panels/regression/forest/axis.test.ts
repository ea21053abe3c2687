import { describe, expect, it } from "vitest";
import { inks } from "../../../figure/theme";
import { elements, texts } from "../../../figure/treeReading";
import type { Coefficient } from "../../../survival";
import { metricsOf } from "../../sheet/sheet";
import { axisMark, axisOf } from "./axis";
import type { Columns } from "./columns";
import type { Options, Row } from "./rows";

const columns = { left: 100, right: 500 } as Columns;
const metrics = metricsOf({ width: 600, height: 300, theme: "light" });

const estimated = (hazardRatio: number, lower: number, upper: number) =>
  ({ kind: "estimated", hazardRatio, lower, upper }) as Coefficient;
const axis = (coefficients: Coefficient[], range: [number, number] | null = null) =>
  axisOf([{ marks: coefficients.map((coefficient) => ({ coefficient })) } as Row], { range } as Options, columns);
const ends = (...of: [Coefficient[], [number, number]?]) => {
  const { from, to } = axis(...of);
  return [from, to].map((each) => Number(each.toFixed(6)));
};

describe("the axis of hazard ratios", () => {
  it("spans a half to two at least, and a tenth more than the intervals", () => {
    expect(ends([])).toEqual([0.5, 2]);
    expect(ends([estimated(1, 0.8, 1.3)])).toEqual([0.5, 2]);
    expect(ends([estimated(1, 0.4, 3)])).toEqual([0.36, 3.3]);
  });

  it("leaves alone what is extreme, or not estimated, and is the range where one is asked for", () => {
    expect(ends([estimated(1, 0.02, 50)])).toEqual([0.5, 2]);
    expect(ends([estimated(1, 0.021, 49)])).toEqual([0.0189, 53.9]);
    expect(ends([estimated(60, 3, 900)])).toEqual([0.5, 3.3]);
    expect(ends([{ ...estimated(1, 0.1, 9), kind: "inestimable" } as unknown as Coefficient])).toEqual([0.5, 2]);
    expect(ends([estimated(1, 0.1, 9)], [0.25, 4])).toEqual([0.25, 4]);
  });

  it("places ratios by their logarithm, and what is beyond its ends at them", () => {
    const { of } = axis([], [0.25, 4]);
    expect([0.25, 0.5, 1, 4, 9, 0.1].map(of)).toEqual([100, 200, 300, 500, 500, 100].map((x) => expect.closeTo(x, 9)));
  });

  it.each<[string, [number, number], boolean]>([
    ["is crossed by a line at 1 where it holds 1", [0.5, 2], true],
    ["is crossed by one at its beginning", [1, 8], true],
    ["is crossed by one at its end", [0.1, 1], true],
    ["has none below 1", [0.1, 0.8], false],
    ["has none above 1", [1.5, 8], false],
  ])("%s", (_, range, expected) => {
    const x = axis([], range);
    const mark = axisMark(x, columns, 20, 200, metrics, inks.light);
    const dashed = elements(mark).filter(({ attributes }) => attributes["stroke-dasharray"] !== undefined);
    expect(dashed.map(({ attributes: { x1, x2, y1, y2 } }) => [x1, x2, y1, y2])).toEqual(
      expected ? [[x.of(1), x.of(1), 20, 200]] : [],
    );
    expect(texts(mark).map(({ text }) => text)).toContain("Hazard ratio, log scale");
  });
});
