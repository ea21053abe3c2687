import { chiSquareUpperLog } from "../numeric/chiSquare";
import { inverseQuadraticForm, submatrix } from "../numeric/linearAlgebra";
import type { EstimateOptions } from "./kaplanMeier";
import { completeVariance, emptySums, type LogRankSums, logRankVisitor } from "./logRankSums";
import { hasRecurrentEvents, inPatients } from "./patients";
import type { ReasonOf } from "./reason";
import { robustLogRankSums } from "./robustLogRank";
import type { Scratch } from "./scratch";
import { strataOrders } from "./strata";
import { groupCountOf, isSampled, type Subjects } from "./subjects";
import { prepareSweep } from "./sweep";
import { logRankTest } from "./tests/logRankTest";
import type { SurvivalTest } from "./tests/survivalTest";
import type { TickOrder } from "./timeOrder";

/** Why a test has no answer. */
export type Untestable = ReasonOf<"noSubjects" | "noEvents" | "oneGroup" | "noVariance" | "samplingWeights">;

export type LogRankResult =
  /** `robust`: with the variance of sampling weights or recurrent events, as the robust score test of a Cox model. */
  | ({ kind: "tested"; test: SurvivalTest["id"]; robust?: true } & LogRankSums & ChiSquareTest)
  | { kind: "undefined"; reason: Untestable };

export interface ChiSquareTest {
  /** Groups with expected events, by number; the others take no part. */
  groupsUsed: number[];
  chiSquare: number;
  /** One less than the groups used. */
  df: number;
  p: number;
  /** Natural logarithm of p, where p itself is too small for a number. */
  logP: number;
}

export interface TestOptions extends EstimateOptions {
  /** The plain log-rank test when not given. */
  test?: SurvivalTest;
}

/**
 * Weighted log-rank test of equal hazards in all groups, stratified where `strata` are given, with delayed entry, and
 * with count weights as on replicated rows. `observed`, `expected` and `variance` are sums weighted by the test, one
 * entry per group. With sampling weights, and where patients have several events, the plain test is the robust score
 * test of `robustLogRankSums`; the others are not defined.
 *
 * Equals `survdiff(Surv(time, event) ~ group + strata(…), rho)` of R where R has the test: hypergeometric variance,
 * degrees of freedom one less than the groups with expected events. Where R stops or divides by 0 the result says why
 * it is undefined. Sources: the test's own; k samples and ties, Klein and Moeschberger 2003, chapter 7.
 */
export function logRank(given: Subjects, options: TestOptions = {}): LogRankResult {
  const { subjects, order } = inPatients(given, options.order);
  return testOfStrata(subjects, order, options.test ?? logRankTest, options.scratch);
}

/** The test of rows as `inPatients` has them. */
export function testOfStrata(
  subjects: Subjects,
  order: TickOrder,
  test: SurvivalTest,
  scratch?: Scratch,
): LogRankResult {
  const groupCount = groupCountOf(subjects);
  const sums = emptySums(groupCount);
  let n = 0;
  for (const stratum of ordersOf(subjects, order)) {
    const sweep = prepareSweep({ ...subjects, groupCount }, stratum, { scratch });
    sweep.run(logRankVisitor(sums, test, sweep.atStart));
    n += sweep.n;
  }
  return testOf(sums, test, n, { ...subjects, groupCount }, order);
}

export const ordersOf = ({ strata }: Subjects, order: TickOrder): TickOrder[] =>
  strata ? strataOrders(order, strata) : [order];

/** The test of sums over `n` rows. */
export function testOf(
  ofCounts: LogRankSums,
  test: SurvivalTest,
  n: number,
  subjects: Subjects,
  order: TickOrder,
): LogRankResult {
  const undefinedFor = (reason: Untestable): LogRankResult => ({ kind: "undefined", reason });
  if (n === 0) return undefinedFor("noSubjects");
  const robust = isSampled(subjects) || hasRecurrentEvents(subjects);
  if (robust && test.weight) return undefinedFor("samplingWeights");
  const sums = robust ? robustLogRankSums(subjects, ordersOf(subjects, order), groupCountOf(subjects)) : ofCounts;
  const { observed, expected } = sums;
  const groupsUsed = [...expected.keys()].filter((g) => expected[g] > 0);
  if (groupsUsed.length === 0) return undefinedFor("noEvents");
  if (groupsUsed.length === 1) return undefinedFor("oneGroup");
  const df = groupsUsed.length - 1;
  if (!robust) completeVariance(sums);
  const difference = Float64Array.from(groupsUsed.slice(1), (g) => observed[g] - expected[g]);
  const form = inverseQuadraticForm(submatrix(sums.variance, observed.length, groupsUsed.slice(1)), difference);
  if (form.rank < df) return undefinedFor("noVariance");
  const logP = chiSquareUpperLog(form.value, df);
  const tested = { groupsUsed, chiSquare: form.value, df, p: Math.exp(logP), logP };
  return { kind: "tested", test: test.id, ...sums, ...tested, ...(robust && { robust }) };
}
