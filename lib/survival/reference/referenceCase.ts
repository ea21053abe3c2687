export type { Stored } from "../../agreement/agreement";

import { type Subjects, timeOrder } from "../index";

/** One computation of R: what was asked of which table, and everything it gave. */
export interface ReferenceCase<Expected = unknown> {
  id: string;
  kind: string;
  /** The call in R. */
  call: string;
  spec: Spec;
  expected: Expected;
  table: ReferenceTable;
}

export interface Spec {
  time: string;
  event?: string;
  status?: string;
  entry?: string;
  group?: string;
  weights?: string;
  strata?: string | string[];
  timefix?: boolean;
}

export interface ReferenceTable {
  rows: number;
  /** Numbers, NaN where missing; of a factor its level's place, −1 where missing. */
  column(name: string): Float64Array;
  levels(name: string): string[];
  /** Whether the column is declared a factor: it then holds places of levels, and else the values themselves. */
  isFactor(name: string): boolean;
}

/** What a file of the reference holds. */
export interface ReferenceFile {
  dataset: string;
  csv: string;
  columns: { name: string; levels?: string[] }[];
  cases: Omit<ReferenceCase, "table">[];
}

/** The cases of a data set, from the texts of its two files. */
export function casesOf({ columns, cases }: ReferenceFile, csv: string): ReferenceCase[] {
  const table = readTable(csv, columns);
  return cases.map((one) => ({ ...one, table }));
}

/** The files hold no quoted cells. */
export function readTable(text: string, columns: ReferenceFile["columns"]): ReferenceTable {
  const [header, ...lines] = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const cells = (name: string) => lines.map((line) => line[header.indexOf(name)]);
  const levels = (name: string) =>
    columns.find((column) => column.name === name)?.levels ??
    [...new Set(cells(name))].filter((cell) => cell !== "").sort((a, b) => Number(a) - Number(b));
  const isFactor = (name: string) => columns.find((column) => column.name === name)?.levels !== undefined;
  const column = (name: string) =>
    Float64Array.from(cells(name), (cell) =>
      isFactor(name) ? levels(name).indexOf(cell) : cell === "" ? Number.NaN : Number(cell),
    );
  return { rows: lines.length, column, levels, isFactor };
}

/** Level numbers of a column as R's `factor()` makes them; −1 where missing. */
export function codes(table: ReferenceTable, name: string): Int32Array {
  const values = table.column(name);
  const distinct = [...new Set(values)].filter((value) => value >= 0 || value < -1).sort((a, b) => a - b);
  return Int32Array.from(values, (value) => distinct.indexOf(value));
}

/**
 * The rows of a case as subjects: NaN time where a variable of the case is missing, groups without rows dropped as in
 * R.
 */
export function subjectsOf({ table, spec }: Pick<ReferenceCase, "table" | "spec">): Subjects {
  const time = table.column(spec.time);
  const status = table.column(spec.event ?? (spec.status as string));
  const entry = spec.entry === undefined ? undefined : table.column(spec.entry);
  const weight = spec.weights === undefined ? undefined : table.column(spec.weights);
  const group = spec.group === undefined ? undefined : codes(table, spec.group);
  const strata = [spec.strata ?? []].flat().map((name) => codes(table, name));
  const missing = (row: number) =>
    Number.isNaN(status[row]) ||
    (weight && Number.isNaN(weight[row])) ||
    group?.[row] === -1 ||
    strata.some((codes) => codes[row] === -1);
  return {
    time: time.map((t, row) => (missing(row) ? Number.NaN : t)),
    cause: Uint8Array.from(status, (value) => (Number.isNaN(value) ? 0 : value)),
    entry,
    weight,
    weightKind: weight && (weight.every((w) => w === Math.floor(w)) ? "count" : "sampling"),
    group: group && Int16Array.from(group),
    strata:
      strata.length > 0
        ? Int32Array.from(time, (_, row) => strata.reduce((code, codes) => code * 100 + codes[row], 0))
        : undefined,
  };
}

/** Rows a case leaves out. */
export const dropped = ({ time, entry }: Subjects): number => time.length - timeOrder(time, entry).order.length;
