import { type Curve, growCurves } from "./curve";
import { estimateCurves } from "./kaplanMeier";
import { type LogRankResult, logRank, type TestOptions, testOf } from "./logRank";
import { emptySums, type LogRankSums, logRankVisitor } from "./logRankSums";
import { sweepPlain } from "./plainSweep";
import type { Scratch } from "./scratch";
import { groupCountOf, type Subjects } from "./subjects";
import { prepareSweep } from "./sweep";
import { logRankTest } from "./tests/logRankTest";
import type { SurvivalTest } from "./tests/survivalTest";
import { type TickOrder, timeOrder } from "./timeOrder";

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
  const { curves, n } = together(grouped, order, sums, test, options.scratch);
  return { curves, test: testOf(sums, test, n, subjects) };
}

function together(
  subjects: Subjects,
  order: TickOrder,
  sums: LogRankSums,
  test: SurvivalTest,
  scratch: Scratch | undefined,
): { curves: Curve[]; n: number } {
  const sweep = prepareSweep(subjects, order, { scratch });
  if (sweep.plain) {
    const { growing, curves } = growCurves(sweep, false, scratch);
    sweepPlain(sweep, sweep.plain, order, growing, sums, test);
    return { curves: curves(), n: sweep.n };
  }
  const tested = () => [logRankVisitor(sums, test, sweep.atStart)];
  return { curves: estimateCurves(subjects, order, { scratch }, tested, sweep).curves, n: sweep.n };
}
