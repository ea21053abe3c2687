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
  /** Σ of w²·d (n − d) / (n² (n − 1)) times the product of the numbers at risk of two groups: (1, 0), (2, 0), (2, 1) … */
  products: Float64Array;
  pooled: Pooled;
}

/**
 * Adds one stratum's event times to the sums, weighted by the test. The pooled survival starts at 1: one visitor per stratum. `atStart` is
 * who is at risk before the first step, by group + 1.
 */
export function logRankVisitor(sums: LogRankSums, { weight }: SurvivalTest, atStart: Float64Array): Visitor {
  const risk = atStart.slice(1);
  const all = risk.reduce((sum, n) => sum + n, 0);
  const state: State = { risk, all, products: new Float64Array(risk.length ** 2), pooled: startPool() };
  const isPlainPair = risk.length === 2 && !weight && all > 0;
  return {
    visit: (steps) => (isPlainPair ? addPairSteps(sums, state, steps) : addSteps(sums, state, steps, weight)),
    finish: () => addVariance(sums.variance, state.products, risk.length),
  };
}

function addSteps(sums: LogRankSums, state: State, steps: Steps, weight: SurvivalTest["weight"]): void {
  const { length, tick, group, risk: riskAt, events, others } = steps;
  const { observed, expected } = sums;
  const { risk, products } = state;
  const groups = risk.length;
  let n = state.all;
  for (let j = 0; j < length; ) {
    const first = j;
    const k = tick[j];
    let d = 0;
    let ended = 0;
    do {
      const g = group[j];
      const y = riskAt[j];
      n += y - risk[g];
      risk[g] = y;
      d += events[j];
      ended += others[j++];
    } while (j < length && tick[j] === k);
    if (d > 0) {
      const w = weight ? poolNext(state.pooled, n, d, weight) : 1;
      const share = (w * d) / n;
      const spread = d === 1 ? (w * share) / n : n > 1 ? (w * share * (n - d)) / (n * (n - 1)) : 0;
      let pair = 0;
      for (let g = 0; g < groups; g++) {
        const y = risk[g];
        expected[g] += share * y;
        for (let h = 0; h < g; h++) products[pair++] += spread * y * risk[h];
      }
      for (let i = first; i < j; i++) {
        observed[group[i]] += w * events[i];
        risk[group[i]] -= events[i];
      }
    }
    n -= d + ended;
    if (ended > 0) for (let i = first; i < j; i++) risk[group[i]] -= others[i];
  }
  state.all = n;
}

/** `addSteps` for two groups without weight and delayed entry, the usual case: nothing by group is read or written in the loop. */
function addPairSteps(
  { observed, expected }: LogRankSums,
  state: State,
  { length, tick, group, events, others }: Steps,
): void {
  let [y0, y1] = state.risk;
  let [e0, e1] = expected;
  let [d0, d1] = observed;
  let product = state.products[0];
  for (let j = 0; j < length; ) {
    const k = tick[j];
    let d = 0;
    let ofOne = 0;
    let ended = 0;
    let endedOfOne = 0;
    do {
      const g = group[j];
      const event = events[j];
      const all = event + others[j++];
      d += event;
      ofOne += event * g;
      ended += all;
      endedOfOne += all * g;
    } while (j < length && tick[j] === k);
    if (d > 0) {
      const n = y0 + y1;
      const share = d / n;
      e0 += share * y0;
      e1 += share * y1;
      d0 += d - ofOne;
      d1 += ofOne;
      product += (d === 1 ? share / n : n > 1 ? (share * (n - d)) / (n * (n - 1)) : 0) * y0 * y1;
    }
    y0 -= ended - endedOfOne;
    y1 -= endedOfOne;
  }
  expected.set([e0, e1]);
  observed.set([d0, d1]);
  state.risk.set([y0, y1]);
  state.products[0] = product;
}

/** Covariances are the products of pairs, negative; rows sum to 0. */
function addVariance(variance: Float64Array, products: Float64Array, groups: number): void {
  for (let j = 0, pair = 0; j < groups; j++)
    for (let k = 0; k < j; k++) {
      const product = products[pair++];
      variance[j * groups + k] -= product;
      variance[k * groups + j] -= product;
      variance[j * groups + j] += product;
      variance[k * groups + k] += product;
    }
}
