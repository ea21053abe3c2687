import type { Subjects } from "../subjects";
import type { TickOrder } from "../timeOrder";

/**
 * Log-rank scores, as those of a linear rank test: event − Σ d / (n − r + 1) over event times up to the own one, r
 * being the rank of the last subject at that time. They are not the numerators of the log-rank test where times are
 * tied. One entry per row of the time order. Source: Hothorn and Lausen 2003; equals `exactRankTests::cscores` of R.
 */
export function logRankScores({ cause }: Subjects, { order, start, times }: TickOrder): Float64Array {
  const n = order.length;
  const scores = new Float64Array(n);
  let sum = 0;
  for (let k = 0; k < times.length; k++) {
    let d = 0;
    for (let i = start[k]; i < start[k + 1]; i++) d += cause[order[i]] === 1 ? 1 : 0;
    sum += d / (n - start[k + 1] + 1);
    for (let i = start[k]; i < start[k + 1]; i++) scores[i] = (cause[order[i]] === 1 ? 1 : 0) - sum;
  }
  return scores;
}

/**
 * Martingale residuals under no difference, event − Nelson–Aalen estimate at the own time: their sum over a group is
 * its O − E.
 */
export function martingaleScores({ cause }: Subjects, { order, start, times }: TickOrder): Float64Array {
  const n = order.length;
  const scores = new Float64Array(n);
  let hazard = 0;
  for (let k = 0; k < times.length; k++) {
    let d = 0;
    for (let i = start[k]; i < start[k + 1]; i++) d += cause[order[i]] === 1 ? 1 : 0;
    hazard += d / (n - start[k]);
    for (let i = start[k]; i < start[k + 1]; i++) scores[i] = (cause[order[i]] === 1 ? 1 : 0) - hazard;
  }
  return scores;
}
