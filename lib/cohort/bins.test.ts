import { describe, expect, it } from "vitest";
import { binned } from "./histogram";

const bins = (...values: number[]) => binned(Float64Array.from(values));

describe("the bins of a histogram", () => {
  it("hold a single value in one bin of width 1", () => {
    expect(bins(5, 5, 5)).toEqual({ bins: Int32Array.of(0, 0, 0), edges: [5, 6], min: 5, max: 5 });
  });

  it("are none for values that are all missing", () => {
    expect(bins(Number.NaN)).toEqual({ bins: Int32Array.of(-1), edges: [0, 1], min: Number.NaN, max: Number.NaN });
  });

  it("include their lower edge and not the upper one, but for the last", () => {
    const { bins: at, edges } = bins(0, 0.99, 1, 29, 29.5, 30, Number.NaN);
    expect(edges).toEqual(Array.from({ length: 31 }, (_, edge) => edge));
    expect([...at]).toEqual([0, 0, 1, 29, 29, 29, -1]);
  });

  it.each([
    [30, 1, 30],
    [31, 2, 16],
    [60, 2, 30],
    [61, 5, 13],
    [150, 5, 30],
    [151, 10, 16],
    [300, 10, 30],
  ])("of 0 to %i have the width %i, %i of them", (max, width, count) => {
    const { edges } = bins(0, max);
    expect([edges[1], edges.length - 1]).toEqual([width, count]);
    expect(edges.at(-1)).toBeGreaterThanOrEqual(max);
  });

  it("begin at a round number below values that begin anywhere", () => {
    expect(bins(7.3, 40).edges.slice(0, 2)).toEqual([6, 8]);
    expect(bins(-3, 27).edges[0]).toBe(-3);
  });
});
