import { largestNormalUpper } from "../numeric/largestNormal";
import { type EventTable, eventTable } from "./eventTable";
import type { EstimateOptions } from "./kaplanMeier";
import { ordersOf, type Untestable } from "./logRank";
import { hasRecurrentEvents, inPatients } from "./patients";
import { poolNext, startPool } from "./pooled";
import type { ReasonOf } from "./reason";
import { groupCountOf, isSampled, type Subjects } from "./subjects";
import { prepareSweep } from "./sweep";
import { flemingHarrington } from "./tests/flemingHarrington";
import { logRankTest } from "./tests/logRankTest";
import type { SurvivalTest } from "./tests/survivalTest";

export type MaxComboResult =
  | {
      kind: "tested";
      /** Z of each test, positive where group 0 has more events than expected. */
      tests: { id: string; label: string; z: number }[];
      /** Correlation of the Z, row-major. */
      correlation: Float64Array;
      /** The largest |Z|. */
      statistic: number;
      p: number;
      /** Estimated absolute error of the numerical integration behind p. */
      integrationError: number;
    }
  | { kind: "undefined"; reason: Untestable | ReasonOf<"notTwoGroups" | "severalRows"> };

/** Log-rank, and Fleming–Harrington (0, 1), (1, 1) and (1, 0). */
export const maxComboTests: readonly SurvivalTest[] = [
  logRankTest,
  flemingHarrington(0, 1),
  flemingHarrington(1, 1),
  flemingHarrington(1, 0),
];

/**
 * MaxCombo test of two groups: the largest |Z| of several weighted log-rank tests (`maxComboTests` unless given), which
 * finds early, middle and late differences alike, with P from their joint normal distribution: covariances are the
 * hypergeometric ones with the product of two weights. Stratified where `strata` are given, with delayed entry, and
 * with count weights. No R package here has the test; it is verified against hand-written R with `mvtnorm::pmvnorm`.
 * Sources: Karrison 2016; Lin et al. 2020.
 */
export function maxCombo(
  given: Subjects,
  { tests = maxComboTests, ...options }: EstimateOptions & { tests?: readonly SurvivalTest[] } = {},
): MaxComboResult {
  const { subjects, order } = inPatients(given, options.order);
  if (groupCountOf(subjects) !== 2) return { kind: "undefined", reason: "notTwoGroups" };
  if (isSampled(subjects)) return { kind: "undefined", reason: "samplingWeights" };
  if (hasRecurrentEvents(subjects)) return { kind: "undefined", reason: "severalRows" };
  const scores = new Float64Array(tests.length);
  const covariance = new Float64Array(tests.length ** 2);
  let [n, events] = [0, 0];
  for (const stratum of ordersOf(subjects, order)) {
    const sweep = prepareSweep({ ...subjects, groupCount: 2 }, stratum);
    const table = eventTable(sweep);
    addStratum(table, tests, scores, covariance);
    n += sweep.n;
    events += table.tick.length;
  }
  if (n === 0) return { kind: "undefined", reason: "noSubjects" };
  if (events === 0) return { kind: "undefined", reason: "noEvents" };
  return resultOf(tests, scores, covariance);
}

function addStratum(
  { tick, risk, events }: EventTable,
  tests: readonly SurvivalTest[],
  scores: Float64Array,
  covariance: Float64Array,
): void {
  const pooled = startPool();
  tick.forEach((_, i) => {
    const [y, d1] = [risk[2 * i], events[2 * i]];
    const [n, d] = [y + risk[2 * i + 1], d1 + events[2 * i + 1]];
    const weights = poolNext(pooled, n, d, () => tests.map(({ weight }) => (weight ? weight(pooled) : 1)));
    const variance = n > 1 ? (d * (n - d) * y * (n - y)) / (n * n * (n - 1)) : 0;
    weights.forEach((w, a) => {
      scores[a] += w * (d1 - (d * y) / n);
      weights.forEach((v, b) => {
        covariance[a * tests.length + b] += w * v * variance;
      });
    });
  });
}

/** Tests without variance (no weight at any event time) take no part. */
function resultOf(all: readonly SurvivalTest[], scores: Float64Array, covariance: Float64Array): MaxComboResult {
  const variance = (a: number) => covariance[a * all.length + a];
  const used = [...all.keys()].filter((a) => variance(a) > 0);
  if (used.length === 0) return { kind: "undefined", reason: "noVariance" };
  const tests = used.map((a) => ({ id: all[a].id, label: all[a].label, z: scores[a] / Math.sqrt(variance(a)) }));
  const correlation = Float64Array.from(
    used.flatMap((a) => used.map((b) => covariance[a * all.length + b] / Math.sqrt(variance(a) * variance(b)))),
  );
  const statistic = Math.max(...tests.map(({ z }) => Math.abs(z)));
  const { value, error } = largestNormalUpper(statistic, correlation, used.length);
  return { kind: "tested", tests, correlation, statistic, p: value, integrationError: error };
}
