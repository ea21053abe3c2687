import { expect, it } from "vitest";
import { pBesideInterval } from "./pBesideInterval";

it("says where P and the interval beside it fall on different sides, and only there", () => {
  expect(pBesideInterval({ lower: -0.4, upper: 0.01, p: 0.049 }, 0.95)).toBe(
    "P = .0490 (borderline: the interval includes 0)",
  );
  expect(pBesideInterval({ lower: -0.4, upper: -0.01, p: 0.051 }, 0.95)).toBe(
    "P = .0510 (borderline: the interval excludes 0)",
  );
  expect(pBesideInterval({ lower: -0.4, upper: -0.01, p: 0.049 }, 0.95)).toBe("P = .0490");
  expect(pBesideInterval({ lower: -0.4, upper: 0.01, p: 0.051 }, 0.95)).toBe("P = .0510");
  expect(pBesideInterval({ lower: -0.4, upper: 0.01, p: 0.08 }, 0.9)).toBe(
    "P = .080 (borderline: the interval includes 0)",
  );
  expect(pBesideInterval({ lower: -0.4, upper: 0.4, p: Number.NaN }, 0.95)).toBe("P not estimable");
  // An interval without one of its ends, or without both, says nothing of 0.
  for (const [lower, upper] of [
    [Number.NaN, 0.4],
    [-0.4, Number.NaN],
    [Number.NaN, Number.NaN],
  ] as const)
    expect(pBesideInterval({ lower, upper, p: 0.01 }, 0.95)).toBe("P = .010");
});
