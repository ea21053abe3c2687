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
    [" −3 ", -3],
    ["", null],
    [" ", null],
  ])("“%s” is one number, or none", (text, number) => {
    expect(numberIn(text)).toBe(number);
  });

  it.each(["abc", "12 24", "1e999", "50%", "2020-01-01"])("“%s” is no single number", (text) => {
    expect(numberIn(text)).toBeUndefined();
  });
});
