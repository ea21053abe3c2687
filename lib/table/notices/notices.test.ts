import { describe, expect, it } from "vitest";
import { readTable } from "../readTable";
import { bytesSource } from "../source";
import type { Notice } from "../table";

/** What is said of a file with something unusual, and that nothing is said of the same file without it. */
interface Contract {
  code: string;
  file: (part: string) => string;
  unusual: string;
  usual: string;
  count: number;
  columns?: string[];
  rows?: number[];
  message: string;
}

const lines = (count: number, line: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => `${line(place + 1)}\n`).join("");
const two = (number: number) => String(number).padStart(2, "0");
/** A column of twelve usual values below what is put in. */
const above = (header: string, line: (place: number) => string) => (part: string) =>
  `id,${header}\n1,${part}\n${lines(12, (place) => `${place + 1},${line(place)}`)}`;
const text = above("x", () => "t");

const contracts: Contract[] = [
  {
    code: "missing-tokens",
    file: (part) => `id,age\n1,${part}\n2,n/a\n3,\n${lines(9, (place) => `${place + 3},5${place}`)}`,
    unusual: "NA",
    usual: "61",
    count: 3,
    columns: ["age"],
    message: "Read as missing in number and date columns: “NA” (1), “n/a” (1), in “age”.",
  },
  {
    code: "missing-tokens",
    file: above("stage", (place) => ["I", "II"][place % 2] ?? ""),
    unusual: "NA",
    usual: "I",
    count: 1,
    columns: ["stage"],
    message: "Read as missing in text columns: “NA” (1), in “stage”.",
  },
  {
    code: "blanks-trimmed",
    file: text,
    unusual: " t",
    usual: "t",
    count: 1,
    columns: ["x"],
    message: "Blanks at the start or end of 1 cell removed, in “x”.",
  },
  {
    code: "unparseable-numbers",
    file: above("os", (place) => `${place}.5`),
    unusual: "48O",
    usual: "480",
    count: 1,
    columns: ["os"],
    rows: [1],
    message: "1 cell of “os” that is no number: “48O” (row 1). It counts as missing and is not changed.",
  },
  {
    code: "unparseable-numbers",
    file: (part) => `id,os\n1,${part}\n2,x1\n${lines(12, (place) => `${place + 2},${place}.5`)}`,
    unusual: "48O",
    usual: "480",
    count: 2,
    columns: ["os"],
    rows: [1, 2],
    message: "2 cells of “os” that are no numbers: “48O” and “x1” (rows 1 and 2). They count as missing and are not",
  },
  {
    code: "impossible-date",
    file: above("d", (place) => `2020-01-${two(place)}`),
    unusual: "2021-02-29",
    usual: "2020-02-29",
    count: 1,
    columns: ["d"],
    rows: [1],
    message: "1 cell of “d” with a day that does not exist: “2021-02-29” (row 1).",
  },
  {
    code: "partial-date",
    file: above("d", (place) => `2020-01-${two(place)}`),
    unusual: "2020",
    usual: "2020-02-29",
    count: 1,
    columns: ["d"],
    rows: [1],
    message: "1 cell of “d” with a partial date: “2020” (row 1).",
  },
  {
    code: "partial-date",
    file: (part) => `id,d\n${lines(8, (place) => `${place},2020-0${place}`)}9,${part}\n10,later\n`,
    unusual: "soon",
    usual: "no\n11,no",
    count: 8,
    columns: ["d"],
    message: "8 cells of “d” with a partial date, kept as text.",
  },
  {
    code: "unparseable-dates",
    file: above("d", (place) => `2020-01-${two(place)}`),
    unusual: "soon",
    usual: "2020-02-29",
    count: 1,
    columns: ["d"],
    rows: [1],
    message: "1 cell of “d” that is no date: “soon” (row 1).",
  },
  {
    code: "date-order-inferred",
    file: above("d", (place) => `2020-01-${two(place)}`),
    unusual: "13/02/2020",
    usual: "2020-02-13",
    count: 1,
    columns: ["d"],
    message: "Dates in “d” are read as day/month/year: some cannot be month/day.",
  },
  {
    code: "date-order-inferred",
    file: above("d", (place) => `2020-01-${two(place)}`),
    unusual: "02/13/2020",
    usual: "2020-02-13",
    count: 1,
    columns: ["d"],
    message: "Dates in “d” are read as month/day/year: some cannot be day/month.",
  },
  {
    code: "date-order-open",
    file: above("d", (place) => `0${1 + (place % 9)}/05/2020`),
    unusual: "03/04/2020",
    usual: "13/04/2020",
    count: 13,
    columns: ["d"],
    rows: Array.from({ length: 13 }, (_, row) => row + 1),
    message: "no day in 13 cells is beyond 12, as in “03/04/2020”.",
  },
  {
    code: "two-digit-year",
    file: above("d", (place) => `13/0${1 + (place % 9)}/2020`),
    unusual: "14/02/19",
    usual: "14/02/2019",
    count: 1,
    columns: ["d"],
    rows: [1],
    message: "1 cell of “d” with a two-digit year, read as 2019-02-14 to 2020-09-13",
  },
  {
    code: "time-of-day-dropped",
    file: above("d", (place) => `2020-01-${two(place)}`),
    unusual: "2020-02-01 10:30",
    usual: "2020-02-01",
    count: 1,
    columns: ["d"],
    message: "The time of day of 1 cell is left out, in “d”.",
  },
  {
    code: "decimal-comma",
    file: (part) =>
      above("x", (place) => String(place))(part)
        .replaceAll(",", ";")
        .replace("DECIMAL", ","),
    unusual: "1DECIMAL5",
    usual: "1.5",
    count: 1,
    columns: ["x"],
    message: "The comma is read as decimal mark in “x”.",
  },
  {
    code: "thousands-separators",
    file: (part) =>
      above("x", (place) => String(place))(part)
        .replaceAll(",", ";")
        .replaceAll("MARK", ","),
    unusual: "1MARK234MARK567",
    usual: "1234567",
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "1 cell of “x” with marks between thousands: “1,234,567” is 1234567 (row 1).",
  },
  {
    code: "percent-values",
    file: (part) => `id,x\n${lines(12, (place) => `${place},${place}${part}`)}`,
    unusual: "%",
    usual: "",
    count: 12,
    columns: ["x"],
    message: "12 cells with a per cent sign read as the number before it (12% is 12), in “x”.",
  },
  {
    code: "leading-zeros-kept",
    file: above("x", (place) => String(place + 10)),
    unusual: "007",
    usual: "7",
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "1 cell of “x” with leading zeros or more than 15 digits (row 1): the column is kept as text.",
  },
  {
    code: "excel-serial-dates",
    file: (part) => `id,x\n${lines(20, (place) => `${place},${place === 1 ? part : 44_000 + place}`)}`,
    unusual: "53000",
    usual: "12\n21,13",
    count: 20,
    columns: ["x"],
    message: "The numbers in “x” may be dates of a spreadsheet: 53000 would be 2045-02-07.",
  },
  {
    code: "eight-digit-dates",
    file: (part) => `id,x\n${lines(10, (place) => `${place},${place === 1 ? part : `202001${place + 10}`}`)}`,
    unusual: "20200229",
    usual: "20210229\n11,20210230",
    count: 10,
    columns: ["x"],
    message: "The numbers in “x” may be dates without separators, such as 20200229.",
  },
  {
    code: "sentinel-values",
    file: above("x", (place) => (place === 1 ? "333" : String(place))),
    unusual: "999",
    usual: "998",
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "1 cell of “x” far from all others may mean “not known”: 999 (row 1).",
  },
  {
    code: "sentinel-values",
    file: (part) => above("x", (place) => (place === 1 ? part : String(place)))("999"),
    unusual: "333",
    usual: "334",
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "999 (row 1).",
  },
  {
    code: "sentinel-values",
    file: (part) => above("x", (place) => (place === 1 ? part : String(place)))("-9"),
    unusual: "0",
    usual: "-1",
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "-9 (row 1).",
  },
  {
    code: "censored-lab-values",
    file: above("x", (place) => String(place)),
    unusual: "<0.5",
    usual: "0.5",
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "1 cell of “x” only gives a limit: “<0.5” (row 1).",
  },
  {
    code: "unit-in-cells",
    file: (part) => `id,x\n${lines(12, (place) => `${place},${place}${part}`)}`,
    unusual: " mg",
    usual: "",
    count: 12,
    columns: ["x"],
    message: "12 cells of “x” end in “mg”.",
  },
  {
    code: "units-mixed",
    file: (part) => `id,x\n${lines(12, (place) => `${place},${place} ${place % 2 ? "mg" : part}`)}`,
    unusual: "g",
    usual: "mg",
    count: 12,
    columns: ["x"],
    message: "“x” is kept as text: its numbers have different units: “mg” (6), “g” (6).",
  },
  {
    code: "numbers-in-text",
    file: (part) =>
      `id,x\n1,${part}\n${["abc", "def", "ghi", "jkl"].map((each) => `9,${each}\n`).join("")}${lines(4, (place) => `5,${place}`)}`,
    unusual: "5",
    usual: "mno\n1,p",
    count: 4,
    columns: ["x"],
    rows: [2, 3, 4, 5],
    message: "“x” is kept as text: 5 of 9 cells are numbers, the others are not: “abc”, “def”, “ghi” and “jkl”",
  },
  {
    code: "few-rows",
    file: (part) => `id,x\n${lines(9, (place) => `${place},${place}`)}${part}`,
    unusual: "",
    usual: "10,10\n",
    count: 9,
    message: "The file has only 9 rows.",
  },
  {
    code: "wide-table",
    file: (part) =>
      lines(
        11,
        (row) =>
          `${Array.from({ length: 500 }, (_, place) => (row === 1 ? `c${place}` : place)).join(",")}${row === 1 ? part : part && ",1"}`,
      ),
    unusual: ",more",
    usual: "",
    count: 501,
    message: "The file has 501 columns.",
  },
  {
    code: "all-missing-column",
    file: (part) => `id,x\n1,${part}\n${lines(11, (place) => `${place + 1},`)}`,
    unusual: "",
    usual: "5",
    count: 1,
    columns: ["x"],
    message: "1 column without any value: “x”.",
  },
  {
    code: "constant-column",
    file: text,
    unusual: "t",
    usual: "u",
    count: 1,
    columns: ["x"],
    message: "1 column with one value throughout: “x”.",
  },
  {
    code: "many-categories",
    file: (part) => `id,x\n${lines(101, (place) => `${place},level ${place % 50}`)}102,${part}\n`,
    unusual: "one more",
    usual: "level 1",
    count: 51,
    columns: ["x"],
    message: "“x” has 51 different values, more than a figure can show.",
  },
  {
    code: "label-variants",
    file: above("x", (place) => (place < 4 ? "Arm A" : "Arm B")),
    unusual: "arm  a",
    usual: "Arm A",
    count: 2,
    columns: ["x"],
    message: "“x” writes 1 value in 2 ways: “arm  a” and “Arm A”.",
  },
  {
    code: "formula-like-cells",
    file: text,
    unusual: "=1+1",
    usual: "1+1",
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "1 cell that a spreadsheet would take for formulas, in “x”.",
  },
  {
    code: "invisible-characters",
    file: text,
    unusual: "a\u200bb",
    usual: "a b",
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "1 cell with invisible characters, in “x”.",
  },
  {
    code: "apostrophe-numbers",
    file: text,
    unusual: "'007",
    usual: "'seven",
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "1 cell with an apostrophe before a number, as spreadsheets mark texts, in “x”.",
  },
  {
    code: "garbled-letters",
    file: text,
    unusual: "ZÃ¼rich",
    usual: "Zürich",
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "1 cell with letters such as “Ã¼” for “ü”",
  },
  {
    code: "replacement-characters",
    file: text,
    unusual: "Z\ufffdrich",
    usual: "Zürich",
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "1 cell with “\ufffd”, where an earlier program lost a letter, in “x”.",
  },
  {
    code: "control-characters",
    file: text,
    unusual: "a\u0007b",
    usual: "a\tb",
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "1 cell with control characters, which cannot be seen, in “x”.",
  },
  {
    code: "very-long-cells",
    file: text,
    unusual: "x".repeat(32_768),
    usual: "x".repeat(32_767),
    count: 1,
    columns: ["x"],
    rows: [1],
    message: "1 cell with more than 32,767 characters, in “x”.",
  },
  {
    code: "summary-row",
    file: (part) => `id,x\n${lines(12, (place) => `P${place},${place}`)}${part},78\n`,
    unusual: "Total",
    usual: "P13",
    count: 1,
    rows: [13],
    message: "1 row at the end may sum up the others rather than be a patient: “Total” (row 13).",
  },
  {
    code: "blank-lines-skipped",
    file: (part) => `id,x\n1,2\n${part}${lines(12, (place) => `${place + 1},${place}`)}`,
    unusual: "\n",
    usual: "",
    count: 1,
    message: "1 blank line skipped (line 3 of the file).",
  },
  {
    code: "ghost-rows-skipped",
    file: (part) => `id,x\n1,2\n${part}${lines(12, (place) => `${place + 1},${place}`)}`,
    unusual: ",\n,\n",
    usual: "",
    count: 2,
    message: "2 lines of separators alone, without any value, skipped (lines 3 and 4 of the file).",
  },
  {
    code: "header-repeated",
    file: (part) => `id,x\n1,2\n${part}${lines(12, (place) => `${place + 1},${place}`)}`,
    unusual: "id,x\n",
    usual: "",
    count: 1,
    message: "1 line that is the header again skipped (line 3 of the file).",
  },
  {
    code: "comment-lines-skipped",
    file: (part) => `# made by us\nid,x\n1,2\n${part}${lines(12, (place) => `${place + 1},${place}`)}`,
    unusual: "# a comment\n",
    usual: "",
    count: 1,
    message: "1 line that begins with “#”, a comment, skipped (line 4 of the file).",
  },
  {
    code: "rows-nearly-empty",
    file: (part) => `id,x,y\n1,2,3\n${part}\n${lines(12, (place) => `${place + 2},${place},${place}`)}`,
    unusual: "note,,",
    usual: "note,,3",
    count: 1,
    rows: [2],
    message: "1 row with a single value: “note” (row 2).",
  },
  {
    code: "ragged-short",
    file: (part) => `id,x,y\n1,2${part}\n${lines(12, (place) => `${place + 1},${place},${place}`)}`,
    unusual: "",
    usual: ",",
    count: 1,
    rows: [1],
    message: "1 of 13 rows with fewer cells than the 3 columns; the cells lacking count as missing (row 1).",
  },
  {
    code: "ragged-long",
    file: (part) => `id,x,y\n1,2,3${part}\n${lines(12, (place) => `${place + 1},${place},${place}`)}`,
    unusual: ",4",
    usual: "",
    count: 1,
    rows: [1],
    message: "1 of 13 rows with more cells than the 3 columns; the surplus cells are set aside (row 1).",
  },
  {
    code: "nul-removed",
    file: text,
    unusual: "a\0b",
    usual: "ab",
    count: 1,
    rows: [1],
    message: "NUL characters removed from cells of 1 row (row 1).",
  },
  {
    code: "no-header",
    file: (part) => `${part}${lines(12, (place) => `${place},${place}.5,${place}`)}`,
    unusual: "",
    usual: "id,x,y\n",
    count: 1,
    message: "No line with column names found: line 1 is read as the first row, and columns are called by place.",
  },
  {
    code: "preamble-skipped",
    file: (part) => `${part}id,x\n${lines(12, (place) => `${place},${place}`)}`,
    unusual: "My study\n\n",
    usual: "",
    count: 2,
    message: "2 lines before the header skipped: “My study”.",
  },
  {
    code: "one-column",
    file: (part) => lines(12, (place) => (place === 1 ? `x${part && ",y"}` : `${place}${part}`)),
    unusual: "",
    usual: ",5",
    count: 1,
    message: "The file has only one column.",
  },
  {
    code: "line-ends-mixed",
    file: (part) => `id,x\n1,2${part}3,4${part}${lines(12, (place) => `${place + 1},${place}`)}`,
    unusual: "\r",
    usual: "\n",
    count: 1,
    message: "Lines end in different ways (CR, LF); each is read as the end of a line.",
  },
];

async function said(code: string, content: string): Promise<Notice[]> {
  const read = await readTable(bytesSource("a.csv", new TextEncoder().encode(content)), {});
  if (!read.ok) throw new Error(read.problem.message);
  return [...read.value.notices, ...read.value.questions].filter((each) => each.code === code);
}

describe("what is noticed while a file is read", () => {
  it.each(contracts)("says $code: $message", async ({ code, file, unusual, count, columns, rows, message }) => {
    const found = await said(code, file(unusual));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ count, message: expect.stringContaining(message) });
    expect([found[0]?.columns, found[0]?.rows]).toEqual([columns, rows]);
  });

  it.each(contracts)("says nothing of $code without that: $message", async ({ code, file, usual, message }) => {
    expect((await said(code, file(usual))).filter((each) => each.message.includes(message))).toEqual([]);
    if (!["missing-tokens", "unparseable-numbers"].includes(code)) expect(await said(code, file(usual))).toEqual([]);
  });
});
