import { describe, expect, it } from "vitest";
import { smoothResiduals } from "./smoothResiduals";

const numbers = (count: number) => Float64Array.from({ length: count }, (_, place) => place);
const x = numbers(7);
const cube = (value: number) => (value > 0 ? value ** 3 : 0);

describe("the smooth of residuals", () => {
  it("is the straight line itself where the residuals lie on one, and in between", () => {
    const line = (value: number) => 2 - 3 * value;
    const at = Float64Array.of(0, 0.5, 3.25, 6);
    const found = smoothResiduals(x, x.map(line), at);
    found?.value.forEach((value, place) => {
      expect(value).toBeCloseTo(line(at[place] ?? Number.NaN), 10);
    });
  });

  it("is a natural cubic spline itself, whose knots are at the ends and the thirds: 0, 2, 4 and 6", () => {
    // d₁ − d₃ of Hastie, Tibshirani, Friedman, eq. 5.4 and 5.5, at 0 … 6: 0, 1/6, 8/6, 27/6, 64/6, 61/3, 32.
    const spline = (value: number) => (cube(value) - cube(value - 6)) / 6 - (cube(value - 4) - cube(value - 6)) / 2;
    const y = x.map(spline);
    expect([...y]).toEqual([0, 1 / 6, 8 / 6, 27 / 6, 64 / 6, expect.closeTo(61 / 3, 12), 32]);
    smoothResiduals(x, y, x)?.value.forEach((value, place) => {
      expect(value).toBeCloseTo(y[place] ?? Number.NaN, 9);
    });
  });

  it("is no cubic that bends at the ends, which least squares misses without a bias", () => {
    const y = x.map((value) => value ** 3);
    const residuals = smoothResiduals(x, y, x)?.value.map((value, place) => (y[place] ?? Number.NaN) - value);
    if (!residuals) throw new Error("no smooth");
    expect(Math.max(...residuals.map(Math.abs))).toBeGreaterThan(0.5);
    expect(residuals.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 8);
    expect(residuals.reduce((sum, each, place) => sum + each * place, 0)).toBeCloseTo(0, 8);
  });

  it("uses four degrees of freedom: the variances of the fit at the points add up to 4", () => {
    const spread = smoothResiduals(x, x, x)?.spread ?? [];
    expect([...spread].reduce((sum, each) => sum + each, 0)).toBeCloseTo(4, 9);
    for (const each of spread) expect(each).toBeGreaterThan(0);
  });

  it("does not depend on where time begins or in which unit it is", () => {
    const y = Float64Array.of(3, 1, 4, 1, 5, 9, 2);
    const other = x.map((value) => 100 + 30.4375 * value);
    const [here, there] = [smoothResiduals(x, y, x), smoothResiduals(other, y, other)];
    here?.value.forEach((value, place) => {
      expect(there?.value[place]).toBeCloseTo(value, 8);
      expect(there?.spread[place]).toBeCloseTo(here.spread[place] ?? Number.NaN, 8);
    });
  });

  it("is none for fewer than five different times, nor where the thirds are the ends", () => {
    const four = Float64Array.of(0, 1, 2, 3, 3, 3);
    expect(smoothResiduals(four, four, four)).toBeNull();
    const five = Float64Array.of(0, 1, 2, 3, 4, 4);
    expect(smoothResiduals(five, five, five)).not.toBeNull();
    const heaped = Float64Array.of(0, 0, 0, 0, 0, 0, 1, 2, 3, 4);
    expect(smoothResiduals(heaped, heaped, heaped)).toBeNull();
  });
});
