import { criticalValue, type IntervalOptions, limitsAt } from "./confidenceLimits";
import { type Curve, standardErrorAt } from "./curve";
import { nearestLimit } from "./nearestLimit";
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
export function quantile(curve: Curve, p: number, { type = "log-log", level }: IntervalOptions = {}): Quantile {
  if (!(p > 0 && p < 1)) throw new RangeError(`A quantile needs a probability between 0 and 1, not ${p}`);
  const { survival } = curve;
  const stdErrAt = standardErrorAt(curve);
  const z = criticalValue(level);
  const time = crossing(curve, p, { at: (i) => survival[i], nearest: (most) => firstAtMost(survival, most) });
  const of = (side: "lower" | "upper") => ({
    at: (i: number) => limitsAt(survival[i], stdErrAt(i), type, z)[side],
    nearest: (most: number) => nearestLimit(curve, (s, se) => limitsAt(s, se, type, z)[side], z, most),
  });
  const limits = { lower: crossing(curve, p, of("lower")), upper: crossing(curve, p, of("upper")) };
  return time === null ? { kind: "notReached", ...limits } : { kind: "reached", time, ...limits };
}

/** A level that falls in the course of a curve: its value at a point, and the first point with the highest value that is at most `most` (−1 without one). */
interface Falling {
  at(i: number): number;
  nearest(most: number): number;
}

/**
 * Where the level passes 1 − p. Limits need not fall steadily: among points at or past p, the one nearest to p counts, as in R's `findq`,
 * and undefined points are passed over.
 */
function crossing({ time }: Curve, p: number, level: Falling): number | null {
  const reached = level.nearest(1 - (p - TIE_TOLERANCE));
  if (reached === -1) return null;
  const last = time.length - 1;
  if (Math.abs(p - (1 - level.at(last))) < TIE_TOLERANCE) return (time[reached] + time[last]) / 2;
  const passed = level.nearest(1 - (p + TIE_TOLERANCE));
  return passed === -1 ? null : (time[reached] + time[passed]) / 2;
}

function firstAtMost(falling: Float64Array, most: number): number {
  let low = 0;
  let high = falling.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (falling[middle] > most) low = middle + 1;
    else high = middle;
  }
  return low < falling.length ? low : -1;
}
