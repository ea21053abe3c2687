import { confidenceLimits, type IntervalOptions, type Limits } from "./confidenceLimits";
import type { Curve } from "./curve";

export interface SurvivalAt extends Limits {
  survival: number;
  /** Of Ŝ(t). */
  stdErr: number;
  /** As in `atRiskTable`. */
  nRisk: number;
}

/**
 * Ŝ(t) with its confidence limits. Ŝ changes at an event time itself (right-continuous); before the first time of the curve it is 1
 * with limits 1 and 1. Null past the last follow-up, where nothing is known, and for a curve of nobody.
 * Equals `summary(survfit(…), times = t)` of R.
 */
export function survivalAt(
  { time, nRisk, survival, stdErr }: Curve,
  t: number,
  interval: IntervalOptions = {},
): SurvivalAt | null {
  const from = firstFrom(time, t);
  if (from === time.length) return null;
  const at = time[from] === t ? from : from - 1;
  if (at < 0) return { survival: 1, stdErr: 0, lower: 1, upper: 1, nRisk: nRisk[from] };
  return {
    survival: survival[at],
    stdErr: stdErr[at],
    ...confidenceLimits(survival[at], stdErr[at], interval),
    nRisk: nRisk[from],
  };
}

/** Index of the first of ascending `times` that is t or later; their number when there is none. */
export function firstFrom(times: Float64Array, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < t) low = middle + 1;
    else high = middle;
  }
  return low;
}
