import { poolNext, startPool } from "./pooled";
import type { Steps } from "./steps";
import type { Visitor } from "./sweep";
import type { Pooled, SurvivalTest } from "./tests/survivalTest";

/** Weighted observed and expected events per group, and the hypergeometric covariance of their difference (row-major, groups × groups). */
export interface LogRankSums {
  observed: Float64Array;
  expected: Float64Array;
  variance: Float64Array;
}

export const emptySums = (groups: number): LogRankSums => ({
  observed: new Float64Array(groups),
  expected: new Float64Array(groups),
  variance: new Float64Array(groups * groups),
});

/** At risk per group after the last step, and all of them together. */
interface State {
  risk: Float64Array;
  all: number;
  pooled: Pooled;
}

/**
 * Adds one stratum's event times to the sums, weighted by the test; the lower triangle of the variance only. The pooled survival
 * starts at 1: one visitor per stratum. `atStart` is who is at risk before the first step, by group + 1.
 */
export function logRankVisitor(sums: LogRankSums, { weight }: SurvivalTest, atStart: Float64Array): Visitor {
  const risk = atStart.slice(1);
  const state: State = { risk, all: risk.reduce((sum, n) => sum + n, 0), pooled: startPool() };
  return (steps) => addSteps(sums, state, steps, weight);
}

function addSteps(sums: LogRankSums, state: State, steps: Steps, weight: SurvivalTest["weight"]): void {
  const { length, tick, group, risk: riskAt, events, others } = steps;
  const { risk } = state;
  const { observed } = sums;
  let n = state.all;
  for (let j = 0; j < length; ) {
    const first = j;
    const k = tick[j];
    let d = 0;
    for (; j < length && tick[j] === k; j++) {
      const g = group[j];
      d += events[j];
      n += riskAt[j] - risk[g];
      risk[g] = riskAt[j];
    }
    if (d > 0) {
      const w = weight ? poolNext(state.pooled, n, d, weight) : 1;
      for (let i = first; i < j; i++) observed[group[i]] += w * events[i];
      addTick(sums, risk, n, d, w);
    }
    for (let i = first; i < j; i++) {
      const ended = events[i] + others[i];
      risk[group[i]] -= ended;
      n -= ended;
    }
  }
  state.all = n;
}

/** Adds one event time: `d` of `n` at risk have the event, `risk` by group, weighted by `w`. */
export function addTick(
  { expected, variance }: LogRankSums,
  risk: Float64Array,
  n: number,
  d: number,
  w: number,
): void {
  const groups = risk.length;
  const share = (w * d) / n;
  const factor = d === 1 ? w * share : n > 1 ? (w * share * (n - d)) / (n - 1) : 0;
  for (let j = 0; j < groups; j++) {
    const y = risk[j];
    const part = (factor * y) / n;
    expected[j] += share * y;
    for (let k = 0; k < j; k++) variance[j * groups + k] -= part * risk[k];
    variance[j * groups + j] += part * (n - y);
  }
}
