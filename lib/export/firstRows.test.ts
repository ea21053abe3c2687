import { expect, it } from "vitest";
import { csvRow } from "./csvRow";
import { firstRows } from "./firstRows";

it("reads the first rows of a table as they were written, and counts all", () => {
  const rows = [
    ["a", "b, c", "d"],
    ['say "no"', "", "two\r\nlines"],
    ["", "1", ""],
    ["x", "y", "z"],
  ];
  const text = `\uFEFF${rows.map((row) => `${csvRow(row)}\r\n`).join("")}`;
  expect(firstRows(text, 2)).toEqual({ header: rows[0], rows: rows.slice(1, 3), count: 3 });
  expect(firstRows(text, 20).rows).toEqual(rows.slice(1));
});

it("a table of its header alone has no rows", () => {
  expect(firstRows("a,b\r\n", 5)).toEqual({ header: ["a", "b"], rows: [], count: 0 });
});
