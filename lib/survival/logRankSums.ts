import { mirrorLower } from "../numeric/linearAlgebraGram";
import { EVENT, KINDS } from "./endings";
import { MOST_STEPS } from "./kernel/kernel";
import type { Guest, KernelSweep } from "./kernel/kernelSweep";
import { poolNext, startPool } from "./pooled";
import type { Visitor } from "./sweep";
import type { Steps } from "./sweepSteps";
import type { Pooled, SurvivalTest } from "./tests/survivalTest";

/**
 * Weighted observed and expected events per group, and the hypergeometric covariance of their difference (row-major,
 * groups × groups).
 */
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
 * Adds one stratum's event times to the sums, weighted by the test; covariances below the diagonal only, see
 * `completeVariance`. The pooled survival starts at 1: one visitor per stratum. `atStart` is who is at risk before the
 * first step, by group + 1.
 */
export function logRankVisitor(sums: LogRankSums, { weight }: SurvivalTest, atStart: Float64Array): Visitor {
  const risk = atStart.slice(1);
  const all = risk.reduce((sum, n) => sum + n, 0);
  const state: State = { risk, all, pooled: startPool() };
  const visit: Visitor = (steps) => addSteps(sums, state, steps, weight);
  if (!weight) visit.asGuest = (sweep) => logRankGuest(sweep, sums);
  return visit;
}

function logRankGuest({ kernel, groups, totals, atStart }: KernelSweep, sums: LogRankSums): Guest {
  // The kernel takes groups in pairs.
  const width = groups + (groups % 2);
  const floats = (name: string, length: number) => {
    const room = kernel.room(name, 8 * length);
    return { at: room.at, view: () => kernel.view(Float64Array, room, length) };
  };
  const [risk, factors, atRisk] = [
    floats("riskOfAll", width + 1),
    floats("factors", 2 * MOST_STEPS),
    floats("atRisk", width * MOST_STEPS),
  ];
  const [expected, variance] = [floats("expected", width), floats("variance", width * width)];
  for (const { view } of [risk, expected, variance]) view().fill(0);
  risk.view().set(atStart.subarray(1));
  risk.view()[width] = atStart.subarray(1).reduce((sum, n) => sum + n, 0);
  return {
    visit: (block, count) =>
      kernel.addLogRank(block, count, groups, risk.at, expected.at, variance.at, factors.at, atRisk.at),
    finish() {
      for (let g = 0; g < groups; g++) {
        sums.observed[g] += totals[(g + 1) * KINDS + EVENT];
        sums.expected[g] += expected.view()[g];
        for (let k = 0; k < g; k++) sums.variance[g * groups + k] += variance.view()[g * width + k];
      }
    },
  };
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
function addTick({ expected, variance }: LogRankSums, risk: Float64Array, n: number, d: number, w: number): void {
  const groups = risk.length;
  const share = (w * d) / n;
  let factor = share * share;
  if (d > 1) factor *= (n - d) / (d * (n - 1));
  for (let j = 0; j < groups; j++) {
    const y = risk[j];
    const part = factor * y;
    expected[j] += share * y;
    for (let k = 0; k < j; k++) variance[j * groups + k] -= part * risk[k];
  }
}

/** Fills the rest of the variance from the covariances below its diagonal: each row adds up to 0. */
export function completeVariance({ observed, variance }: LogRankSums): void {
  const groups = observed.length;
  mirrorLower(variance, groups);
  for (let j = 0; j < groups; j++) {
    let sum = 0;
    for (let k = 0; k < groups; k++) if (k !== j) sum += variance[j * groups + k];
    variance[j * groups + j] = 0 - sum;
  }
}
