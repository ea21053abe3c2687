import { describe, expect, it } from "vitest";
import { chiSquareUpper, chiSquareUpperLog } from "./chiSquare";
import reference from "./fixtures/probability.json";
import { normalQuantile, normalTwoSided, normalUpper, normalUpperLog } from "./normal";

const relative = (actual: number, expected: number) => (actual === expected ? 0 : Math.abs(actual / expected - 1));
/**
 * A relative error of the tail is an absolute error of its logarithm; near 1 the logarithm itself is held to the same.
 */
const inTail = (actual: number, expected: number) => Math.min(relative(actual, expected), Math.abs(actual - expected));
const rows = (table: (number | string)[][]) => table.map((row) => row.map(Number));
const worst = (errors: number[]) => Math.max(...errors);

describe("upper tails against R 4.2.2", () => {
  it("gives pchisq(x, df, lower.tail = FALSE) to 1e-12 relative", () => {
    const table = rows(reference.chiSquare).filter(([, , p]) => p > 1e-300);
    expect(worst(table.map(([x, df, p]) => relative(chiSquareUpper(x, df), p)))).toBeLessThan(1e-12);
  });

  it("gives its logarithm where the tail itself is below the smallest number", () => {
    const errors = rows(reference.chiSquare).map(([x, df, , log]) => inTail(chiSquareUpperLog(x, df), log));
    expect(worst(errors)).toBeLessThan(1e-12);
  });

  it("gives pnorm(z, lower.tail = FALSE) and its logarithm to 1e-12", () => {
    const table = rows(reference.normal);
    expect(worst(table.filter(([, p]) => p > 1e-300).map(([z, p]) => relative(normalUpper(z), p)))).toBeLessThan(1e-12);
    expect(worst(table.map(([z, , log]) => inTail(normalUpperLog(z), log)))).toBeLessThan(1e-12);
  });

  it("gives qnorm(p) to 1e-12", () => {
    const errors = rows(reference.normalQuantile).map(([p, z]) => inTail(normalQuantile(p), z));
    expect(worst(errors)).toBeLessThan(1e-12);
  });

  it("keeps the tails that 1 − CDF loses", () => {
    expect(relative(chiSquareUpper(100, 1), 1.5239706048321054e-23)).toBeLessThan(1e-12);
    expect(relative(chiSquareUpper(700, 3), 2.0991308534204087e-151)).toBeLessThan(1e-12);
    expect(normalUpperLog(38)).toBeCloseTo(-726.5572, 4);
    expect(normalTwoSided(-1.959963984540054)).toBeCloseTo(0.05, 14);
  });

  it("answers the ends of the range, and NaN outside of it", () => {
    expect(chiSquareUpper(0, 2)).toBe(1);
    expect(chiSquareUpper(Number.POSITIVE_INFINITY, 2)).toBe(0);
    expect(chiSquareUpper(1, 0)).toBeNaN();
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(normalQuantile(1.1)).toBeNaN();
  });
});
