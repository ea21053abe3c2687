import { describe, expect, it } from "vitest";
import { figureOptionsSchema } from "../../board/figureOptions";
import { serialize } from "../../figure/svg";
import { collisions, outside, parts, pathPoints, paths, texts } from "../../figure/treeReading";
import { captionOf } from "./caption";
import type { Drawn, DrawnCurve } from "./drawn";
import { curvesFigure } from "./figure";
import { readAt } from "./reading/readAt";
import { readingInWords } from "./reading/readingInWords";
import { thumbnail } from "./thumbnail";

/** A rate that rises by 0.01 a month from 0.1 on, and one that falls; 20 at risk, of whom one is lost each month. */
const rate = (level: string, slope: number, place: number): DrawnCurve => {
  const time = Float64Array.from({ length: 21 }, (_, month) => month);
  const nRisk = time.map((month) => 20 - month);
  return {
    key: { level },
    ...{ label: level, color: null, place, median: null, after: null },
    points: { time, value: time.map((t) => 0.3 + slope * t), stdErr: time.map(() => 0.02), nRisk, nCensor: null },
    counts: {
      ...{ n: 20, events: 0, censored: 20, competing: 0, time, nRisk },
      ...{ nEvent: time.map(() => 0), nCensor: time.map(() => 1) },
    },
  };
};
const rates: Drawn = {
  ...{
    label: "Rate of relapse",
    unit: "months",
    origin: "surgery",
    without: "event-free",
    reference: null,
    places: 2,
    ordered: false,
    patients: 40,
  },
  curves: [rate("Rising", 0.01, 0), rate("Falling", -0.01, 1)],
  ...{ shape: "line", before: null, values: "number", thinned: false, facets: null },
  scale: { of: (value) => value, quantity: "number", fromZero: true, logTime: false, title: "Rate of relapse" },
  confidence: { type: "plain", level: 0.95 },
  method: { id: "residuals" },
  limits: (value, stdErr) => ({ lower: value - 1.96 * stdErr, upper: value + 1.96 * stdErr }),
  words: {
    ...{ title: "Rate of relapse", subtitle: "40 patients", estimate: "A rate.", sentences: [], cautions: [] },
    ...{ spoken: "Rates of two groups.", box: {} },
  },
};
const sheet = { width: 640, height: 460, theme: "light" } as const;
const draw = (options: object = {}) => curvesFigure(rates, figureOptionsSchema.parse(options), sheet);

describe("curves that are lines", () => {
  const figure = draw();

  it("look as they were reviewed (vitest -u writes them anew)", async () => {
    await expect(`${serialize(figure.tree).text.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot("golden/rates.svg");
  });

  it("join their points, and their bands are paler from where few are at risk", () => {
    const faded = draw({ fadeBelow: 10 });
    const [curve] = paths(faded.tree, "curve");
    expect(new Set(String(curve.d).replace(/[-\d.,]/g, ""))).toEqual(new Set("ML"));
    const [strong, pale] = paths(faded.tree, "band");
    expect([strong["fill-opacity"], pale["fill-opacity"]]).toEqual([0.13, 0.06]);
    // At risk are 10 just before month 10.
    expect(pathPoints(pale.d)[0][0]).toBeCloseTo(
      figure.plot.left + ((figure.plot.right - figure.plot.left) * 10) / figure.time.domain[1],
      1,
    );
  });

  it("have axes, names, table and band, and neither medians nor censoring ticks nor a word of these", () => {
    const said = texts(figure.tree).map(({ text }) => text);
    expect(said).toEqual(expect.arrayContaining(["Rate of relapse", "Months since surgery", "Rising", "At risk"]));
    expect(parts(figure.tree, "band")).toHaveLength(2);
    expect(parts(figure.tree, "censor")).toHaveLength(0);
    expect(figure.problems).toEqual([]);
    expect(collisions(figure.tree)).toEqual([]);
    expect(outside(figure.tree, figure.width, figure.height)).toEqual([]);
    const asked = draw({ annotation: ["medians", "test"], medianLines: true });
    expect(JSON.stringify(asked.tree)).not.toMatch(/median|annotation/i);
    expect(captionOf(rates, figureOptionsSchema.parse({}))).not.toContain("Ticks");
  });

  it("are read between their points, with limits, and not outside of them", () => {
    expect(readAt(rates, 2.5)).toMatchObject([
      { value: expect.closeTo(0.325, 12), lower: expect.closeTo(0.2858, 12), nRisk: 17 },
      { value: expect.closeTo(0.275, 12) },
    ]);
    expect(readAt(rates, 21).map(({ kind }) => kind)).toEqual(["beyond", "beyond"]);
    const { curves, difference } = readingInWords(rates, { time: 10, given: 2, unit: "months", factor: 1 });
    expect(curves.map(({ value }) => value)).toEqual(["0.4 (0.361–0.439)", "0.2 (0.161–0.239)"]);
    expect(difference).toBeNull();
  });

  it("are said without an interval where one limit is unknown, or both are the value", () => {
    const said = (lower: number, upper: number) =>
      readingInWords(
        { ...rates, limits: () => ({ lower, upper }) },
        { time: 10, given: null, unit: "months", factor: 1 },
      ).curves[0]?.value;
    expect(said(0.3, 0.5)).toBe("0.4 (0.3–0.5)");
    expect(said(Number.NaN, 0.5)).toBe("0.4");
    expect(said(0.3, Number.NaN)).toBe("0.4");
    expect(said(0.4, 0.4)).toBe("0.4");
  });

  it("end on the borders of a part of the time axis", () => {
    const zoomed = draw({ zoom: [2.5, 7.5], fadeBelow: 0 });
    const corners = pathPoints(paths(zoomed.tree, "curve")[0].d);
    expect([corners[0][0], corners[corners.length - 1][0]]).toEqual([
      expect.closeTo(zoomed.plot.left, 1),
      expect.closeTo(zoomed.plot.right, 1),
    ]);
  });

  it("are small in a thumbnail", () => {
    expect(parts(thumbnail(rates, { width: 150, height: 76 }, "dark"), "curve")).toHaveLength(2);
  });
});
