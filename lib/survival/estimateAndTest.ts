import type { Curve } from "./curve";
import { estimateCurves } from "./kaplanMeier";
import { type LogRankResult, logRank, type TestOptions, testOf } from "./logRank";
import { emptySums, logRankVisitor } from "./logRankSums";
import { groupCountOf, type Subjects } from "./subjects";
import type { Sweep } from "./sweep";
import { logRankTest } from "./tests/logRankTest";
import { timeOrder } from "./timeOrder";

/**
 * `kaplanMeier` and `logRank` in one pass over the rows: what a filter change costs. With `strata` the curves stay those of the
 * groups and the test is stratified, in a pass of its own.
 */
export function estimateAndTest(
  subjects: Subjects,
  options: TestOptions = {},
): { curves: Curve[]; test: LogRankResult } {
  const order = options.order ?? timeOrder(subjects.time, subjects.entry);
  const groupCount = groupCountOf(subjects);
  const grouped = { ...subjects, groupCount };
  const sums = emptySums(groupCount);
  const test = options.test ?? logRankTest;
  if (subjects.strata) {
    const { curves } = estimateCurves(grouped, order, { scratch: options.scratch });
    return { curves, test: logRank(grouped, { test, order }) };
  }
  const tested = (sweep: Sweep) => [logRankVisitor(sums, test, sweep.atStart)];
  const { curves, sweep } = estimateCurves(grouped, order, { scratch: options.scratch }, tested);
  return { curves, test: testOf(sums, test, sweep.n, grouped, order) };
}
