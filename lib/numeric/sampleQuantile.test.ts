import { describe, expect, it } from "vitest";
import { sampleQuantile } from "./sampleQuantile";

describe("a quantile of a sample", () => {
  it("is R's type 7: quantile(c(1, 2, 4, 8), c(0, .25, .5, .9, 1))", () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => sampleQuantile([1, 2, 4, 8], p))).toEqual([
      1,
      1.75,
      3,
      expect.closeTo(6.8, 12),
      8,
    ]);
    expect(sampleQuantile([], 0.5)).toBeNaN();
  });

  it("of values that count several times is that of so many values, and a value that counts for none is none", () => {
    const written = [1, 2, 2, 2, 5, 5, 9];
    for (const p of [0, 0.1, 1 / 3, 0.5, 0.6, 2 / 3, 0.9, 1])
      expect(sampleQuantile([0, 1, 2, 5, 7, 9, 10], p, [0, 1, 3, 2, 0, 1, 0])).toBe(sampleQuantile(written, p));
    expect(sampleQuantile([1, 2], 0.5, [0, 0])).toBeNaN();
  });
});
