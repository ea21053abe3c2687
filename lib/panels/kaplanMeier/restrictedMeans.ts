import {
  type Curve,
  contrastMeans,
  type GroupRows,
  type Limits,
  longestTau,
  type RestrictedMean,
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
  contrasts: (MeansContrast | null)[];
}

/** Limits of the difference, and its P, from the time lost: plain ones claim too much at few events. */
export interface MeansContrast {
  difference: Limits & { estimate: number; p: number };
  ratio: Limits & { estimate: number };
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
    contrastOf(contrastMeans(mean, means[reference], longestTau(curves[place], curves[reference]), level));
  return {
    tau,
    limit,
    groups: means.map((mean) => withLimits(mean, level)),
    contrasts: means.map((mean, place) => (place === reference ? null : contrast(mean, place))),
  };
}

const withLimits = (mean: RestrictedMean, level: number) => ({
  ...mean,
  estimate: mean.restrictedMean,
  ...restrictedMeanLimits(mean, level),
});

function contrastOf({ difference, byTimeLost, ratio, timeLostRatio }: ReturnType<typeof contrastMeans>): MeansContrast {
  return {
    difference: { estimate: difference.estimate, ...byTimeLost, p: timeLostRatio.p },
    ratio: { estimate: ratio.estimate, lower: ratio.lower, upper: ratio.upper },
  };
}
