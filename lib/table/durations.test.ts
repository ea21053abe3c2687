import { expect, it } from "vitest";
import { durationIn, unitsIn } from "./durations";

it.each([
  ["2y 3m", 27],
  ["48 y", 576],
  ["1 year, 6 months", 18],
  ["8 mo", 8],
  ["2 Jahre 1 Monat", 25],
  ["0y 0m", 0],
  ["1,5 y", 18],
])("“%s” is %d months", (text, months) => {
  expect(durationIn(text, "months")).toBe(months);
  expect(durationIn(text, "years")).toBe(months / 12);
  expect(durationIn(text, "days")).toBe(months * 30.4375);
});

it("counts weeks and days as 7 and 1, and a month as 30.4375 days", () => {
  expect(durationIn("1m 2w 3d", "days")).toBe(47.4375);
  expect(durationIn("61 days", "months")).toBeCloseTo(61 / 30.4375, 12);
});

it.each(["12", "3m 2y", "2y 3", "5 mg", "2yellow", "y", "", "-2y", "1y 1y"])("“%s” is none", (text) => {
  expect(durationIn(text, "months")).toBeNaN();
  expect(unitsIn(text)).toEqual([]);
});
