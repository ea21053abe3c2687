import type { Curve } from "./curve";
import { estimateCurves } from "./kaplanMeier";
import { type LogRankResult, type TestOptions, testOf, testOfStrata } from "./logRank";
import { emptySums, logRankVisitor } from "./logRankSums";
import { inPatients } from "./patients";
import { groupCountOf, type Subjects } from "./subjects";
import type { Sweep } from "./sweep";
import { logRankTest } from "./tests/logRankTest";

/**
 * `kaplanMeier` and `logRank` in one pass over the rows: what a filter change costs. With `strata` the curves stay
 * those of the groups and the test is stratified, in a pass of its own.
 */
export function estimateAndTest(given: Subjects, options: TestOptions = {}): { curves: Curve[]; test: LogRankResult } {
  const { subjects, order } = inPatients(given, options.order);
  const groupCount = groupCountOf(subjects);
  const grouped = { ...subjects, groupCount };
  const sums = emptySums(groupCount);
  const test = options.test ?? logRankTest;
  if (subjects.strata) {
    const { curves } = estimateCurves(grouped, order, { scratch: options.scratch });
    return { curves, test: testOfStrata(grouped, order, test) };
  }
  const tested = (sweep: Sweep) => [logRankVisitor(sums, test, sweep.atStart)];
  const { curves, sweep } = estimateCurves(grouped, order, { scratch: options.scratch }, tested);
  return { curves, test: testOf(sums, test, sweep.n, grouped, order) };
}
