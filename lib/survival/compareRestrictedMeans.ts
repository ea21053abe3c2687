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
  return contrastMeans(restrictedMean(a, tau), restrictedMean(b, tau), followUpOfBoth(a, b), level);
}

const followUpOfBoth = (...curves: Curve[]) => Math.min(...curves.map(({ time }) => time[time.length - 1] ?? 0));

/** The same of means that are known already; both up to the same tau. */
export function contrastMeans(
  a: RestrictedMean,
  b: RestrictedMean,
  commonFollowUp: number,
  level?: number,
): RestrictedMeanComparison {
  const { tau } = a;
  const gained = (mean: RestrictedMean) => ({ value: mean.restrictedMean, stdErr: mean.stdErr });
  const lost = (mean: RestrictedMean) => ({ value: tau - mean.restrictedMean, stdErr: mean.stdErr });
  return {
    ...{ tau, a, b, commonFollowUp },
    difference: difference(gained(a), gained(b), level),
    ratio: ratio(gained(a), gained(b), level),
    timeLostRatio: ratio(lost(a), lost(b), level),
  };
}
