import type { Column, Table } from "../table";

/** What programs call the column of row numbers that they write before the first: R, readr, pandas, and nobody. */
const labelNames = /^(column 1|row[ ._]?names?|x|unnamed: 0|\.\.\.1|index|row|row[ ._]?(no|number|nr|num)|obs)$/i;

/**
 * The first column where it merely numbers the rows, by its name and its whole numbers, each greater than the one
 * above; null where it says something. Rows that differ in it alone are alike.
 */
export function rowLabels({ columns: [column], rows }: Table): Column | null {
  if (column?.kind !== "number" || !labelNames.test(column.name) || rows < 2) return null;
  const { values } = column;
  const rises = (value: number, row: number) =>
    Number.isInteger(value) && (row === 0 || value > (values[row - 1] ?? 0));
  return values.every(rises) ? column : null;
}
