import { describe, expect, it } from "vitest";
import { numberIn, numbersIn } from "./numbersIn";

describe("numbers typed into a field", () => {
  it.each([
    ["12, 24", [12, 24]],
    ["12 24", [12, 24]],
    ["10 to 60", [10, 60]],
    ["10–60", [10, 60]],
    ["1,5; 2,5", [1.5, 2.5]],
    ["", []],
  ])("“%s” are these", (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  it.each([
    ["1.5", 1.5],
    ["1,5", 1.5],
    ["0,125", 0.125],
    ["1,2345", 1.2345],
    ["1000", 1000],
    [" −3 ", -3],
    ["", null],
    [" ", null],
  ])("“%s” is one number, or none", (text, number) => {
    expect(numberIn(text)).toBe(number);
  });

  it.each(["1,000", "12,500", "−1,000", "1,000.5", "1,000,000"])(
    "“%s” may be thousands, and is not taken for a small number",
    (text) => {
      expect(numberIn(text)).toBeUndefined();
      expect(numbersIn(`${text}; 2000`)[0]).toBeNaN();
    },
  );

  it.each(["abc", "12 24", "1e999", "50%", "2020-01-01"])("“%s” is no single number", (text) => {
    expect(numberIn(text)).toBeUndefined();
  });
});
