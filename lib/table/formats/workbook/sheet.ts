import { isTrue, textOf, type Workbook } from "./cellText";
import { walkXml, type XmlVisitor } from "./xml";

/** A sheet as texts. */
export interface Sheet {
  rows: SheetRow[];
  /** Columns used, from the first to the last. */
  firstColumn: number;
  lastColumn: number;
  merged: Merged[];
  /** Ranges of columns that are hidden, from 0, first and last. */
  hidden: [first: number, last: number][];
  /** What the user made it with, in words. */
  program: string;
}

/** Cells merged into one, of which the first alone has a value: columns from 0, rows as the sheet numbers them. */
export interface Merged {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  number: number;
  hidden: boolean;
  cells: SheetCell[];
}

export interface SheetCell {
  /** From 0. */
  column: number;
  text: string;
  formula: boolean;
  /** A number by its type; its text has a decimal point whatever the language of the workbook. */
  numeric: boolean;
  /** A number that Excel shows as 100 times as many per cent. */
  percent: boolean;
}

/** Where the table lies in a sheet. */
export interface Place {
  /** Place of the header among the rows of the sheet, or of the first row when there is none. */
  first: number;
  hasHeader: boolean;
}

/** Limits of Excel; a sheet beyond them is none. */
export const mostColumns = 16_384;
export const mostRows = 1_048_576;

export const emptySheet = (program: string): Sheet => ({
  rows: [],
  firstColumn: mostColumns,
  lastColumn: -1,
  merged: [],
  hidden: [],
  program,
});

/** Adds a row that has cells. */
export function addRow(sheet: Sheet, row: SheetRow): void {
  sheet.rows.push(row);
  for (const { column } of row.cells) {
    sheet.firstColumn = Math.min(sheet.firstColumn, column);
    sheet.lastColumn = Math.max(sheet.lastColumn, column);
  }
}

/** Reads the cells of a sheet; null when they lie beyond what a sheet can hold. */
export function readSheet(xml: string, workbook: Workbook): Sheet | null {
  const sheet = emptySheet("Excel");
  // What ends early has been cut off.
  let valid = /<\/(\w+:)?worksheet\s*>\s*$|<(\w+:)?worksheet[^<>]*\/>\s*$/.test(xml.slice(-500));
  walkXml(
    xml,
    sheetVisitor(sheet, workbook, () => {
      valid = false;
    }),
  );
  return valid ? sheet : null;
}

function sheetVisitor(sheet: Sheet, workbook: Workbook, refuse: () => void): XmlVisitor {
  let row: SheetRow = { number: 0, hidden: false, cells: [] };
  let column = -1;
  let cell = { type: "", style: 0, value: "", inline: "", formula: false };
  let into: "value" | "inline" | null = null;
  let phonetic = false;
  return {
    open(name, attribute) {
      if (name === "row") {
        row = { number: Number(attribute("r") ?? row.number + 1), hidden: isTrue(attribute("hidden")), cells: [] };
        column = -1;
        if (!(row.number >= 1 && row.number <= mostRows)) refuse();
      } else if (name === "c") {
        column = columnOf(attribute("r")) ?? column + 1;
        cell = {
          type: attribute("t") ?? "n",
          style: Number(attribute("s") ?? 0),
          value: "",
          inline: "",
          formula: false,
        };
        if (column >= mostColumns) refuse();
      } else if (name === "v") into = "value";
      else if (name === "t") into = phonetic ? null : "inline";
      else if (name === "f") cell.formula = true;
      else if (name === "rPh") phonetic = true;
      else if (name === "mergeCell") noteMerged(sheet, attribute("ref"));
      else if (name === "col" && isTrue(attribute("hidden"))) {
        sheet.hidden.push([Number(attribute("min")) - 1, Number(attribute("max")) - 1]);
      }
    },
    text(text) {
      if (into !== null) cell[into] += text;
    },
    close(name) {
      if (name === "v" || name === "t") into = null;
      else if (name === "rPh") phonetic = false;
      else if (name === "row" && row.cells.length > 0) addRow(sheet, row);
      else if (name === "c") {
        const text = textOf(cell, workbook);
        if (text === null) refuse();
        if (!text && !cell.formula) return;
        const isNumber = cell.type === "n" && workbook.styles[cell.style] !== "day";
        row.cells.push({
          column,
          text: text ?? "",
          formula: cell.formula,
          numeric: isNumber,
          percent: isNumber && workbook.styles[cell.style] === "percent",
        });
      }
    },
  };
}

function noteMerged(sheet: Sheet, reference: string | null): void {
  const [from = "", to = from] = (reference ?? "").replaceAll("$", "").split(":");
  const [firstColumn, lastColumn] = [columnOf(from), columnOf(to)];
  const [firstRow, lastRow] = [from, to].map((cell) => Number(/(?<!\d)\d+$/.exec(cell)?.[0] ?? 0));
  if (firstColumn !== null && lastColumn !== null && firstRow >= 1)
    sheet.merged.push({ firstRow, lastRow, firstColumn, lastColumn });
}

function columnOf(reference: string | null): number | null {
  const letters = /^([A-Z]{1,4})\d*$/.exec(reference ?? "")?.[1];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = 26 * column + letter.charCodeAt(0) - 64;
  return column - 1;
}
