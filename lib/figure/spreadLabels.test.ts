import { describe, expect, it } from "vitest";
import { spread } from "./spreadLabels";

describe("spread", () => {
  it("leaves alone what does not touch", () => {
    expect(spread([10, 50, 90], [10, 10, 10], 0, 100)).toEqual([10, 50, 90]);
  });

  it("moves what touches apart by as little as possible, keeping the order", () => {
    expect(spread([50, 50], [10, 10], 0, 100)).toEqual([45, 55]);
    expect(spread([52, 50, 90], [10, 10, 10], 0, 100)).toEqual([56, 46, 90]);
  });

  it("stays inside, and says when there is no room", () => {
    expect(spread([99, 100], [10, 10], 0, 100)).toEqual([85, 95]);
    expect(spread([-20], [10], 0, 100)).toEqual([5]);
    expect(spread([1, 2, 3], [40, 40, 40], 0, 100)).toBeNull();
  });

  it("never overlaps, whatever is wanted", () => {
    for (let seed = 1; seed < 200; seed++) {
      const wanted = Array.from({ length: 12 }, (_, index) => ((seed * 7919 + index * 104729) % 997) / 10);
      const sizes = wanted.map((_, index) => 4 + (index % 5));
      const centers = spread(wanted, sizes, 0, 100) as number[];
      const boxes = centers
        .map((center, index) => [center - sizes[index] / 2, center + sizes[index] / 2])
        .sort((a, b) => a[0] - b[0]);
      expect(boxes[0][0]).toBeGreaterThanOrEqual(-1e-9);
      for (let index = 1; index < boxes.length; index++)
        expect(boxes[index][0]).toBeGreaterThanOrEqual(boxes[index - 1][1] - 1e-9);
      expect(boxes[boxes.length - 1][1]).toBeLessThanOrEqual(100 + 1e-9);
    }
  });
});
