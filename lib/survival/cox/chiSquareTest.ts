import { chiSquareUpper } from "../../numeric/chiSquare";

export interface ChiSquareTest {
  chiSquare: number;
  df: number;
  p: number;
}

/** With its P, the upper tail; NaN without degrees of freedom. A statistic that rounding made negative counts as 0. */
export const chiSquareTest = (chiSquare: number, df: number): ChiSquareTest => ({
  chiSquare,
  df,
  p: df > 0 ? chiSquareUpper(Math.max(0, chiSquare), df) : Number.NaN,
});
