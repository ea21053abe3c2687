import type { Problem } from "../result";
import { dayToIso } from "../table/dates";
import type { Column, Reading, Table } from "../table/table";
import { identifyingReason } from "./identifying";

/** What the page knows of the table: everything the Data place shows, and no rows but the first. */
export interface TableSummary {
  rows: number;
  reading: Reading;
  columns: ColumnSummary[];
  notices: Problem[];
}

export interface ColumnSummary {
  name: string;
  kind: Column["kind"];
  /** Cells without a value, the unparsed ones not among them. */
  missing: number;
  /** Cells that are not of the column's kind. */
  unparsed: number;
  /** Number of different texts; null where there are more than 1,000 and the column is not text. */
  distinct: number | null;
  /** Values as written with counts, most frequent first, at most 50; null where every cell may differ. */
  levels: { value: string; count: number }[] | null;
  /** Smallest and largest value, as text; null for text. */
  range: [string, string] | null;
  /** The cells of the first rows as they are shown. */
  firstCells: string[];
  /** Why it may identify patients, null when nothing was found. */
  identifying: string | null;
}

const shownRows = 12;
const shownLevels = 50;

export function tableSummary(table: Table): TableSummary {
  return {
    rows: table.rows,
    reading: table.reading,
    notices: table.notices,
    columns: table.columns.map((column) => summary(table, column)),
  };
}

function summary(table: Table, column: Column): ColumnSummary {
  const unparsed = table.unparsed.get(column.name)?.length ?? 0;
  const values = column.kind === "number" ? column.values : column.kind === "date" ? column.days : null;
  const empty = values
    ? count(values, Number.isNaN) - unparsed
    : count(column.written?.codes ?? [], (code) => code < 0);
  return {
    name: column.name,
    kind: column.kind,
    missing: empty,
    unparsed,
    distinct: column.written?.levels.length ?? null,
    levels: levelCounts(column),
    range: values ? rangeOf(column, values) : null,
    firstCells: Array.from({ length: Math.min(shownRows, table.rows) }, (_, row) => cellText(column, row)),
    identifying: identifyingReason(column, table.rows),
  };
}

function count(values: ArrayLike<number>, test: (value: number) => boolean): number {
  let total = 0;
  for (let row = 0; row < values.length; row++) if (test(values[row])) total++;
  return total;
}

function levelCounts({ written }: Column): ColumnSummary["levels"] {
  if (!written) return null;
  const counts = new Int32Array(written.levels.length);
  for (const code of written.codes) if (code >= 0) counts[code]++;
  const all = written.levels.map((value, code) => ({ value, count: counts[code] }));
  return all.sort((a, b) => b.count - a.count).slice(0, shownLevels);
}

function rangeOf(column: Column, values: Float64Array): [string, string] | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min > max) return null;
  return column.kind === "date" ? [dayToIso(min), dayToIso(max)] : [String(min), String(max)];
}

/** A cell as shown: as written where that is kept, else the number or the date. */
export function cellText(column: Column, row: number): string {
  if (column.written) return column.written.codes[row] < 0 ? "" : column.written.levels[column.written.codes[row]];
  const value = column.kind === "number" ? column.values[row] : column.kind === "date" ? column.days[row] : Number.NaN;
  if (Number.isNaN(value)) return "";
  return column.kind === "date" ? dayToIso(value) : String(value);
}
