import { appendCell } from "./columns/appendCell";
import { type ColumnBuilder, columnBuilder } from "./columns/columnBuilder";
import { headerNames } from "./headerNames";
import type { ColumnReading, Notice, ReadingOptions, Table } from "./table";

/** A table in the making, record by record. */
export interface TableBuilder {
  names: string[];
  columns: ColumnBuilder[];
  choices: ColumnReading[];
  rows: number;
  blankLines: number;
  ghostRows: number;
  /** The header as written, none where the file has none; records equal to it are no rows. */
  header: readonly string[];
  repeatedHeaders: number;
  /** Rows (from 0) with fewer cells than columns, and with more. */
  short: number[];
  long: { row: number; surplus: string[] }[];
  /** Rows from whose cells NUL characters were removed. */
  withNul: number[];
  lines: Table["lines"];
  lastLine: number;
  headerNotices: Notice[];
}

/**
 * `asTexts` names the columns (by place) that an earlier pass could not decide as numbers; `written` is the header record as the file has it,
 * by which repetitions of it are known.
 */
export function tableBuilder(
  header: string[],
  options: ReadingOptions,
  asTexts: ReadonlySet<number>,
  written: readonly string[] = [],
): TableBuilder {
  const { names, notices } = headerNames(header);
  const said = new Map(options.columns?.map((choice) => [choice.name, choice]));
  const choices = names.map((name): ColumnReading => ({ decimal: options.decimal, ...said.get(name), name }));
  return {
    names,
    columns: choices.map((choice, place) => columnBuilder(choice, asTexts.has(place))),
    choices,
    rows: 0,
    blankLines: 0,
    ghostRows: 0,
    header: written,
    repeatedHeaders: 0,
    short: [],
    long: [],
    withNul: [],
    lines: [],
    lastLine: Number.NaN,
    headerNotices: notices,
  };
}

/**
 * Adds the record that starts on this line of the file. A record without any text is no row: a blank line, or a ghost of separators alone.
 * Missing cells at its end are padded as missing; surplus cells that say something are set aside, and the row named.
 */
export function addRecord(table: TableBuilder, record: readonly string[], line: number): void {
  const { columns, rows } = table;
  if (isBlank(record[0]) && record.every(isBlank)) {
    if (record.length === 1) table.blankLines++;
    else table.ghostRows++;
    return;
  }
  if (isHeader(table, record)) {
    table.repeatedHeaders++;
    return;
  }
  const width = columns.length;
  if (record.length < width) table.short.push(rows);
  else if (record.length > width) noteSurplus(table, record.slice(width));
  for (let place = 0; place < width; place++) appendCell(columns[place], place < record.length ? record[place] : "");
  if (line !== table.lastLine + 1) table.lines.push({ row: rows, line });
  table.lastLine = line;
  table.rows++;
}

/** Whether a cell says nothing. */
export function isBlank(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return !(first > 32 && first < 127) && cell.trim() === "";
}

/** In files put together from several the header comes again. */
function isHeader({ header }: TableBuilder, record: readonly string[]): boolean {
  return (
    header.length > 1 &&
    record[0] === header[0] &&
    record.length === header.length &&
    record.every((cell, place) => cell === header[place])
  );
}

function noteSurplus(table: TableBuilder, surplus: string[]): void {
  if (!surplus.every(isBlank)) table.long.push({ row: table.rows, surplus });
}
