import type { Board } from "../board/board";
import { sampleQuantile } from "../numeric/sampleQuantile";
import type { Column, Table } from "../table";
import { findColumn } from "./columns";
import { patientCounter } from "./counting";
import { rowsWithValue } from "./derive";
import { type Level, levelsOf } from "./levels";
import type { Patients } from "./patients";
import { spellingVariants } from "./spellings";

/** What the page shows when it looks at one column closely. */
export interface ColumnDetails {
  name: string;
  /**
   * In the order they are drawn, with the patients of each; null where the column has too many values to be categories.
   */
  levels: (Level & { count: number })[] | null;
  ordered: boolean;
  /** How many different values there are before the rarer ones become one. */
  different: number;
  /** Spellings that are probably one value, most frequent first. */
  variants: { value: string; count: number }[][];
  /** Of the patients with a value, R's type 7; null of what is no number, and where there is none. */
  median: number | null;
}

export function columnDetails(table: Table, patients: Patients, board: Board, name: string): ColumnDetails | null {
  const column = findColumn(table, name);
  if (!column) return null;
  const found = levelsOf(column, board, patients.size);
  const median = medianOf(column, patients);
  if (!found) return { name, levels: null, ordered: false, different: 0, variants: [], median };
  const counted = patientCounter(patients);
  const levels = found.levels.map((level) => ({ ...level, count: 0 }));
  for (let row = 0; row < table.rows; row++) {
    const level = levels[found.codes[row] ?? -1];
    const code = found.codes[row] ?? -1;
    if (level) level.count += counted(row, code);
  }
  return {
    name,
    levels,
    ordered: found.ordered,
    different: column.written?.levels.length ?? 0,
    variants: column.kind === "category" ? spellingVariants(levels) : [],
    median,
  };
}

function medianOf(column: Column, patients: Patients): number | null {
  if (column.kind !== "number") return null;
  const rows = rowsWithValue(column.values, patients);
  if (rows.length === 0) return null;
  const of = (each: ArrayLike<number>) => Float64Array.from(rows, (row) => each[row] ?? Number.NaN);
  return sampleQuantile(of(column.values), 0.5, of(patients.size));
}
