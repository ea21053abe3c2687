import { gzipSync, strToU8, zipSync } from "fflate";
import { describe } from "vitest";
import { bytesOf, cohort, csv, springs, twenty } from "./check";

type Cell = string | number | { xml: string } | null;

const letter = (column: number) => String.fromCharCode(65 + column);
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function cellXml(cell: Cell, reference: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  return cell.xml.replace("<c", `<c r="${reference}"`);
}

/** A workbook of one sheet with these rows. Style 1 shows days, style 2 per cent. */
function book(rows: Cell[][], { after = "", cut = false, workbook = "" } = {}): Uint8Array {
  const data = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${letter(column)}${row + 1}`)).join("")}</row>`,
    )
    .join("");
  const relation = (id: string, target: string) =>
    `<Relationship Id="${id}" Type="x/${target.replace(/\d?\.xml$/, "").replace("sheet", "worksheet")}" Target="${target}"/>`;
  const sheet = `<worksheet><sheetData>${data}</sheetData>${after}</worksheet>`;
  return zipSync({
    "xl/workbook.xml": strToU8(`<workbook>${workbook}<sheets><sheet name="Data" r:id="a"/></sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<R>${relation("a", "sheet1.xml")}${relation("b", "styles.xml")}${relation("c", "sharedStrings.xml")}</R>`,
    ),
    "xl/sheet1.xml": strToU8(cut ? sheet.slice(0, -30) : sheet),
    "xl/styles.xml": strToU8('<s><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></s>'),
    "xl/sharedStrings.xml": strToU8("<sst><si><r><t>rich </t></r><r><t>text</t></r></si></sst>"),
  });
}

const styled = (value: number, style: number): Cell => ({ xml: `<c s="${style}"><v>${value}</v></c>` });
const shared = (index: number): Cell => ({ xml: `<c t="s"><v>${index}</v></c>` });
const names: Cell[] = ["id", "x", "months"];
const rows = (cell: (row: number) => Cell): Cell[][] =>
  Array.from({ length: 12 }, (_, row) => [`P${row}`, cell(row), row + 0.5]);
const table = (cell: (row: number) => Cell) => [names, ...rows(cell)];
const text = csv(cohort("arm", twenty("A", "B")));

describe("a workbook", () => {
  springs([
    {
      it: "may keep numbers as texts, which is said",
      file: book(table((row) => (row % 2 ? `${10 + row}.5` : 10 + row))),
      columns: { x: "number 12 0 0" },
      says: { "numbers-as-text": [2, 4, 6, 8, 10, 12] },
    },
    {
      it: "may show numbers as per cent, which is said",
      file: book(table((row) => styled(row / 100, 2))),
      columns: { x: "number 12 0 0" },
      says: { "percent-format": 12 },
    },
    {
      it: "has days by their style, and names serial 60 as none",
      file: book(table((row) => styled(row === 4 ? 60 : 43_900 + row, 1))),
      columns: { x: "date 11 0 1" },
      unparsed: { x: ["1900-02-29"] },
      says: { "impossible-date": [5] },
    },
    {
      it: "counts from 1904 where it says so",
      file: book(
        table((row) => styled(42_000 + row, 1)),
        { workbook: '<workbookPr date1904="1"/>' },
      ),
      columns: { x: "date 12 0 0" },
    },
    {
      it: "has truth values, errors, and texts in pieces",
      file: book(
        table((row) =>
          row === 0
            ? { xml: '<c t="e"><v>#DIV/0!</v></c>' }
            : row === 1
              ? { xml: '<c t="e"><v>#N/A</v></c>' }
              : row + 0.5,
        ),
      ),
      columns: { x: "number 10 1 1" },
      unparsed: { x: ["#DIV/0!"] },
    },
    {
      it: "may have formulas without saved values, which are named",
      file: book(table((row) => ({ xml: `<c><f>1+1</f>${row % 2 ? "" : `<v>${row}.5</v>`}</c>` }))),
      columns: { x: "number 6 6 0" },
      says: { "formula-cells": 12, "formula-without-value": [2, 4, 6, 8, 10, 12] },
    },
    { it: "unescapes returns in texts", file: book(table(() => "one_x000D_\ntwo")), columns: { x: "category 12 0 0" } },
    {
      it: "fills cells that are merged with one above them, and says so",
      file: book(
        table((row) => (row === 2 ? null : row)),
        { after: '<mergeCells><mergeCell ref="B3:B4"/></mergeCells>' },
      ),
      columns: { x: "number 12 0 0" },
      says: { "merged-cells-filled": [3] },
    },
    {
      it: "leaves such cells empty where they are not merged, and names cells merged across",
      file: book(
        table((row) => (row === 2 ? null : row)),
        { after: '<mergeCells><mergeCell ref="B4:C4"/></mergeCells>' },
      ),
      columns: { x: "number 11 1 0" },
      says: { "merged-cells": [3] },
    },
    {
      it: "may have a line of units below the names",
      file: book([names, [null, "mg/dl", "months"], ...rows((row) => row)]),
      rows: 12,
      columns: { x: "number 12 0 0" },
      says: { "second-header": 1 },
    },
    {
      it: "may have a title right of which nothing else stands",
      file: book([[null, null, null, null, null, "Trial X"], [], names, ...rows((row) => row)]),
      rows: 12,
      says: { "preamble-skipped": 2 },
      reading: { header: 3 },
    },
    {
      it: "says when a row below the table is only a note",
      file: book([...table((row) => row), [], ["* as of 2024"]]),
      rows: 13,
      says: { "rows-nearly-empty": [13] },
    },
    {
      it: "is refused where a text it refers to is lacking",
      file: book(table(() => shared(7))),
      refused: "workbook-damaged",
    },
    { it: "finds the texts that it shares", file: book(table(() => shared(0))), columns: { x: "category 12 0 0" } },
    {
      it: "is refused where its sheet is cut off",
      file: book(
        table((row) => row),
        { cut: true },
      ),
      refused: "workbook-damaged",
    },
    {
      it: "may lie in an archive",
      file: zipSync({ "cohort.xlsx": book(table((row) => row)), "__MACOSX/._cohort.xlsx": strToU8("x") }),
      rows: 12,
      reading: { packed: "zip", format: "workbook" },
    },
  ]);
});

describe("an archive", () => {
  const two = zipSync({ "a.csv": strToU8(text), "b.csv": strToU8(csv(cohort("site", ["X", "Y"]))) });
  springs([
    {
      it: "with one table is read",
      file: zipSync({ "a.csv": strToU8(text), "readme.md": strToU8("x") }),
      rows: 20,
      reading: { packed: "zip" },
    },
    { it: "with two waits for a choice", file: two, refused: "not-a-table" },
    {
      it: "with two is read once one is chosen",
      file: two,
      options: { sheet: "b.csv" },
      rows: 2,
      reading: { sheet: "b.csv", sheets: ["a.csv", "b.csv"] },
    },
    { it: "without a table is refused", file: zipSync({ "a.png": strToU8("x") }), refused: "not-a-table" },
    { it: "of gzip may be cut off", file: gzipSync(bytesOf(text)).subarray(0, 60), refused: "gzip-damaged" },
    { it: "of gzip twice over is refused", file: gzipSync(gzipSync(bytesOf(text))), refused: "not-a-table" },
    { it: "may be a bomb", file: gzipSync(new Uint8Array(60_000_000)), refused: "zip-bomb" },
  ]);
});
