import { seededRandom } from "../../../../numeric/random";
import {
  coxRegression,
  estimateAndTest,
  longestTau,
  quantile,
  restrictedMean,
  restrictedMeanLimits,
  survivalAt,
} from "../../../../survival";
import { draw, type Variant, weibull } from "./inventedCohort";

/** Of drawn cohorts without a difference between groups: how often 95% intervals hold the truth, and how often the log-rank test rejects at .05. */
export interface IntervalRates {
  survival: number;
  median: number;
  restrictedMean: number;
  hazardRatio: number;
  rejection: number;
}

const median = 18;
const at = 12;

/** Share of the cohorts where a number can be had, in which it holds. */
class Share {
  private held = 0;
  private all = 0;
  add(value: boolean | null): void {
    if (value === null) return;
    this.all++;
    if (value) this.held++;
  }
  get value(): number {
    return this.held / this.all;
  }
}

export function intervalRates(
  { n, groups, shape, variant }: { n: number; groups: number; shape: number; variant: Variant },
  cohorts: number,
  seed: number,
): IntervalRates {
  const random = seededRandom(seed);
  const shares = {
    survival: new Share(),
    median: new Share(),
    restrictedMean: new Share(),
    hazardRatio: new Share(),
    rejection: new Share(),
  };
  const survivalOf = (time: number) => Math.exp(-Math.LN2 * (time / median) ** shape);
  const within = (lower: number, upper: number, truth: number) =>
    Number.isNaN(lower) || Number.isNaN(upper) ? null : lower <= truth && truth <= upper;
  const invented = Array.from({ length: groups }, () => ({
    patients: Math.round(n / groups),
    event: weibull(median, shape),
  }));
  for (let turn = 0; turn < cohorts; turn++) {
    const { data, group } = draw(invented, variant, random);
    const subjects = { ...data, group, groupCount: groups };
    const { order } = data;
    const { curves, test } = estimateAndTest(subjects, { order });
    const [curve] = curves;
    if (!curve) continue;
    const found = survivalAt(curve, at);
    shares.survival.add(found && within(found.lower, found.upper, survivalOf(at)));
    const middle = quantile(curve, 0.5);
    const upper = "upper" in middle ? (middle.upper ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    shares.median.add(within(middle.lower ?? Number.POSITIVE_INFINITY, upper, median));
    const tau = Math.min(24, longestTau(...curves));
    const mean = restrictedMean(curve, tau, { subjects, order, group: 0 });
    const limits = restrictedMeanLimits(mean);
    shares.restrictedMean.add(within(limits.lower, limits.upper, area(survivalOf, tau)));
    const levels = Array.from({ length: groups }, (_, place) => `${place}`);
    const fit = coxRegression(
      { ...subjects, covariates: [{ name: "group", codes: Int32Array.from(group), levels }] },
      { order },
    );
    const ratio = fit.ok ? fit.value.coefficients[0] : undefined;
    shares.hazardRatio.add(ratio?.kind === "estimated" ? within(ratio.lower, ratio.upper, 1) : null);
    shares.rejection.add(test.kind === "tested" ? test.p < 0.05 : null);
  }
  return {
    survival: shares.survival.value,
    median: shares.median.value,
    restrictedMean: shares.restrictedMean.value,
    hazardRatio: shares.hazardRatio.value,
    rejection: shares.rejection.value,
  };
}

/** Simpson's rule. */
function area(of: (time: number) => number, to: number): number {
  const parts = 200;
  let sum = of(0) + of(to);
  for (let i = 1; i < parts; i++) sum += (i % 2 === 1 ? 4 : 2) * of((to * i) / parts);
  return (sum * to) / parts / 3;
}
