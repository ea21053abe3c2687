import { counted } from "../../../format";
import { failed, ok, type Result } from "../../../result";
import type { MayExplain } from "../../codeBook/codeBook";
import { finishTable } from "../../finishTable";
import { refusal } from "../../refusal";
import type { ColumnReading, Reading, ReadingOptions, Table } from "../../table";
import { addRecord, type TableBuilder, tableBuilder } from "../../tableBuilder";
import { headerRecord, looksLikeData } from "../header";
import { headerJoined } from "../headerJoined";
import { type HeaderRows, headerRows, joinedNames } from "../headerRows";
import { filledDown, mergedNotices, spreadAcross } from "./merged";
import { onOneScale } from "./percents";
import type { Place, Sheet, SheetRow } from "./sheet";
import { cellNotices, dataRows, sheetChoices, sheetNotices, whichSheet } from "./sheetNotices";

/** The cells of a sheet as a table; read again from the sheet where late rows overturn an early choice. */
export function sheetTable(
  whole: Sheet,
  name: string,
  sheets: string[],
  options: ReadingOptions,
  beside: readonly OtherSheet[] = [],
): Result<Table> {
  const others = sheetChoices(sheets.filter((sheet) => sheet !== name));
  const another = others.length > 0 ? "Choose another sheet." : "Save it again with its table.";
  if (whole.lastColumn < 0) return failed(refusal("empty-file", `The sheet “${name}” is empty.`, another, others));
  const place = findTable(
    whole,
    whole.rows.map((row) => recordOf(whole, row)),
    options,
  );
  const cut = fromRow(whole, place.first);
  const records = cut.rows.map((row) => recordOf(cut, row));
  const rows = place.hasHeader && options.header === undefined ? rowsOfHeader(cut, records, place.first) : null;
  const below = place.first + (place.hasHeader ? 1 : 0) + (rows?.below ?? 0);
  const { sheet, filled } = filledDown(cut, cut.rows[below]?.number ?? Number.POSITIVE_INFINITY);
  const header = place.hasHeader
    ? (rows?.names ?? records[place.first])
    : records[place.first].map((_, column) => `Column ${column + 1}`);
  const units = rows ? records.slice(place.first + (rows.joined ? 2 : 1), below) : [];
  const scaled = onOneScale(sheet.rows.slice(below));
  const body = scaled.rows;
  const start = place.hasHeader ? cut.rows[below - 1].number : cut.rows[place.first].number - 1;
  const joined = rows !== null && (rows.above || rows.joined);
  const told = { ...options, columns: withPoints(header, body, sheet.firstColumn, options) };
  for (let asTexts = new Set<number>(); ; ) {
    const table = fill(tableBuilder(header, told, asTexts), body, sheet, start);
    table.secondHeader = units;
    table.mayExplain.push(...beside);
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
    const rowOf = dataRows(table);
    for (const { row, column } of filled) noteFilled(table, rowOf.get(row), column - sheet.firstColumn);
    const notices = [
      ...headerJoined(rows),
      ...sheetNotices(sheet, { ...place, groups: rows?.above ?? false, names: table.names }),
      ...cellNotices(table, sheet, scaled),
      ...mergedNotices(sheet, filled, rowOf, table.names, joined),
    ];
    const result = finishTable(table, factsOf(sheet, name, sheets, place), notices, options.decimal);
    if (!("again" in result))
      return ok({
        ...result.table,
        questions: [...whichSheet(name, sheets, alike(header, beside), options), ...result.table.questions],
      });
    asTexts = new Set([...asTexts, ...result.again]);
  }
}

function noteFilled({ filledDown, names }: TableBuilder, row: number | undefined, place: number): void {
  const name = names[place];
  if (row !== undefined && name !== undefined) filledDown.set(name, [...(filledDown.get(name) ?? []), row - 1]);
}

/** Another sheet, which may say what the values of this one mean, or hold more patients. */
export interface OtherSheet extends MayExplain {
  name: string;
  hidden: boolean;
}

export const otherSheet = (name: string, hidden: boolean, sheet: Sheet): OtherSheet => ({
  name,
  hidden,
  from: `the sheet “${name}”`,
  records: sheet.rows.slice(0, mostExplaining).map(({ cells }) => cells.map(({ text }) => text)),
});

const mostExplaining = 5000;

/** The other sheets with these names of columns. */
function alike(header: readonly string[], beside: readonly OtherSheet[]): string[] {
  const plain = (record: readonly string[]) =>
    record
      .map((cell) => cell.trim().toLowerCase())
      .filter(Boolean)
      .join("\t");
  const wanted = plain(header);
  return beside
    .filter(({ hidden, records }) => !hidden && records.slice(0, 10).some((record) => plain(record) === wanted))
    .map(({ name }) => name);
}

/** The rows of the header, the first of them being the one that was found; merged cells stand over all their columns. */
function rowsOfHeader(sheet: Sheet, records: string[][], first: number): HeaderRows {
  const { rows } = sheet;
  const above = rows[first - 1]?.number === rows[first].number - 1 ? records[first - 1] : null;
  const spreadAbove = above && spreadAcross(sheet, rows[first - 1].number, above);
  const body = records.slice(first + 1, first + 201);
  const found = headerRows(spreadAbove ?? above, records[first], body, spreadAbove !== null);
  const spread = found.joined ? spreadAcross(sheet, rows[first].number, records[first]) : null;
  return spread ? { ...found, names: joinedNames(spread, body[0], true) } : found;
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
