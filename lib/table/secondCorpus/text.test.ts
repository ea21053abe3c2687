import { describe } from "vitest";
import { cohort, csv, springs, twenty } from "./check";

const arms = cohort("arm", twenty("A", "B"));
const [header, ...body] = arms;
const plain = csv(arms);
const lines = plain.trimEnd().split("\n");
const put = (at: number, line: string) => [...lines.slice(0, at), line, ...lines.slice(at)].join("\n");
const change = (at: number, from: string | RegExp, to: string) =>
  lines.map((line, place) => (place === at ? line.replace(from, to) : line)).join("\n");

describe("delimited text", () => {
  springs([
    { it: "is told its separator", file: `sep=;\n${csv(arms, ";")}`, rows: 20, reading: { separator: ";", header: 2 } },
    { it: "may have any of several separators", file: csv(arms, "|"), rows: 20, reading: { separator: "|" } },
    { it: "may have tildes between its cells", file: csv(arms, "~"), rows: 20, reading: { separator: "~" } },
    {
      it: "may have blanks after its commas, outside quotation marks",
      file: arms.map((record) => record.map((cell) => `"${cell}"`).join(", ")).join("\n"),
      rows: 20,
      columns: { arm: "category 20 0 0", months: "number 20 0 0" },
    },
    {
      it: "may have texts with commas between semicolons",
      file: csv(cohort("note", twenty("Ca, left", "x")), ";"),
      rows: 20,
      reading: { separator: ";" },
    },
    {
      it: "may be one column with decimal commas",
      file: "Zeit\n12,5\n3,4\n8,25\n",
      rows: 3,
      columns: { Zeit: "number 3 0 0" },
    },
    {
      it: "asks which of two separators it is",
      file: Array.from({ length: 12 }, (_, row) => `P${row};a,${row};b,${row + 1}`).join("\n"),
      says: { "separator-open": 2 },
    },
    {
      it: "may begin with notes that have commas",
      file: `Export of X, phase II\nN, patients: 20, arms, 2\n\n${plain}`,
      rows: 20,
      says: { "preamble-skipped": 3 },
    },
    {
      it: "may have comments in its middle",
      file: put(9, "# a comment, of two cells"),
      rows: 20,
      says: { "comment-lines-skipped": 1 },
    },
    {
      it: "may have ids that begin with #",
      file: csv([header, ...body.map(([id, ...rest]) => [`#${id}`, ...rest])]),
      rows: 20,
    },
    {
      it: "says when one row begins with # among others",
      file: put(9, "#P099,A,3.5,1"),
      rows: 21,
      says: { "rows-with-hash": [9] },
    },
    {
      it: "may have its header again between its parts",
      file: plain + plain.replaceAll("P0", "Q0"),
      rows: 40,
      says: { "header-repeated": 1 },
    },
    {
      it: "may have a line of units below its header",
      file: put(1, ",,months,0/1"),
      rows: 20,
      columns: { months: "number 20 0 0" },
      says: { "second-header": 1 },
    },
    {
      it: "keeps that line when told where the header is",
      file: put(1, ",,months,0/1"),
      options: { header: 1 },
      rows: 21,
    },
    {
      it: "says when its last row adds up the others",
      file: `${plain}Total,,230.5,10\n`,
      rows: 21,
      says: { "summary-row": [21] },
    },
    {
      it: "says when a row is only a note",
      file: `${plain}* censored at last contact\n`,
      rows: 21,
      says: { "rows-nearly-empty": [21], "ragged-short": [21] },
    },
    {
      it: "may have separators at the ends of its rows",
      file: csv([header, ...body.map((record) => [...record, ""])]),
      rows: 20,
    },
    {
      it: "counts blank lines and lines of separators apart",
      file: `${plain}\n,,,\n   \n`,
      rows: 20,
      says: { "blank-lines-skipped": 2, "ghost-rows-skipped": 1 },
    },
    {
      it: "may have lines drawn of dashes",
      file: put(1, "---,---,---,---").replace(/$/, "\n----,----,----,----\n"),
      rows: 20,
    },
    {
      it: "sets rows aside that a separator in a text has moved",
      file: change(5, ",A,", ",A, left,"),
      rows: 20,
      says: { "ragged-long": [5], "row-set-aside": [5] },
    },
    {
      it: "pads short rows, and names them",
      file: change(7, /,[^,]*$/, ""),
      rows: 20,
      columns: { event: "category 19 1 0" },
      options: { columns: [{ name: "event", kind: "category" }] },
      says: { "ragged-short": [7] },
    },
    {
      it: "is refused where most rows have more cells than there are names",
      file: csv([header.slice(0, 3), ...body]),
      refused: "header-too-short",
    },
    {
      it: "is read then with a column without a name, once it is told which",
      file: csv([header.slice(1), ...body]),
      options: { unnamed: "first" },
      rows: 20,
      columns: { "Row name": "category 20 0 0", months: "number 20 0 0" },
    },
    {
      it: "may end its lines in three ways at once",
      file: lines.map((line, at) => line + ["\n", "\r\n", "\r"][at % 3]).join(""),
      rows: 20,
      says: { "line-ends-mixed": 1 },
    },
    {
      it: "may end its lines as old Macintoshes did",
      file: csv(arms, ",", "\r"),
      rows: 20,
      reading: { newline: "cr" },
    },
    { it: "keeps a return inside a cell", file: csv(cohort("note", twenty('"a\rb"', "c"))), rows: 20 },
    { it: "may hold lines in its cells", file: csv(cohort("note", twenty('"a\nb, c\n\nd"', "e"))), rows: 20 },
    {
      it: "reads a quotation mark that is never closed as a character, and names its row",
      file: change(5, ",", ',"'),
      rows: 20,
      says: { "stray-quote": [5] },
    },
    { it: "names one that opens the header", file: `"${plain}`, rows: 20, says: { "stray-quote": 0 } },
    {
      it: "is refused where it cannot be known what a mark encloses",
      file: csv(cohort("note", twenty('"b, c"', "a", "d"))).replace(",a,", ',"a,'),
      refused: "unbalanced-quote",
    },
    {
      it: "is read literally then, once it is told to be",
      file: csv(cohort("note", twenty('"b, c"', "a", "d"))).replace(",a,", ',"a,'),
      options: { quotes: "literal" },
      rows: 20,
      says: { "row-set-aside": [1, 4, 7, 10, 13, 16, 19] },
    },
    {
      it: "may have marks behind backslashes",
      file: csv(cohort("note", twenty('"said \\"hi, you\\" ok"', "a"))),
      rows: 20,
      says: { "backslash-quotes": 1 },
    },
    { it: "may have marks inside cells", file: csv(cohort("note", twenty('5" tumor', 'a "b" c'))), rows: 20 },
    { it: "is noticed where it has one column only", file: "arm\nA\nB\nA\n", rows: 3, says: { "one-column": 1 } },
    {
      it: "may have 2,500 columns",
      file: `${Array.from({ length: 2500 }, (_, n) => `g${n}`).join(",")}\n${`${Array(2500).fill("1.5").join(",")}\n`.repeat(4)}`,
      rows: 4,
      says: { "wide-table": 2500 },
    },
    { it: "may have one row", file: "id,months,event\nP1,3,1\n", rows: 1, says: { "few-rows": 1 } },
    {
      it: "may have a cell of a million characters, which is named",
      file: csv(cohort("note", ["x".repeat(1_000_000), "b", "c"])),
      rows: 3,
      says: { "very-long-cells": [1] },
    },
    { it: "is refused without rows", file: "id,months,event\n,,\n", refused: "no-data-rows" },
    { it: "is refused where all its lines are blank", file: "\n \n,,\n", refused: "empty-file" },
    {
      it: "loses NUL characters, and says where",
      file: change(3, "A", "A\0").replace("arm", "a\0rm"),
      rows: 20,
      says: { "nul-removed": [3] },
    },
  ]);
});
