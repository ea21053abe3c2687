/** Patients by two groupings: `counts[row][column]`, all rows of one length. */
export type TableOfCounts = readonly (readonly number[])[];

/** The table without rows and columns that are empty, with its margins. */
export interface Margins {
  counts: number[][];
  rows: number[];
  columns: number[];
  total: number;
}

export function withMargins(table: TableOfCounts): Margins {
  const columnSums = (counts: TableOfCounts) => {
    const sums: number[] = counts[0]?.map(() => 0) ?? [];
    for (const row of counts) for (const [j, count] of row.entries()) sums[j] = (sums[j] ?? 0) + count;
    return sums;
  };
  const filled = columnSums(table).map((sum) => sum > 0);
  const counts = table.map((row) => row.filter((_, j) => filled[j])).filter((row) => row.some((count) => count > 0));
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  return { counts, rows, columns: columnSums(counts), total: rows.reduce((sum, count) => sum + count, 0) };
}
