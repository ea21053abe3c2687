import { expect, it } from "vitest";
import { linePath } from "./linePath";

it("a line is drawn through its points", () => {
  expect(linePath([0, 10, 20], [5, 8, 3], 0, 10)).toBe("M0,5L10,8L20,3");
});

it("a line is cut where it leaves what is shown, and goes on where it comes back", () => {
  expect(linePath([0, 10, 20, 30], [5, 15, 15, 5], 0, 10)).toBe("M0,5L5,10M25,10L30,5");
  expect(linePath([0, 10], [-10, 20], 0, 10)).toBe("M3.33,0L6.67,10");
});

it("a line is not drawn outside, nor where it has no value", () => {
  expect(linePath([0, 10], [12, 20], 0, 10)).toBe("");
  expect(linePath([0, 10, 20], [5, Number.NaN, 5], 0, 10)).toBe("");
});
