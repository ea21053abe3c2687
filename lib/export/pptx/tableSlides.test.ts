import { describe, expect, it } from "vitest";
import { captionTop, sharedOut } from "./tableSlides";

const table = (rows: string[][], header = ["Name", "A"]) => ({ caption: "", header, rows });
const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => [`row ${at}`, "1"]);
const shares = (rows: string[][]) => {
  const { size, parts } = sharedOut(table(rows));
  expect(parts.flat()).toEqual(rows);
  return [size, ...parts.map(({ length }) => length)];
};

describe("a table on slides", () => {
  it("has letters of 13 points down to 10, in half points, as its rows and two lines of a head fill 5.2 inches", () => {
    // 5.2 in are 374.4 pt; a row is 1.62 letters high: 374.4 / (1.62 × 17) = 13.6, of 18 lines 12.8, of 23 10.05.
    expect([15, 16, 21].map((count) => shares(rowsOf(count)))).toEqual([
      [13, 15],
      [12.5, 16],
      [10, 21],
    ]);
  });

  it("goes on over slides of like length where even 10 points are too large", () => {
    // 374.4 / 16.2 are 23 lines, two of them the head: 21 rows.
    expect(shares(rowsOf(22))).toEqual([10, 11, 11]);
    expect(shares(rowsOf(43))).toEqual([10, 15, 15, 13]);
  });

  it("is one slide without rows where it has none", () => {
    expect(sharedOut(table([]))).toEqual({ size: 13, parts: [[]] });
  });

  it("does not part a name from its levels where that costs less than half a slide", () => {
    const levels = (count: number) => Array.from({ length: count }, (_, at) => [`\u2003level ${at}`, "1"]);
    // Eleven rows a slide: the eleventh is the first level of the name before it.
    const early = [...rowsOf(9), ["Name", ""], ...levels(3), ...rowsOf(9)];
    expect(shares(early)).toEqual([10, 9, 11, 2]);
    const late = [["Name", ""], ...levels(21)];
    expect(shares(late)).toEqual([10, 11, 11]);
  });

  it("has its caption below its last row, further down under a head of two lines, and never off the slide", () => {
    // 1.3 in from the top; ten rows and 1.4 or 2.2 of a head, each 1.62 × 13 / 72 = 0.2925 in; then 0.12 in.
    expect(captionTop(table([]), 10, 13)).toBeCloseTo(1.3 + 11.4 * 0.2925 + 0.12, 12);
    expect(captionTop(table([], ["Name", "Two words"]), 10, 13)).toBeCloseTo(1.3 + 12.2 * 0.2925 + 0.12, 12);
    expect(captionTop(table([]), 30, 13)).toBe(6.55);
  });
});
