import type { ValueLabel } from "./codeBook/choicesIn";
import { dayToIso } from "./dates";
import type { Column, Notice, Question, Reading, Table } from "./table";

/** A table in words and counts: what the Data place shows and `analyze --describe` prints. */
export interface Description {
  rows: number;
  reading: Reading;
  columns: ColumnDescription[];
  /** The first rows as they are shown, cells in the order of the columns. */
  firstRows: string[][];
  /** The lines of the file, or rows of its sheet, that these stand in. */
  firstLines: number[];
  notices: Notice[];
  questions: Question[];
}

export interface ColumnDescription {
  name: string;
  kind: Column["kind"];
  /** valid + missing + unparsed = rows. */
  valid: number;
  missing: number;
  unparsed: number;
  /** The first 100 cells that are not of the column's kind; rows from 1. */
  unparsedCells: { row: number; text: string }[];
  /** Words other than the empty cell that were read as missing. */
  missingWords: { word: string; count: number }[];
  /** Number of different texts, null where they were not kept. */
  distinct: number | null;
  /** What its values mean by a code book, and which; null where none says so. */
  labels: { from: string; labels: readonly ValueLabel[] } | null;
  /** The most frequent texts as written, at most 50; null where they were not kept. */
  levels: { value: string; count: number }[] | null;
  /** Of the valid numbers or days, days as 2021-03-28; null for text and where there is none. */
  min: number | string | null;
  max: number | string | null;
  sum: number | null;
  /**
   * A cell that could be taken for something else than it stands for, "1.291" for 1291 or "03/04/2020" for 2020-04-03;
   * null where none is known.
   */
  example: { text: string; value: number | string } | null;
}

const shownRows = 12;
const shownLevels = 50;
const shownCells = 100;

export function describe(table: Table): Description {
  const { rows, reading, notices, questions } = table;
  const firstRows = Array.from({ length: Math.min(shownRows, rows) }, (_, row) =>
    table.columns.map((column) => cellText(column, row)),
  );
  return {
    rows,
    reading,
    columns: table.columns.map((column) => describeColumn(table, column)),
    firstRows,
    firstLines: firstRows.map((_, row) => lineOf(table, row)),
    notices,
    questions,
  };
}

/** A cell as shown: as written where that is kept, else the number or the day; empty where missing. */
export function cellText(column: Column, row: number): string {
  if (column.written) return column.written.codes[row] < 0 ? "" : column.written.levels[column.written.codes[row]];
  const value = column.kind === "number" ? column.values[row] : column.kind === "date" ? column.days[row] : Number.NaN;
  if (Number.isNaN(value)) return "";
  return column.kind === "date" ? dayToIso(value) : String(value);
}

/** The cells of a column as texts; cells that could not be read as they are in the file. */
export function cellTexts(table: Table, column: Column): (row: number) => string {
  const odd = new Map(table.unparsed.get(column.name)?.map(({ row, text }) => [row, text]));
  return (row) => cellText(column, row) || (odd.get(row) ?? "");
}

/** The same, and words that were read as missing as they are in the file, too. */
export function fileTexts(table: Table, column: Column): (row: number) => string {
  const text = cellTexts(table, column);
  const words = [...(table.missingWords.get(column.name) ?? [])];
  const missing = new Map(words.flatMap(([word, { rows }]) => rows.map((row) => [row, word] as const)));
  return (row) => text(row) || (missing.get(row) ?? "");
}

function describeColumn({ rows, unparsed, missingWords, codeBook }: Table, column: Column): ColumnDescription {
  const odd = unparsed.get(column.name) ?? [];
  const values = column.kind === "number" ? column.values : column.kind === "date" ? column.days : null;
  const valid = values ? values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + 1), 0) : withLevel(column);
  const levels = levelCounts(column);
  const words = [...(missingWords.get(column.name) ?? [])].map(([word, { count }]) => ({ word, count }));
  return {
    name: column.name,
    kind: column.kind,
    valid,
    missing: rows - valid - odd.length,
    unparsed: odd.length,
    unparsedCells: odd.slice(0, shownCells).map(({ row, text }) => ({ row: row + 1, text })),
    missingWords: words,
    labels: labelsIn(codeBook, column.name),
    distinct: levels?.length ?? null,
    levels: levels?.slice(0, shownLevels) ?? null,
    example: values ? example(column, values) : null,
    ...(values ? extent(column, values) : { min: null, max: null, sum: null }),
  };
}

function labelsIn(codeBook: Table["codeBook"], name: string): ColumnDescription["labels"] {
  const found = codeBook?.columns.find((each) => each.name === name);
  return codeBook && found ? { from: codeBook.from, labels: found.labels } : null;
}

/** Of the cells that are written otherwise than their value the one most easily mistaken. */
function example({ kind, written }: Column, values: Float64Array): ColumnDescription["example"] {
  if (!written) return null;
  const mistaken = written.levels.map((text) => (kind === "date" ? dateDoubt(text) : numberDoubt(text)));
  const most = mistaken.reduce((greatest, doubt) => Math.max(greatest, doubt), 0);
  if (most === 0) return null;
  const row = written.codes.findIndex((code, at) => mistaken[code] === most && !Number.isNaN(values[at]));
  if (row < 0) return null;
  const value = values[row];
  return { text: written.levels[written.codes[row]], value: kind === "date" ? dayToIso(value) : value };
}

/** 2 where day and month, or thousands and decimals, can be exchanged, 1 where the text is not plainly its value. */
const dateDoubt = (text: string): number => {
  const [, first, second] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d+/.exec(text) ?? [];
  if (first === undefined) return /^\d{4}-\d\d-\d\d$/.test(text) ? 0 : 1;
  return first !== second && Number(first) <= 12 && Number(second) <= 12 ? 2 : 1;
};
const numberDoubt = (text: string): number =>
  /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? 2 : /^[-+]?\d*(\.\d*)?$/.test(text) ? 0 : 1;

function withLevel({ written }: Column): number {
  return written ? written.codes.reduce((sum, code) => (code < 0 ? sum : sum + 1), 0) : 0;
}

/** All levels that cells have, the most frequent first. */
function levelCounts({ written }: Column): { value: string; count: number }[] | null {
  if (!written) return null;
  const counts = new Int32Array(written.levels.length);
  for (const code of written.codes) if (code >= 0) counts[code]++;
  const all = written.levels.map((value, code) => ({ value, count: counts[code] })).filter(({ count }) => count > 0);
  return all.sort((a, b) => b.count - a.count);
}

function extent({ kind }: Column, values: Float64Array): Pick<ColumnDescription, "min" | "max" | "sum"> {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
  }
  if (min > max) return { min: null, max: null, sum: null };
  return kind === "date" ? { min: dayToIso(min), max: dayToIso(max), sum: null } : { min, max, sum };
}

/** The line of the file, or the row of its sheet, on which a data row (from 0) starts. */
export function lineOf({ lines }: Table, row: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle].row <= row) low = middle;
    else high = middle - 1;
  }
  return lines.length === 0 ? row + 1 : lines[low].line + row - lines[low].row;
}
