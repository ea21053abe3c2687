import { confidenceLimits, type IntervalOptions, type Limits, pointwiseLimits } from "./confidenceLimits";
import type { Curve } from "./curve";
import { CENSORED, EVENT, endings } from "./endings";
import { eventFreeLimitsFrom } from "./eventFree";
import { firstFrom } from "./firstFrom";
import { type EstimateOptions, estimateCurves } from "./kaplanMeier";
import { inPatients } from "./patients";
import { robustIncidenceStdErr } from "./robustIncidence";
import { isSampled, type Subjects } from "./subjects";
import { hasDiedOut } from "./survivalAt";

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
  /** Whether its numbers are counts of patients: not with sampling weights. */
  counted: boolean;
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
 * The standard error is the infinitesimal jackknife over rows (or clusters), as R's `survfit` with a factor status.
 * Without sampling weights and delayed entry that is Aalen's delta-method one over rows, which is then computed
 * directly. cmprsk's `cuminc` has another, larger in the tail by up to about 10 %. Sources: Aalen and Johansen 1978;
 * Aalen 1978; Marubini and Valsecchi 1995.
 */
export function cumulativeIncidence(given: Subjects, options: EstimateOptions = {}): IncidenceCurves[] {
  const { subjects, order } = inPatients(given, options.order);
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
    counted: !isSampled(subjects),
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
 * The variance at t is Σ g (I(t) − I(u))² − 2 Σ c (I(t) − I(u)) + Σ own over event times u ≤ t. Each sum is carried
 * along as I(t) rises (moment 1 and 0 of the first, moment 0 of the second), which loses fewer digits than expanding
 * the square.
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

/** Limits of an incidence of 0: above it is at most 1 less the limit of survival were the cause the only one. */
function untilFirst(curves: IncidenceCurves, level?: number): (t: number) => Limits {
  const { time, nRisk, nCensor, entered, causes, counted } = curves;
  const nEvent = nRisk.map((_, i) => causes.reduce((sum, each) => sum + each.nEvent[i], 0));
  const greenwood = counted ? nEvent : undefined;
  const eventFree = eventFreeLimitsFrom({ time, nRisk, nEvent, nCensor, entered, greenwood }, level);
  return (t) => {
    const { lower, upper } = eventFree(t);
    return { lower: 1 - upper, upper: 1 - lower };
  };
}

/** Confidence limits at each time, on the scales of `confidenceLimits`; at incidence 0 those of `incidenceAt`. */
export function incidenceLimits(
  curves: IncidenceCurves,
  { incidence, stdErr }: CauseIncidence,
  interval: IntervalOptions = {},
): { lower: Float64Array; upper: Float64Array } {
  const limits = pointwiseLimits({ survival: incidence, stdErr }, interval);
  const whileZero = untilFirst(curves, interval.level);
  for (let i = 0; i < incidence.length && incidence[i] === 0; i++) {
    const { lower, upper } = whileZero(curves.time[i]);
    limits.lower[i] = lower;
    limits.upper[i] = upper;
  }
  return limits;
}

export interface IncidenceAt extends Limits {
  incidence: number;
  stdErr: number;
}

/**
 * Cumulative incidence of a cause at t with its limits; while it is 0, up to 1 less the limit of `eventFreeLimits`.
 * Where everybody has had an event it stays; null past the last follow-up of others, and for a cause that does not
 * occur.
 */
export function incidenceAt(
  curves: IncidenceCurves,
  cause: number,
  t: number,
  interval: IntervalOptions = {},
): IncidenceAt | null {
  const { time, causes, eventFree } = curves;
  const found = causes.find((one) => one.cause === cause);
  const from = firstFrom(time, t);
  if (!found || (from === time.length && !hasDiedOut({ survival: eventFree }))) return null;
  const at = time[from] === t ? from : from - 1;
  const [incidence, stdErr] = at < 0 ? [0, 0] : [found.incidence[at], found.stdErr[at]];
  if (incidence === 0) return { incidence, stdErr, ...untilFirst(curves, interval.level)(t) };
  return { incidence, stdErr, ...confidenceLimits(incidence, stdErr, interval) };
}
