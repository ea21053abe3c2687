import { describe, expect, it } from "vitest";
import { betaLower, betaQuantile } from "../numeric/beta";
import { chiSquareTest } from "./chiSquareTest";
import { fisherTest } from "./fisherTest";
import { welchTest } from "./meanTests";
import { exactProportion, proportionDifference } from "./proportion";
import { proportionTrendTest } from "./proportionTrend";
import { jonckheereTest, kruskalWallisTest, rankSumTest } from "./rankTests";
import reference from "./reference/association.json";
import { standardizedDifference, standardizedShareDifference } from "./standardizedDifference";

/** R writes 15 digits. */
const near = (actual: number, expected: number, within = 1e-11) =>
  expect(Math.abs(actual - expected) / expected, `${actual} v ${expected}`).toBeLessThan(within);

describe("beta", () => {
  it("answers nothing outside of the range", () => {
    expect([betaLower(2, 1, 1), betaLower(0.5, 0, 1), betaQuantile(1.5, 1, 1)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect([betaLower(0, 2, 3), betaLower(1, 2, 3), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([
      0, 1, 0, 1,
    ]);
  });
});

describe("a share of patients", () => {
  it("has no limits of nobody", () => {
    expect(exactProportion(0, 0, 0.95)).toEqual({ estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN });
  });

  it("differs from another as in Newcombe's table II, method 10", () => {
    const published: [number, number, number, number, number, number][] = [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [6, 7, 2, 7, 0.0582, 0.8062],
      [5, 56, 0, 29, -0.0381, 0.1926],
      [0, 10, 0, 20, -0.1611, 0.2775],
      [10, 10, 0, 20, 0.6791, 1],
    ];
    for (const [a, m, b, n, lower, upper] of published) {
      const difference = proportionDifference({ count: a, of: m }, { count: b, of: n }, 0.95);
      expect([difference.lower.toFixed(4), difference.upper.toFixed(4)]).toEqual([lower.toFixed(4), upper.toFixed(4)]);
    }
  });
});

describe("a table of counts", () => {
  it("does not count empty rows and columns, and tests nothing where one is left", () => {
    expect(
      fisherTest([
        [7, 0, 20],
        [0, 0, 0],
        [2, 0, 46],
      ]).p,
    ).toBe(
      fisherTest([
        [7, 20],
        [2, 46],
      ]).p,
    );
    expect(
      chiSquareTest([
        [7, 0, 20],
        [0, 0, 0],
        [2, 0, 46],
      ]),
    ).toEqual(
      chiSquareTest([
        [7, 20],
        [2, 46],
      ]),
    );
    expect([
      fisherTest([
        [3, 4],
        [0, 0],
      ]).p,
      chiSquareTest([
        [3, 4],
        [0, 0],
      ]).p,
      chiSquareTest([]).p,
    ]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it("draws tables from the seed where counting would take too long, and says so", () => {
    const counts = [
      [7, 20],
      [2, 46],
    ];
    const counted = fisherTest(counts);
    const drawn = fisherTest(counts, { limit: 3 });
    expect(counted.drawn).toBeUndefined();
    expect(drawn).toEqual(fisherTest(counts, { limit: 3 }));
    expect(Math.abs(drawn.p - counted.p)).toBeLessThan(4 * (drawn.drawn?.stdErr ?? 0));
  });

  it("draws tables of very many patients as they would be dealt: P is that of χ², which holds for them", () => {
    const counts = [
      [20_000, 13_333],
      [20_100, 13_233],
      [19_800, 13_533],
    ];
    const { p, drawn } = fisherTest(counts, { limit: 3 });
    expect(Math.abs(p - chiSquareTest(counts).p)).toBeLessThan(4 * (drawn?.stdErr ?? 0));
    const spread = [
      [420, 130, 50],
      [380, 160, 60],
      [410, 140, 52],
    ];
    const other = fisherTest(spread, { limit: 3 });
    expect(Math.abs(other.p - chiSquareTest(spread).p)).toBeLessThan(5 * (other.drawn?.stdErr ?? 0));
  });
});

describe("numbers of two groups", () => {
  it("has no P where a group is empty or nothing varies", () => {
    expect([rankSumTest([], [1, 2]).p, rankSumTest([2, 2], [2, 2]).p]).toEqual([Number.NaN, Number.NaN]);
    expect([welchTest([1], [1, 2]).p, welchTest([2, 2], [3, 3]).p]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe("numbers of several groups", () => {
  it("has no P of one group or of values that are all equal", () => {
    expect([
      kruskalWallisTest([[1, 2, 3], []]).p,
      kruskalWallisTest([
        [2, 2],
        [2, 2],
      ]).p,
    ]).toEqual([Number.NaN, Number.NaN]);
    expect(
      jonckheereTest([
        [2, 2],
        [2, 2],
      ]).p,
    ).toBeNaN();
    expect(proportionTrendTest([0, 0], [5, 6]).p).toBeNaN();
  });
});

describe("a standardized difference", () => {
  it("of shares is Yang and Dalton's, whichever level is dropped", () => {
    for (const { first, second, difference } of reference.shares) {
      near(standardizedShareDifference(first, second), difference);
      near(standardizedShareDifference([...first].reverse(), [...second].reverse()), difference, 1e-9);
    }
  });

  it("of numbers is the distance of means in standard deviations", () => {
    const [a, b] = [
      { n: 5, mean: 10, variance: 4 },
      { n: 9, mean: 13, variance: 32 },
    ];
    expect(standardizedDifference(a, b)).toBeCloseTo(3 / Math.sqrt(18), 14);
    expect(standardizedDifference(b, a)).toBe(standardizedDifference(a, b));
  });

  it("is 0 where nothing differs and undefined where what differs does not vary", () => {
    expect(standardizedShareDifference([0.5, 0.5, 0], [0.5, 0.5, 0])).toBe(0);
    expect(standardizedShareDifference([1, 0], [0, 1])).toBeNaN();
    const constant = { n: 3, mean: 2, variance: 0 };
    expect([
      standardizedDifference(constant, constant),
      standardizedDifference(constant, { ...constant, mean: 3 }),
    ]).toEqual([0, Number.NaN]);
  });
});
