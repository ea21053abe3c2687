import { criticalValue, type IntervalOptions, limitsAt } from "./confidenceLimits";
import { type Curve, standardErrorAt } from "./curve";
import { firstLimit } from "./firstLimit";
import { TIE_TOLERANCE } from "./tieTolerance";

/**
 * A time at which survival has fallen to 1 − p, or the statement that it has not; a limit is null where its own curve
 * does not fall so far.
 */
export type Quantile =
  | {
      kind: "reached";
      time: number;
      lower: number | null;
      upper: number | null;
      /**
       * Where Ŝ stays at exactly 1 − p: until it falls (`time` is the middle of the stretch), or to its end (`time` is
       * its beginning).
       */
      flat?: "falls" | "ends";
    }
  | { kind: "notReached"; lower: number | null; upper: number | null };

/**
 * The p-quantile of survival time (p = 0.5: the median): the first time with Ŝ ≤ 1 − p; where Ŝ equals 1 − p (within
 * 1.5e-8) and falls later, the middle of that flat stretch. The limits are the same of the pointwise confidence limits,
 * so the interval holds the times at which 1 − p lies between them, and always the estimate. Equals the median and its
 * limits as `print(survfit(…))` of R gives them; R's `quantile` takes the middle to the last time where a curve ends
 * flat, and another time where a limit rises again, as it can with delayed entry. Throws unless 0 < p < 1. Source:
 * Brookmeyer and Crowley 1982.
 */
export function quantile(curve: Curve, p: number, { type = "log-log", level }: IntervalOptions = {}): Quantile {
  if (!(p > 0 && p < 1)) throw new RangeError(`A quantile needs a probability between 0 and 1, not ${p}`);
  const { survival } = curve;
  const stdErrAt = standardErrorAt(curve);
  const z = criticalValue(level);
  const most = 1 - p + TIE_TOLERANCE;
  const own = crossing(curve.time, p, firstBelow(survival, most), (i) => survival[i]);
  const of = (side: "lower" | "upper") => {
    const limit = (s: number, stdErr: number) => limitsAt(s, stdErr, type, z)[side];
    return crossing(curve.time, p, firstLimit(curve, limit, z, most), (i) => limit(survival[i], stdErrAt(i))).time;
  };
  const limits = { lower: of("lower"), upper: of("upper") };
  if (own.time === null) return { kind: "notReached", ...limits };
  return { kind: "reached", time: own.time, ...limits, ...(own.flat && { flat: own.flat }) };
}

interface Crossing {
  time: number | null;
  flat?: "falls" | "ends";
}

/** Where a level that is below 1 − p from the point `first` on crosses it. */
function crossing(time: Float64Array, p: number, first: number, level: (i: number) => number): Crossing {
  if (first === -1) return { time: null };
  const reached = level(first);
  if (Math.abs(reached - (1 - p)) >= TIE_TOLERANCE) return { time: time[first] };
  for (let i = first + 1; i < time.length; i++)
    if (level(i) < reached) return { time: (time[first] + time[i]) / 2, flat: "falls" };
  return { time: time[first], flat: "ends" };
}

/** The first point of a curve that never rises below `most`, −1 without one. */
function firstBelow(falling: Float64Array, most: number): number {
  let low = 0;
  let high = falling.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (falling[middle] >= most) low = middle + 1;
    else high = middle;
  }
  return low < falling.length ? low : -1;
}
