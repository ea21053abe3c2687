import type { CodeBook, MayExplain } from "./codeBook/codeBook";
import { appendCell } from "./columns/appendCell";
import { type ColumnBuilder, columnBuilder } from "./columns/columnBuilder";
import { headerNames } from "./headerNames";
import type { ColumnReading, Notice, ReadingOptions, Table } from "./table";

export type SkippedLine = "blank" | "ghost" | "header" | "comment" | "rule";

/** How many lines, and where the first thousand stand in the file. */
export interface Skipped {
  count: number;
  lines: number[];
}

const none = (): Skipped => ({ count: 0, lines: [] });

/** Notes one more line that is no row. */
export function skip({ skipped }: TableBuilder, what: SkippedLine, line: number): void {
  note(skipped[what], line);
}

function note(found: Skipped, line: number): void {
  if (found.count++ < 1000) found.lines.push(line);
}

/** A table in the making, record by record. */
export interface TableBuilder {
  names: string[];
  columns: ColumnBuilder[];
  choices: ColumnReading[];
  rows: number;
  /** Lines that are no rows. */
  skipped: Record<SkippedLine, Skipped>;
  /** The header as written, none where the file has none; records equal to it are no rows. */
  header: readonly string[];
  /** Lines below the header that hold units or labels, as written. */
  secondHeader: readonly (readonly string[])[];
  /** A code book that came beside the file, and what of the file may be one. */
  codeBook: CodeBook | null;
  mayExplain: MayExplain[];
  /** NUL characters were removed from names. */
  nulInHeader: boolean;
  /** Some row begins with "#" and is as wide as the table, so that others that do are no comments. */
  hashRows: number[];
  /** Rows (from 0) of wider tables in which one cell alone says something. */
  lonely: { row: number; text: string }[];
  /** Rows (from 0) below an empty line that hold names rather than values: another table may begin there. */
  restarts: { row: number; names: string[] }[];
  /** Rows (from 0) with fewer cells than columns, and with more. */
  short: number[];
  long: { row: number; surplus: string[] }[];
  /** Rows from whose cells NUL characters were removed. */
  withNul: number[];
  /** The line at which the table ends by the user's word, 0 for that of the file; null where nothing is said. */
  end: number | null;
  /** Lines below it that say something. */
  beyond: Skipped;
  /** Rows (from 0) with the value of the cell above that theirs is merged with, by column. */
  filledDown: Map<string, number[]>;
  lines: Table["lines"];
  lastLine: number;
  headerNotices: Notice[];
}

/**
 * `asTexts` names the columns (by place) that an earlier pass could not decide as numbers; `written` is the header
 * record as the file has it, by which repetitions of it are known.
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
  const room = { bytes: 0 };
  return {
    names,
    columns: choices.map((choice, place) => columnBuilder(choice, asTexts.has(place), room)),
    choices,
    rows: 0,
    skipped: { blank: none(), ghost: none(), header: none(), comment: none(), rule: none() },
    header: written,
    secondHeader: [],
    codeBook: options.codeBook ?? null,
    mayExplain: [],
    nulInHeader: false,
    hashRows: [],
    lonely: [],
    restarts: [],
    short: [],
    long: [],
    withNul: [],
    end: options.lastLine ?? null,
    beyond: none(),
    filledDown: new Map(),
    lines: [],
    lastLine: Number.NaN,
    headerNotices: notices,
  };
}

/**
 * Adds the record that starts on this line of the file. A record without any text is no row: a blank line, or a ghost
 * of separators alone; nor is the header come again, a comment, or a line drawn of dashes. Missing cells at its end are
 * padded as missing; surplus cells that say something are set aside, and the row named.
 */
export function addRecord(table: TableBuilder, record: readonly string[], line: number): void {
  const { columns, rows, end } = table;
  if (end !== null && end > 0 && line > end) {
    if (!record.every(isBlank)) note(table.beyond, line);
    return;
  }
  const other = noRow(table, record);
  if (other) {
    skip(table, other, line);
    return;
  }
  const width = columns.length;
  if (width > 2 && (isBlank(record[0]) || isBlank(record[1] ?? ""))) noteLonely(table, record);
  if (record.length < width) table.short.push(rows);
  else if (record.length > width) noteSurplus(table, record.slice(width));
  for (let place = 0; place < width; place++) appendCell(columns[place], place < record.length ? record[place] : "");
  if (line !== table.lastLine + 1) {
    table.lines.push({ row: rows, line });
    if (rows > 0) noteRestart(table, record);
  }
  table.lastLine = line;
  table.rows++;
}

function noRow(table: TableBuilder, record: readonly string[]): SkippedLine | null {
  if (isBlank(record[0]) && record.every(isBlank)) return record.length === 1 ? "blank" : "ghost";
  const first = record[0].charCodeAt(0);
  if (isHeader(table, record)) return "header";
  if (first === 35) return isComment(table, record) ? "comment" : null;
  return (first === 45 || first === 61 || first === 43 || isBlank(record[0])) && record.length > 1 && isRule(record)
    ? "rule"
    : null;
}

/** A line that begins with "#" and is not as wide as the table, unless rows have ids that begin so. */
function isComment(table: TableBuilder, record: readonly string[]): boolean {
  if (record.length >= table.columns.length && !record.slice(1).every(isBlank)) {
    if (table.hashRows.length < 1000) table.hashRows.push(table.rows);
    return false;
  }
  return table.hashRows.length === 0 && table.columns.length > 1;
}

const isRule = (record: readonly string[]) => record.every((cell) => /^\s*(?:[-=+:]{3,}\s*)?$/.test(cell));

function noteLonely({ lonely, rows }: TableBuilder, record: readonly string[]): void {
  const texts = record.filter((cell) => !isBlank(cell));
  if (texts.length === 1 && lonely.length < 1000) lonely.push({ row: rows, text: texts[0].trim() });
}

/** Two names at least, and fewer than the columns, none with a digit, below the line that sets them off. */
function noteRestart({ restarts, rows, columns }: TableBuilder, record: readonly string[]): void {
  const names = record.filter((cell) => !isBlank(cell)).map((cell) => cell.trim());
  if (names.length < 2 || names.length >= columns.length || restarts.length >= 100) return;
  if (!names.some((name) => /\d/.test(name)) && new Set(names).size === names.length)
    restarts.push({ row: rows, names });
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
