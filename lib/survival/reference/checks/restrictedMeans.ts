import { type Agreement, agree } from "../../../agreement/agreement";
import { type Contrast, compareRestrictedMeans, kaplanMeier } from "../../index";
import { dropped, type ReferenceCase, subjectsOf } from "../referenceCase";

type Mean = Record<"rmst" | "se" | "lower" | "upper" | "rmtl", number>;
type Known = Record<"est" | "lower" | "upper" | "p", number> & { se?: number };

export interface RestrictedMeansExpected {
  nDropped: number;
  minOfMaxTimes: number;
  results: { tau: number; comparison: Mean; reference: Mean; difference: Known; ratio: Known; rmtlRatio: Known }[];
}

/** survRM2's 97.5% point of the normal distribution. */
const Z = 1.959963984540054;

/** Restricted means of two groups, their difference and ratios. */
export function* checkRestrictedMeans(one: ReferenceCase<RestrictedMeansExpected>): Generator<Agreement> {
  const { arm, reference, comparison } = one.spec as typeof one.spec &
    Record<"arm" | "reference" | "comparison", string>;
  const subjects = subjectsOf({ ...one, spec: { ...one.spec, group: arm } });
  const levels = one.table.levels(arm).filter((level) => used(one, arm, subjects.time).has(level));
  const curves = kaplanMeier(subjects);
  const [a, b] = [comparison, reference].map((level) => curves[levels.indexOf(level)]);
  const common = Math.min(...[a, b].map(({ time }) => time[time.length - 1]));
  yield agree("rows left out", [dropped(subjects)], [one.expected.nDropped], 0);
  yield agree("common follow-up", [common], [one.expected.minOfMaxTimes], 0);
  for (const { tau, comparison: first, reference: second, ...known } of one.expected.results) {
    const found = compareRestrictedMeans(a, b, tau);
    for (const [{ restrictedMean, stdErr }, { rmst, se, rmtl, lower, upper }] of [
      [found.a, first],
      [found.b, second],
    ] as const) {
      yield agree("mean", [restrictedMean, stdErr, tau - restrictedMean], [rmst, se, rmtl], 1e-10, 1e-3 * tau);
      yield agree("mean, limits", [restrictedMean - Z * stdErr, restrictedMean + Z * stdErr], [lower, upper], 1e-9);
    }
    yield* checkContrast("difference", found.difference, known.difference, tau);
    yield* checkContrast("ratio", found.ratio, known.ratio, 1);
    yield* checkContrast("ratio of time lost", found.timeLostRatio, known.rmtlRatio, 1);
  }
}

/** Levels of the arm that somebody has: the others have no group. */
function used(one: ReferenceCase, arm: string, time: Float64Array): Set<string> {
  const all = one.table.levels(arm);
  const isFactor = one.table.isFactor(arm);
  const values = one.table.column(arm);
  const names = [...values].filter((_, row) => !Number.isNaN(time[row])).map((v) => (isFactor ? all[v] : String(v)));
  return new Set(names);
}

function* checkContrast(
  what: string,
  { estimate, stdErr, lower, upper, p }: Contrast,
  known: Known,
  size: number,
): Generator<Agreement> {
  yield agree(what, [estimate, lower, upper], [known.est, known.lower, known.upper], 1e-9, 1e-3 * size);
  if (known.se !== undefined) yield agree(`${what}, standard error`, [stdErr], [known.se], 1e-10);
  yield agree(`${what}, P`, [p], [known.p], 1e-8);
}
