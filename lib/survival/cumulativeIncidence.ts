import { confidenceLimits, curveLimits, type IntervalOptions, type Limits } from "./confidenceLimits";
import type { Curve } from "./curve";
import { CENSORED, EVENT, endings } from "./endings";
import { type EstimateOptions, estimateCurves } from "./kaplanMeier";
import { robustIncidenceStdErr } from "./robustIncidence";
import { isSampled, type Subjects } from "./subjects";
import { firstFrom } from "./survivalAt";
import { timeOrder } from "./timeOrder";

/** Cumulative incidence of one cause. */
export interface CauseIncidence {
  cause: number;
  events: number;
  nEvent: Float64Array;
  /** Probability of having ended by this cause by each time. */
  incidence: Float64Array;
  /** Standard error of `incidence`. */
  stdErr: Float64Array;
}

/** A group's competing risks, one entry per distinct time as in `Curve`. */
export interface IncidenceCurves extends Pick<Curve, "n" | "censored" | "time" | "nRisk"> {
  /** Probability of having ended by no cause yet. */
  eventFree: Float64Array;
  /** In the order of their codes; with `eventFree` they add up to 1. */
  causes: CauseIncidence[];
}

/** Any cause is an event. */
export const asAnyEvent = endings((cause) => (cause === 0 ? CENSORED : EVENT));
/** One cause is the event, whatever else ended a row counts as censored. */
export const asCause = (which: number) => endings((cause) => (cause === which ? EVENT : CENSORED));

/**
 * Aalen–Johansen cumulative incidence of every cause in each group; causes are those that occur in any group. The standard error is the
 * delta-method one of Aalen, which equals the infinitesimal jackknife of R's `survfit` with a factor status (and differs from cmprsk's
 * `cuminc`, which is larger in the tail, up to about 10 %). With sampling weights it is the
 * infinitesimal jackknife itself. Sources: Aalen and Johansen 1978; Aalen 1978; Marubini and Valsecchi 1995.
 */
export function cumulativeIncidence(subjects: Subjects, options: EstimateOptions = {}): IncidenceCurves[] {
  const order = options.order ?? timeOrder(subjects.time, subjects.entry);
  const given = { ...options, order };
  const any = estimateCurves(subjects, order, { ...given, scratch: undefined, endings: asAnyEvent }).curves;
  const causes = causesIn(subjects, order.order);
  const single = causes.map((cause) => estimateCurves(subjects, order, { endings: asCause(cause) }).curves);
  return any.map(({ n, censored, time, nRisk, nEvent, survival }, g) => ({
    n,
    censored,
    time,
    nRisk,
    eventFree: survival,
    causes: causes.map((cause, i) => {
      const own = single[i][g];
      const estimate: Pick<CauseIncidence, "incidence" | "stdErr"> = incidenceOf({ nRisk, nEvent, survival }, own.nEvent);
      if (isSampled(subjects))
        estimate.stdErr = robustIncidenceStdErr({ subjects, order, group: g }, any[g], own.nEvent, cause);
      return { cause, events: own.events, nEvent: own.nEvent, ...estimate };
    }),
  }));
}

/** Cause codes that occur in the analysis, ascending. */
export function causesIn({ cause, group }: Subjects, rows: Uint32Array): number[] {
  const seen = new Uint8Array(256);
  for (const row of rows) if (!group || group[row] >= 0) seen[cause[row]] = 1;
  return [...seen.keys()].filter((code) => code > 0 && seen[code] === 1);
}

/**
 * Incidence and its variance in one pass. The variance at t is a sum over event times u ≤ t of terms in I(t) − I(u), I(t) constant: its
 * powers are summed apart.
 */
function incidenceOf({ nRisk, nEvent, survival }: Pick<Curve, "nRisk" | "nEvent" | "survival">, own: Float64Array) {
  const incidence = new Float64Array(nRisk.length);
  const stdErr = new Float64Array(nRisk.length);
  let sum = 0;
  let [square, linear, constant, cross, fixed] = [0, 0, 0, 0, 0];
  for (let i = 0; i < nRisk.length; i++) {
    const n = nRisk[i];
    const before = i > 0 ? survival[i - 1] : 1;
    sum += (before * own[i]) / n;
    const greenwood = n > nEvent[i] ? nEvent[i] / (n * (n - nEvent[i])) : 0;
    const covariance = (before * own[i]) / (n * n);
    square += greenwood;
    linear += greenwood * sum + covariance;
    constant += greenwood * sum * sum + 2 * covariance * sum;
    fixed += (before * before * own[i] * (n - own[i])) / (n * n * n);
    cross = sum * sum * square - 2 * sum * linear + constant + fixed;
    incidence[i] = sum;
    stdErr[i] = Math.sqrt(Math.max(0, cross));
  }
  return { incidence, stdErr };
}

/** Confidence limits at each time, on the scales of `confidenceLimits`: NaN where R gives NA, so at incidence 0 except plain. */
export const incidenceLimits = ({ incidence, stdErr }: CauseIncidence, interval: IntervalOptions = {}) =>
  curveLimits({ survival: incidence, stdErr }, interval);

export interface IncidenceAt extends Limits {
  incidence: number;
  stdErr: number;
}

/** Cumulative incidence of a cause at t with its limits: 0 with limits 0 and 0 before the first time, null past the last follow-up or for a cause that does not occur. */
export function incidenceAt(
  { time, causes }: IncidenceCurves,
  cause: number,
  t: number,
  interval: IntervalOptions = {},
): IncidenceAt | null {
  const found = causes.find((one) => one.cause === cause);
  const from = firstFrom(time, t);
  if (!found || from === time.length) return null;
  const at = time[from] === t ? from : from - 1;
  if (at < 0) return { incidence: 0, stdErr: 0, lower: 0, upper: 0 };
  const [incidence, stdErr] = [found.incidence[at], found.stdErr[at]];
  return { incidence, stdErr, ...confidenceLimits(incidence, stdErr, interval) };
}
