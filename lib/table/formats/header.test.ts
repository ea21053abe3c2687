import { expect, it } from "vitest";
import { headerRecord } from "./header";

const data = [
  ["P1", "61", "12.5", "1"],
  ["P2", "58", "3.1", "0"],
];

it("is the row of names below a row of group names, which leaves cells empty", () => {
  expect(headerRecord([["Baseline", "", "Outcome", ""], ["id", "age", "months", "dead"], ...data], 4)).toBe(1);
});

it("is the first row where that has names for every column, or the row below fills no more", () => {
  expect(headerRecord([["id", "age", "months", "dead"], ["text", "years", "since surgery", "yes"], ...data], 4)).toBe(
    0,
  );
  const gaps = [
    ["P1", "", "unknown", ""],
    ["P2", "", "12.5", ""],
    ["P3", "", "3.1", ""],
  ];
  expect(headerRecord([["id", "", "months", ""], ...gaps], 4)).toBe(0);
});
