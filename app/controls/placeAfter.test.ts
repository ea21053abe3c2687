import { describe, expect, it } from "vitest";
import { placeAfter } from "./placeAfter";

describe("keys in a menu", () => {
  it("go from one entry to the next and round", () => {
    expect([-1, 0, 1, 2].map((at) => placeAfter("ArrowDown", at, 3))).toEqual([0, 1, 2, 0]);
    expect([-1, 0, 1, 2].map((at) => placeAfter("ArrowUp", at, 3))).toEqual([2, 2, 0, 1]);
  });

  it("go to the ends", () => {
    expect(placeAfter("Home", 2, 3)).toBe(0);
    expect(placeAfter("End", 0, 3)).toBe(2);
  });

  it("go nowhere else, and nowhere in an empty one", () => {
    expect(["ArrowRight", "a", "Tab", "Enter"].map((key) => placeAfter(key, 0, 3))).toEqual([null, null, null, null]);
    expect(placeAfter("ArrowDown", -1, 0)).toBeNull();
  });
});
