import { type Contrast, difference, ratio } from "./contrast";
import type { Curve } from "./curve";
import { type RestrictedMean, restrictedMean } from "./restrictedMean";

export interface RestrictedMeanComparison {
  tau: number;
  a: RestrictedMean;
  b: RestrictedMean;
  /** a − b, in units of time. */
  difference: Contrast;
  /** a / b. */
  ratio: Contrast;
  /** (tau − a) / (tau − b): ratio of the mean times lost before tau. */
  timeLostRatio: Contrast;
  /** The smallest last follow-up of the two: past it a curve is only continued flat. */
  commonFollowUp: number;
}

/**
 * Compares the restricted mean survival times of two groups up to `tau`. Equals `survRM2::rmst2` without covariates (arm 1 = a).
 * Any tau is taken; `commonFollowUp` says how far both curves are known. Sources: Royston and Parmar 2013; Uno et al. 2014.
 */
export function compareRestrictedMeans(a: Curve, b: Curve, tau: number, level?: number): RestrictedMeanComparison {
  const [first, second] = [restrictedMean(a, tau), restrictedMean(b, tau)];
  const gained = (mean: RestrictedMean) => ({ value: mean.restrictedMean, stdErr: mean.stdErr });
  const lost = (mean: RestrictedMean) => ({ value: tau - mean.restrictedMean, stdErr: mean.stdErr });
  return {
    tau,
    a: first,
    b: second,
    difference: difference(gained(first), gained(second), level),
    ratio: ratio(gained(first), gained(second), level),
    timeLostRatio: ratio(lost(first), lost(second), level),
    commonFollowUp: Math.min(a.time[a.time.length - 1] ?? 0, b.time[b.time.length - 1] ?? 0),
  };
}
