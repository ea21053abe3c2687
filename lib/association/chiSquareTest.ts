import { chiSquareUpper } from "../numeric/chiSquare";
import { type TableOfCounts, withMargins } from "./tableOfCounts";

export interface ChiSquareTest {
  chiSquare: number;
  df: number;
  p: number;
  /** The smallest count expected without association. */
  leastExpected: number;
}

/**
 * Pearson's χ² test of association, without continuity correction, as R's `chisq.test(correct = FALSE)`. Empty rows and
 * columns count for nothing; with fewer than two of either left P is NaN.
 */
export function chiSquareTest(table: TableOfCounts): ChiSquareTest {
  const { counts, rows, columns, total } = withMargins(table);
  let chiSquare = 0;
  let leastExpected = Number.POSITIVE_INFINITY;
  for (const [i, row] of counts.entries())
    for (const [j, count] of row.entries()) {
      const expected = ((rows[i] ?? 0) * (columns[j] ?? 0)) / total;
      leastExpected = Math.min(leastExpected, expected);
      chiSquare += (count - expected) ** 2 / expected;
    }
  const df = (rows.length - 1) * (columns.length - 1);
  const tested = rows.length > 1 && columns.length > 1;
  return { chiSquare, df, p: tested ? chiSquareUpper(chiSquare, df) : Number.NaN, leastExpected };
}
