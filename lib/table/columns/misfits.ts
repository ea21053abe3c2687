import type { FinishedColumn } from "./columnFinish";

/**
 * Rows with surplus cells in which some cell is not of its column's kind: probably a separator inside an unquoted text
 * has moved the cells behind it. None of their cells can be trusted, so all are set to missing; the rows stay and are
 * returned, to be named.
 */
export function setAsideMisfits(long: readonly { row: number }[], columns: FinishedColumn[]): number[] {
  if (long.length === 0) return [];
  const suspects = new Set(long.map(({ row }) => row));
  const misfits = new Set(
    columns.flatMap(({ unparsed }) => unparsed.filter(({ row }) => suspects.has(row)).map(({ row }) => row)),
  );
  for (const finished of columns) {
    finished.unparsed = finished.unparsed.filter(({ row }) => !misfits.has(row));
    for (const row of misfits) clear(finished, row);
  }
  return [...misfits].sort((a, b) => a - b);
}

function clear({ column }: FinishedColumn, row: number): void {
  if (column.written) column.written.codes[row] = -1;
  if (column.kind === "number") column.values[row] = Number.NaN;
  if (column.kind === "date") column.days[row] = Number.NaN;
}
