import { curveLimits, type IntervalOptions } from "./confidenceLimits";
import type { Curve } from "./curve";
import { TIE_TOLERANCE } from "./tieTolerance";

/** A time at which survival has fallen to 1 − p, or the statement that it has not; a limit is null where its own curve does not fall so far. */
export type Quantile =
  | { kind: "reached"; time: number; lower: number | null; upper: number | null }
  | { kind: "notReached"; lower: number | null; upper: number | null };

/**
 * The p-quantile of survival time (p = 0.5: the median): the first time with Ŝ ≤ 1 − p; where Ŝ equals 1 − p (within 1.5e-8), the
 * middle of that flat stretch, its end being the last time where the curve falls no further. The limits are the same quantile of the
 * pointwise confidence limits. Equals `quantile(survfit(…))` of R (its `print` differs where a curve ends flat at 0.5).
 * Throws unless 0 < p < 1. Source: Brookmeyer and Crowley 1982.
 */
export function quantile(curve: Curve, p: number, interval: IntervalOptions = {}): Quantile {
  if (!(p > 0 && p < 1)) throw new RangeError(`A quantile needs a probability between 0 and 1, not ${p}`);
  const { lower, upper } = curveLimits(curve, interval);
  const time = crossing(curve.time, curve.survival, p);
  const limits = { lower: crossing(curve.time, lower, p), upper: crossing(curve.time, upper, p) };
  return time === null ? { kind: "notReached", ...limits } : { kind: "reached", time, ...limits };
}

/**
 * Where 1 − `level` passes p. Limits need not fall steadily: among points at or past p, the one nearest to p counts, as in R's `findq`,
 * and undefined points are passed over.
 */
function crossing(time: Float64Array, level: Float64Array, p: number): number | null {
  const reached = nearest(level, p - TIE_TOLERANCE);
  if (reached === -1) return null;
  const last = time.length - 1;
  if (Math.abs(p - (1 - level[last])) < TIE_TOLERANCE) return (time[reached] + time[last]) / 2;
  const passed = nearest(level, p + TIE_TOLERANCE);
  return passed === -1 ? null : (time[reached] + time[passed]) / 2;
}

/** Index of the first point with the smallest 1 − level that is at least `bound`, −1 without one. */
function nearest(level: Float64Array, bound: number): number {
  let found = -1;
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < level.length; i++) {
    const fallen = 1 - level[i];
    if (fallen >= bound && fallen < smallest) {
      smallest = fallen;
      found = i;
    }
  }
  return found;
}
