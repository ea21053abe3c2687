import { describe, expect, it } from "vitest";
import { binned } from "./histogram";

const rising = (edges: number[]) => edges.every((edge, place) => place === 0 || edge > edges[place - 1]);

describe("the bins of a histogram", () => {
  it("have round width and hold every value once", () => {
    const { edges, bins } = binned(Float64Array.of(20, 35, 90, Number.NaN));
    expect([edges[0], edges[1], edges.at(-1)]).toEqual([20, 25, 90]);
    expect([...bins]).toEqual([0, 3, 13, -1]);
  });

  it("are one from the value on where there is only one", () => {
    expect(binned(Float64Array.of(5, 5)).edges).toEqual([5, 6]);
  });

  it.each([
    ["one value beyond whole numbers", [1e20, 1e20]],
    ["values that differ in their last digit only", [1e16, 1e16 + 2]],
    ["values very far apart", [-1e300, 1e300]],
    ["tiny values", [5e-324, 1e-320]],
  ])("rise, and take every value, with %s", (_, values) => {
    const { edges, bins } = binned(Float64Array.from(values));
    expect(edges.every(Number.isFinite) && rising(edges)).toBe(true);
    expect([...bins].every((bin) => bin >= 0 && bin < edges.length - 1)).toBe(true);
  });
});
