import { expect, it } from "vitest";
import { headerNames } from "./headerNames";

it("numbers names that repeat, and calls nameless columns by their place", () => {
  expect(headerNames(["id", " age", "age ", "", "age (2)", "age", "Column 4"]).names).toEqual([
    ...["id", "age", "age (2)", "Column 4", "age (2) (2)", "age (3)", "Column 4 (2)"],
  ]);
});

it("keeps names that objects of the language have", () => {
  expect(headerNames(["__proto__", "constructor", "__proto__", "toString"]).names).toEqual([
    "__proto__",
    "constructor",
    "__proto__ (2)",
    "toString",
  ]);
});

it("says which names were changed", () => {
  const { notices } = headerNames(["age", "age", "", "x".repeat(300)]);
  expect(notices.map(({ code, count }) => [code, count])).toEqual([
    ["duplicate-header", 2],
    ["empty-header", 1],
    ["header-long", 1],
  ]);
});

it("is quick for thousands of equal names", () => {
  const { names } = headerNames(Array(16_384).fill("gene"));
  expect(new Set(names).size).toBe(16_384);
});
