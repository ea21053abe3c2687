import { confidenceLimits, curveLimits, type IntervalOptions, type Limits } from "./confidenceLimits";
import type { Curve } from "./curve";
import { CENSORED, EVENT, endings } from "./endings";
import { firstFrom } from "./firstFrom";
import { type EstimateOptions, estimateCurves } from "./kaplanMeier";
import { robustIncidenceStdErr } from "./robustIncidence";
import { isSampled, type Subjects } from "./subjects";
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
export interface IncidenceCurves extends Pick<Curve, "n" | "censored" | "time" | "nRisk" | "nCensor" | "entered"> {
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
 * Aalen–Johansen cumulative incidence of every cause in each group; causes are those that occur in any group.
 *
 * The standard error is the infinitesimal jackknife over rows (or clusters), as R's `survfit` with a factor status. Without sampling weights
 * and delayed entry that is Aalen's delta-method one over rows, which is then computed directly. cmprsk's `cuminc` has another, larger in the
 * tail by up to about 10 %. Sources: Aalen and Johansen 1978; Aalen 1978; Marubini and Valsecchi 1995.
 */
export function cumulativeIncidence(subjects: Subjects, options: EstimateOptions = {}): IncidenceCurves[] {
  const order = options.order ?? timeOrder(subjects.time, subjects.entry);
  const { curves } = estimateCurves(subjects, order, { endings: asAnyEvent });
  const causes = causesIn(subjects, order.order);
  const single = causes.map((cause) => estimateCurves(subjects, order, { endings: asCause(cause) }).curves);
  const needsJackknife = isSampled(subjects) || order.entry !== undefined;
  const stdErrOf = (group: number, { nEvent }: Curve, cause: number) =>
    needsJackknife
      ? robustIncidenceStdErr({ subjects, order, group }, curves[group], nEvent, cause)
      : deltaStdErr(curves[group], nEvent);
  return curves.map(({ n, censored, time, nRisk, nCensor, survival, entered }, g) => ({
    n,
    censored,
    time,
    nRisk,
    nCensor,
    ...(entered && { entered }),
    eventFree: survival,
    causes: causes.map((cause, i) => {
      const own = single[i][g];
      const { events, nEvent } = own;
      return { cause, events, nEvent, incidence: incidenceOf(curves[g], nEvent), stdErr: stdErrOf(g, own, cause) };
    }),
  }));
}

/** Cause codes that occur in the analysis, ascending. */
export function causesIn({ cause, group }: Subjects, rows: Uint32Array): number[] {
  const seen = new Uint8Array(256);
  for (const row of rows) if (!group || group[row] >= 0) seen[cause[row]] = 1;
  return [...seen.keys()].filter((code) => code > 0 && seen[code] === 1);
}

function incidenceOf({ nRisk, survival }: Curve, own: Float64Array): Float64Array {
  let sum = 0;
  return nRisk.map((n, i) => {
    sum += ((i > 0 ? survival[i - 1] : 1) * own[i]) / n;
    return sum;
  });
}

/**
 * The variance at t is Σ g (I(t) − I(u))² − 2 Σ c (I(t) − I(u)) + Σ own over event times u ≤ t. Each sum is carried along as I(t) rises
 * (moment 1 and 0 of the first, moment 0 of the second), which loses fewer digits than expanding the square.
 */
function deltaStdErr({ nRisk, nEvent, survival }: Curve, own: Float64Array): Float64Array {
  let [squares, moment, greenwoods, crosses, covariances, constant] = [0, 0, 0, 0, 0, 0];
  return nRisk.map((n, i) => {
    const before = i > 0 ? survival[i - 1] : 1;
    const rise = (before * own[i]) / n;
    squares += rise * (2 * moment + rise * greenwoods);
    moment += rise * greenwoods;
    crosses += rise * covariances;
    greenwoods += n > nEvent[i] ? nEvent[i] / (n * (n - nEvent[i])) : 0;
    covariances += rise / n;
    constant += (before * rise * (n - own[i])) / (n * n);
    const variance = squares - 2 * crosses + constant;
    // Where the variance is 0 the difference leaves the rounding of its terms, whose root would look like a number.
    return variance > 1e-14 * (squares + constant) ? Math.sqrt(variance) : 0;
  });
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
