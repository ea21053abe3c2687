import { describe, expect, it } from "vitest";
import { drawn } from "./brush";

describe("the selection a brush draws", () => {
  it("is the one given where it lies within the extent", () => {
    expect(drawn([10, 20], 232)).toEqual([10, 20]);
    expect(drawn([0, 232], 232)).toEqual([0, 232]);
  });

  it("ends where the extent ends", () => {
    expect(drawn([-50, 1000], 232)).toEqual([0, 232]);
    expect(drawn([900, 1000], 232)).toEqual([232, 232]);
  });

  it("is none where its end lies before its start, or there is none", () => {
    expect(drawn([20, 10], 232)).toBeNull();
    expect(drawn([2000, -10], 232)).toBeNull();
    expect(drawn(null, 232)).toBeNull();
  });

  it("is none where the place of a bound is no number", () => {
    expect(drawn([Number.NaN, 10], 232)).toBeNull();
    expect(drawn([0, Number.POSITIVE_INFINITY], 232)).toEqual([0, 232]);
  });
});
