import { describe, expect, it } from "vitest";
import { integrate } from "./integrate";

describe("integrate", () => {
  it("is exact for polynomials of degree 22 on one interval", () => {
    for (const power of [0, 1, 7, 12, 22])
      expect(integrate((x) => x ** power, 0, 2).value).toBeCloseTo(2 ** (power + 1) / (power + 1), power < 13 ? 11 : 7);
  });

  it("follows a kink, and names its error", () => {
    const { value, error } = integrate((x) => Math.abs(x - Math.SQRT1_2), 0, 1, { relative: 1e-11 });
    expect(Math.abs(value - (0.25 + (1 - Math.SQRT1_2) ** 2 / 2))).toBeLessThan(1e-11);
    expect(error).toBeLessThan(1e-10);
  });

  it("finds a narrow feature when it is given panels", () => {
    const peak = (x: number) => (Math.abs(x - 3.3) < 0.05 ? 1 - Math.abs(x - 3.3) / 0.05 : 0);
    expect(integrate(peak, 0, 10, { absolute: 1e-9 }, 100).value).toBeCloseTo(0.05, 8);
  });

  it("is 0 on an empty interval", () => {
    expect(integrate(Math.exp, 1, 1)).toEqual({ value: 0, error: 0 });
  });
});
