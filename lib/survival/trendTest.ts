import { quadraticForm } from "../numeric/linearAlgebra";
import { normalUpperLog } from "../numeric/normal";
import { type LogRankResult, logRank, type TestOptions, type Untestable } from "./logRank";
import type { Subjects } from "./subjects";

export type TrendResult =
  | { kind: "tested"; scores: number[]; z: number; chiSquare: number; df: 1; p: number; logP: number }
  | { kind: "undefined"; reason: Untestable };

/**
 * Log-rank test for a trend over ordered groups: Z = Σ a(O − E) / √(aᵀVa), two-sided, positive where hazard rises with
 * the score. `scores` are 1, 2, 3 … unless given; any linear change of them gives the same P. Source: Klein and
 * Moeschberger 2003, section 7.4.
 */
export function trendTest(subjects: Subjects, options: TestOptions & { scores?: readonly number[] } = {}): TrendResult {
  const test = logRank(subjects, options);
  return test.kind === "tested" ? trendOf(test, options.scores) : test;
}

function trendOf(
  { observed, expected, variance }: LogRankResult & { kind: "tested" },
  given?: readonly number[],
): TrendResult {
  const scores = given ? [...given] : Array.from(observed, (_, g) => g + 1);
  if (scores.length !== observed.length)
    throw new RangeError(`${observed.length} groups need as many scores, not ${scores.length}`);
  const spread = quadraticForm(variance, Float64Array.from(scores));
  if (!(spread > 1e-12 * Math.max(...scores.map((a, g) => a * a * variance[g * scores.length + g]))))
    return { kind: "undefined", reason: "noVariance" };
  const z = scores.reduce((sum, a, g) => sum + a * (observed[g] - expected[g]), 0) / Math.sqrt(spread);
  const logP = Math.LN2 + normalUpperLog(Math.abs(z));
  return { kind: "tested", scores, z, chiSquare: z * z, df: 1, p: Math.exp(logP), logP };
}
