import { counted } from "../../../format";
import { failed, ok, type Result } from "../../../result";
import { finishTable } from "../../finishTable";
import { refusal } from "../../refusal";
import type { ColumnReading, Reading, ReadingOptions, Table } from "../../table";
import { addRecord, type TableBuilder, tableBuilder } from "../../tableBuilder";
import { headerRecord, isSecondHeader, looksLikeData } from "../header";
import { onOneScale } from "./percents";
import type { Place, Sheet, SheetRow } from "./sheet";
import { cellNotices, sheetChoices, sheetNotices, whichSheet } from "./sheetNotices";

/** The cells of a sheet as a table; read again from the sheet where late rows overturn an early choice. */
export function sheetTable(whole: Sheet, name: string, sheets: string[], options: ReadingOptions): Result<Table> {
  const others = sheetChoices(sheets.filter((sheet) => sheet !== name));
  const another = others.length > 0 ? "Choose another sheet." : "Save it again with its table.";
  if (whole.lastColumn < 0) return failed(refusal("empty-file", `The sheet “${name}” is empty.`, another, others));
  const place = findTable(
    whole,
    whole.rows.map((row) => recordOf(whole, row)),
    options,
  );
  const sheet = fromRow(whole, place.first);
  const records = sheet.rows.map((row) => recordOf(sheet, row));
  const header = place.hasHeader
    ? records[place.first]
    : records[place.first].map((_, column) => `Column ${column + 1}`);
  const below = place.hasHeader ? place.first + 1 : place.first;
  const second =
    place.hasHeader &&
    options.header === undefined &&
    isSecondHeader(records[below] ?? [], records.slice(below + 1, below + 200));
  const scaled = onOneScale(sheet.rows.slice(second ? below + 1 : below));
  const body = scaled.rows;
  const start = sheet.rows[second ? below : place.first].number - (place.hasHeader ? 0 : 1);
  const told = { ...options, columns: withPoints(header, body, sheet.firstColumn, options) };
  for (let asTexts = new Set<number>(); ; ) {
    const table = fill(tableBuilder(header, told, asTexts), body, sheet, start);
    if (second) table.secondHeader = records[below];
    if (table.rows === 0) {
      return failed(
        refusal(
          "no-data-rows",
          `The sheet “${name}” has ${counted(header.length, "column name")} but no rows.`,
          another,
          others,
        ),
      );
    }
    const notices = [...sheetNotices(sheet, place), ...cellNotices(table, sheet, scaled)];
    const result = finishTable(table, factsOf(sheet, name, sheets, place), notices, options.decimal);
    if (!("again" in result))
      return ok({ ...result.table, questions: [...whichSheet(name, sheets, options), ...result.table.questions] });
    asTexts = new Set([...asTexts, ...result.again]);
  }
}

/** The sheet with the columns that are used from this row on; titles above may stand elsewhere. */
function fromRow(sheet: Sheet, first: number): Sheet {
  const columns = sheet.rows.slice(first).flatMap(({ cells }) => cells.map(({ column }) => column));
  const firstColumn = columns.reduce((least, column) => Math.min(least, column), sheet.lastColumn);
  return { ...sheet, firstColumn, lastColumn: columns.reduce((most, column) => Math.max(most, column), firstColumn) };
}

function recordOf({ firstColumn, lastColumn }: Sheet, { cells }: SheetRow): string[] {
  const record: string[] = Array(Math.max(0, lastColumn - firstColumn + 1)).fill("");
  for (const { column, text } of cells)
    if (column >= firstColumn && column <= lastColumn) record[column - firstColumn] = text.replaceAll("\0", "");
  return record;
}

function findTable({ rows }: Sheet, records: string[][], { header }: ReadingOptions): Place {
  if (header === 0) return { first: 0, hasHeader: false };
  if (header !== undefined) {
    const first = rows.findIndex(({ number }) => number >= header);
    return { first: first < 0 ? rows.length - 1 : first, hasHeader: true };
  }
  const first = headerRecord(records, usualWidth(records));
  return { first, hasHeader: !looksLikeData(records[first], records.slice(first + 1, first + 200)) };
}

/** How many cells most rows fill; notes beside the table would make the sheet wider than it. */
function usualWidth(records: string[][]): number {
  const widths = records.map((record) => record.filter((cell) => cell.trim() !== "").length).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

/** Columns with numbers by type have decimal points, whatever stands in their other cells. */
function withPoints(
  header: string[],
  body: SheetRow[],
  firstColumn: number,
  { columns = [] }: ReadingOptions,
): ColumnReading[] {
  const numeric = new Set(
    body.flatMap(({ cells }) => cells.filter((cell) => cell.numeric).map(({ column }) => column - firstColumn)),
  );
  const { names } = tableBuilder(header, {}, new Set());
  const said = new Map(columns.map((choice) => [choice.name, choice]));
  return names.map((name, place) => ({
    ...(numeric.has(place) ? { decimal: "." as const } : {}),
    ...said.get(name),
    name,
  }));
}

/** Most cells a table can have. */
const mostCells = 200_000_000;

/** Gaps in the numbering of the rows, from the row `before` the first on, are blank rows. */
function fill(table: TableBuilder, body: SheetRow[], sheet: Sheet, before: number): TableBuilder {
  let last = before;
  for (const row of body) {
    table.skipped.blank.count += Math.max(0, row.number - last - 1);
    if (table.rows * table.columns.length <= mostCells) addRecord(table, recordOf(sheet, row), row.number);
    last = row.number;
  }
  return table;
}

function factsOf(
  sheet: Sheet,
  name: string,
  sheets: string[],
  { first, hasHeader }: Place,
): Omit<Reading, "decimal" | "blankLines" | "ghostRows"> {
  const start = sheet.rows[first].number;
  const preamble = Array.from({ length: start - 1 }, (_, line) => {
    const place = sheet.rows.findIndex(({ number }) => number === line + 1);
    return place < 0 ? "" : sheet.rows[place].cells.map(({ text }) => text).join(" ");
  });
  return {
    format: "workbook",
    packed: null,
    encoding: "utf-8",
    bom: false,
    separator: "",
    newline: "lf",
    header: hasHeader ? start : 0,
    preamble: hasHeader ? preamble : [],
    accented: [],
    sheet: name,
    sheets,
  };
}
