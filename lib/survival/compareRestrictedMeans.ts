import type { Limits } from "./confidenceLimits";
import { type Contrast, difference, ratio } from "./contrast";
import type { Curve } from "./curve";
import { longestTau, type RestrictedMean, restrictedMean, restrictedMeanLimits } from "./restrictedMean";
import { squaredAndAdded } from "./survivalDifference";

export interface RestrictedMeanComparison {
  tau: number;
  a: RestrictedMean;
  b: RestrictedMean;
  /** a − b, in units of time. */
  difference: Contrast;
  /** a / b. */
  ratio: Contrast;
  /**
   * Limits of the difference from those of `restrictedMeanLimits` of each group, squared and added: better than the
   * plain ones at few events.
   */
  byTimeLost: Limits;
  /**
   * Limits of the ratio from the same, joined on the log scale: those of `ratio` are far too narrow at few events. The
   * lower one is 0, or the upper one ∞, where that of a mean is 0.
   */
  ratioByTimeLost: Limits;
  /** (tau − a) / (tau − b): ratio of the mean times lost before tau. Its P is the better one at few events. */
  timeLostRatio: Contrast;
  /** The largest tau the two can be compared at: past it a curve is only continued flat. */
  longestTau: number;
}

/**
 * Compares the restricted mean survival times of two groups up to `tau`. Equals `survRM2::rmst2` without covariates
 * (arm 1 = a). Any tau is taken; `longestTau` says how far both curves are known. Sources: Royston and Parmar 2013; Uno
 * et al. 2014; limits by time lost, Zou and Donner, Stat Med 2008;27:1693–1702.
 */
export function compareRestrictedMeans(a: Curve, b: Curve, tau: number, level?: number): RestrictedMeanComparison {
  return contrastMeans(restrictedMean(a, tau), restrictedMean(b, tau), longestTau(a, b), level);
}

/** The same of means that are known already; both up to the same tau. */
export function contrastMeans(
  a: RestrictedMean,
  b: RestrictedMean,
  longest: number,
  level?: number,
): RestrictedMeanComparison {
  const { tau } = a;
  const gained = (mean: RestrictedMean) => ({ value: mean.restrictedMean, stdErr: mean.stdErr });
  const within = (mean: RestrictedMean) => ({ value: mean.restrictedMean, ...restrictedMeanLimits(mean, level) });
  const logarithm = ({ value, lower, upper }: ReturnType<typeof within>) => ({
    value: Math.log(value),
    lower: Math.log(lower),
    upper: Math.log(upper),
  });
  const logs = [logarithm(within(a)), logarithm(within(b))] as const;
  const onLog = squaredAndAdded(logs[0].value - logs[1].value, ...logs);
  const lost = (mean: RestrictedMean) => ({ value: tau - mean.restrictedMean, stdErr: mean.stdErr });
  return {
    tau,
    a,
    b,
    longestTau: longest,
    difference: difference(gained(a), gained(b), level),
    byTimeLost: squaredAndAdded(a.restrictedMean - b.restrictedMean, within(a), within(b)),
    ratio: ratio(gained(a), gained(b), level),
    ratioByTimeLost: { lower: Math.exp(onLog.lower), upper: Math.exp(onLog.upper) },
    timeLostRatio: ratio(lost(a), lost(b), level),
  };
}
