import { type IntervalOptions, pointwiseLimits } from "./confidenceLimits";
import { type Counted, eventFreeLimitsFrom } from "./eventFree";

/**
 * Confidence limits at each time of a curve, as `survivalAt` has them: while nobody has had the event those of
 * `eventFreeLimits`. They are never stored, since type and level are the reader's choice.
 */
export function curveLimits(
  curve: Counted & { survival: Float64Array; stdErr: Float64Array },
  interval: IntervalOptions = {},
): { lower: Float64Array; upper: Float64Array } {
  const limits = pointwiseLimits(curve, interval);
  const eventFree = eventFreeLimitsFrom(curve, interval.level);
  for (let i = 0; i < curve.time.length && curve.survival[i] === 1; i++) {
    const { lower, upper } = eventFree(curve.time[i]);
    limits.lower[i] = lower;
    limits.upper[i] = upper;
  }
  return limits;
}
