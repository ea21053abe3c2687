import { curveLimits, type IntervalOptions } from "./confidenceLimits";
import type { Curve } from "./curve";
import type { Quantile } from "./quantile";
import { TIE_TOLERANCE } from "./tieTolerance";

/**
 * The median as R prints a `survfit`, for comparison with printed output. It differs from `quantile(curve, 0.5)` where a curve ends flat at
 * 0.5 (its first time instead of the middle), and where a limit rises again after falling below 0.5 (the first time below).
 */
export function printedMedian(curve: Curve, interval: IntervalOptions = {}): Quantile {
  const { lower, upper } = curveLimits(curve, interval);
  const time = firstBelowHalf(curve.time, curve.survival);
  const limits = { lower: firstBelowHalf(curve.time, lower), upper: firstBelowHalf(curve.time, upper) };
  return time === null ? { kind: "notReached", ...limits } : { kind: "reached", time, ...limits };
}

function firstBelowHalf(time: Float64Array, level: Float64Array): number | null {
  const first = level.findIndex((value) => value < 0.5 + TIE_TOLERANCE);
  if (first === -1) return null;
  const isFlat = Math.abs(level[first] - 0.5) < TIE_TOLERANCE;
  const below = isFlat ? level.findIndex((value) => value < level[first]) : -1;
  return below === -1 ? time[first] : (time[first] + time[below]) / 2;
}
