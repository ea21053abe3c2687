import {
  type Curve,
  contrastMeans,
  criticalValue,
  type GroupRows,
  longestTau,
  type RestrictedMean,
  type RestrictedMeanComparison,
  restrictedMean,
  restrictedMeanLimits,
} from "../../survival";

/** Mean survival time within the first `tau`, per group in the order of the result's groups. */
export interface RestrictedMeans {
  tau: number;
  /** `longestTau` of the groups: past it a curve would only be continued flat. */
  limit: number;
  groups: (RestrictedMean & { estimate: number; lower: number; upper: number })[];
  /** Each group against the reference; null for the reference itself. */
  contrasts: (RestrictedMeanComparison | null)[];
}

/** Null where follow-up is 0 in some group. Curves of sampling weights need the rows behind them. */
export function restrictedMeansOf(
  curves: Curve[],
  rows: GroupRows[],
  asked: number | null,
  reference: number,
  level: number,
): RestrictedMeans | null {
  const limit = longestTau(...curves);
  if (!(limit > 0)) return null;
  const tau = Math.min(asked ?? limit, limit);
  const means = curves.map((curve, place) => restrictedMean(curve, tau, rows[place]));
  const contrast = (mean: RestrictedMean, place: number) =>
    contrastMeans(mean, means[reference], longestTau(curves[place], curves[reference]), level);
  return {
    tau,
    limit,
    groups: means.map((mean) => withLimits(mean, level)),
    contrasts: means.map((mean, place) => (place === reference ? null : contrast(mean, place))),
  };
}

/** The interval on the plain scale, not cut at 0 or tau; without an event that of `restrictedMeanLimits`. */
function withLimits(mean: RestrictedMean, level: number) {
  if (mean.events === 0) return { ...mean, estimate: mean.restrictedMean, ...restrictedMeanLimits(mean, level) };
  const half = criticalValue(level) * mean.stdErr;
  const estimate = mean.restrictedMean;
  return { ...mean, estimate, lower: estimate - half, upper: estimate + half };
}
