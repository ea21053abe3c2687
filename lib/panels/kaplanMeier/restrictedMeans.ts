import {
  type Curve,
  contrastMeans,
  criticalValue,
  type RestrictedMean,
  type RestrictedMeanComparison,
  restrictedMean,
} from "../../survival";

/** Mean survival time within the first `tau`, per group in the order of the result's groups. */
export interface RestrictedMeans {
  tau: number;
  /** The smallest last follow-up of the groups: past it a curve would only be continued flat. */
  limit: number;
  groups: (RestrictedMean & { estimate: number; lower: number; upper: number })[];
  /** Each group against the reference; null for the reference itself. */
  contrasts: (RestrictedMeanComparison | null)[];
}

/** Null where follow-up is 0 in some group. */
export function restrictedMeansOf(
  curves: Curve[],
  asked: number | null,
  reference: number,
  level: number,
): RestrictedMeans | null {
  const limit = Math.min(...curves.map(({ time }) => time[time.length - 1] ?? 0));
  if (!(limit > 0)) return null;
  const tau = Math.min(asked ?? limit, limit);
  const lasts = curves.map(({ time }) => time[time.length - 1]);
  const means = curves.map((curve) => restrictedMean(curve, tau));
  const contrast = (mean: RestrictedMean, place: number) =>
    contrastMeans(mean, means[reference], Math.min(lasts[place], lasts[reference]), level);
  return {
    tau,
    limit,
    groups: means.map((mean) => withLimits(mean, level)),
    contrasts: means.map((mean, place) => (place === reference ? null : contrast(mean, place))),
  };
}

/** The interval on the plain scale; not cut at 0 or tau. */
function withLimits(mean: RestrictedMean, level: number) {
  const half = criticalValue(level) * mean.stdErr;
  const estimate = mean.restrictedMean;
  return { ...mean, estimate, lower: estimate - half, upper: estimate + half };
}
