import type { IntervalOptions } from "./confidenceLimits";
import { asFollowUp } from "./endings";
import { type EstimateOptions, estimateCurves } from "./kaplanMeier";
import { type Quantile, quantile } from "./quantile";
import type { Subjects } from "./subjects";
import { timeOrder } from "./timeOrder";

/**
 * Median follow-up of each group by the reverse Kaplan–Meier method: being censored is the event, and every other ending, competing
 * ones too, counts as censored. Equals the median of `survfit(Surv(time, event == 0) ~ group)` of R; ties are ordered as in any
 * Kaplan–Meier curve, which is not prodlim's order. Source: Schemper and Smith 1996.
 */
export function medianFollowUp(subjects: Subjects, options: EstimateOptions & IntervalOptions = {}): Quantile[] {
  const order = options.order ?? timeOrder(subjects.time, subjects.entry);
  const { curves } = estimateCurves(subjects, order, { scratch: options.scratch, endings: asFollowUp });
  return curves.map((curve) => quantile(curve, 0.5, options));
}
