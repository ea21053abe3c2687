import type { IntervalOptions } from "./confidenceLimits";
import { asFollowUp } from "./endings";
import { type EstimateOptions, estimateCurves } from "./kaplanMeier";
import { type Quantile, quantile } from "./quantile";
import { groupCountOf, type Subjects } from "./subjects";
import { timeOrder } from "./timeOrder";

/**
 * Median follow-up of each group by the reverse Kaplan–Meier method: being censored is the event, and every other
 * ending, competing ones too, counts as censored. Follow-up is a patient's own, from entry (or time 0) to the last end:
 * with late entries, ages and split rows it is not read off the clock of the curves. Equals the median of
 * `survfit(Surv(end − entry, event == 0) ~ group)` of R; ties are ordered as in any Kaplan–Meier curve, which is not
 * prodlim's order. Source: Schemper and Smith 1996.
 */
export function medianFollowUp(subjects: Subjects, options: EstimateOptions & IntervalOptions = {}): Quantile[] {
  const followed = followedFromEntry(subjects);
  const order = (followed === subjects && options.order) || timeOrder(followed.time);
  const { curves } = estimateCurves(followed, order, { scratch: options.scratch, endings: asFollowUp });
  return curves.map((curve) => quantile(curve, 0.5, options));
}

/** One row a patient and group: how long from the first entry to the last end, and what happened there. */
function followedFromEntry(subjects: Subjects): Subjects {
  const { time, entry, cause, group, weight, weightKind, patient } = subjects;
  if (!entry && !patient) return subjects;
  const start = (row: number) => (entry && entry[row] !== Number.NEGATIVE_INFINITY ? entry[row] : 0);
  const found = new Map<string, { first: number; last: number }>();
  for (let row = 0; row < time.length; row++) {
    const isIn = Number.isFinite(time[row]) && !(entry && !(entry[row] < time[row])) && !(group && group[row] < 0);
    if (!isIn || (patient && patient[row] < 0)) continue;
    const key = patient ? `${patient[row]} ${group ? group[row] : 0}` : String(row);
    const own = found.get(key);
    if (!own) found.set(key, { first: row, last: row });
    else {
      if (start(row) < start(own.first)) own.first = row;
      if (time[row] > time[own.last]) own.last = row;
    }
  }
  const spans = [...found.values()];
  return {
    time: Float64Array.from(spans, ({ first, last }) => time[last] - start(first)),
    cause: Uint8Array.from(spans, ({ last }) => cause[last]),
    group: group && Int16Array.from(spans, ({ first }) => group[first]),
    groupCount: groupCountOf(subjects),
    ...(weight && { weight: Float64Array.from(spans, ({ first }) => weight[first]), weightKind }),
  };
}
