import type { TimeUnit } from "../../../board/board";
import type { Score } from "../../../board/score";
import { nth, numberAt } from "../../../numeric/nth";
import {
  aucAt,
  baselineHazard,
  brierAt,
  type Censoring,
  censoringOf,
  concordanceDifference,
  coxRegression,
  differenceOf,
  kaplanMeier,
  longestJudged,
  type NetBenefit,
  type NotJudged,
  netBenefits,
  type Subjects,
  survivalAt,
  unoConcordance,
} from "../../../survival";
import { timeIn } from "../../timeUnit";
import { studyLevel } from "../studyLevel";
import { around, withinOne } from "../withinOne";

export interface Estimated {
  value: number;
  lower: number;
  upper: number;
}

/** Whether an estimate has limits: a group in which everybody has had the event has none, nor has an order without an exception. */
export const hasInterval = ({ lower, upper }: Estimated): boolean => upper > lower;

/** How well the points of a score predict an endpoint of these patients, at a time and over time. */
export interface ScoreValidation {
  unit: TimeUnit;
  /** The time of the numbers, in this unit, and the last that can be judged: a tenth of the patients is not yet censored. */
  at: number;
  until: number;
  patients: number;
  events: number;
  uno: Estimated | null;
  /** Null, too, where fewer than `fewestOfEach` have had the event by then or are followed on without it. */
  auc: Estimated | null;
  /** Per point, of a Cox model of the points fitted to these patients; the risks below are those it gives. */
  ratio: Estimated | null;
  brier: Brier | null;
  /** The same over time, from 0 to `until`. */
  integrated: Brier | null;
  overTime: { time: number; auc: Estimated | null; brier: number | null; none: number | null }[];
  /** Patients of each group of the score: the mean of their risks at `at`, and the share with the event by Kaplan and Meier. */
  calibration: { group: string; patients: number; predicted: number; observed: Estimated | null }[];
  decision: NetBenefit[];
  /** Another score, on the patients who have both: this score's number less the other's. */
  beside: BesideJudged[];
  /** Whether competing events keep the risks away. */
  competing: boolean;
}

export interface Brier {
  /** Of the risks, without an interval where it is over time. */
  model: Estimated;
  /** Of the same risk for all, and how much less of it the risks leave: 1 − model / none. */
  none: number;
  explained: number;
}

export interface BesideJudged {
  id: string;
  label: string;
  patients: number;
  concordance: Estimated;
  auc: Estimated | null;
}

export type Validation = { state: "ready"; validation: ScoreValidation } | { state: "blocked"; reason: NotJudged };

interface Asked {
  subjects: Subjects;
  unit: TimeUnit;
  competing: boolean;
  score: Pick<Score, "at" | "groups">;
  values: { points: Float64Array; codes: Int32Array };
  others: readonly { id: string; label: string; points: Float64Array }[];
}

/** Of fewer with the event, or followed on without it, the normal interval of an area is far too narrow. */
export const fewestOfEach = 5;

/** Of times of many patients fewer are taken, so that what is computed stays below a second. */
const mostTimesOf = (patients: number) => Math.round(Math.max(25, Math.min(200, 5e5 / patients)));

export function validationOf({ subjects, unit, competing, score, values, others }: Asked): Validation {
  const { points } = values;
  const usable = known(points);
  const found = censoringOf(subjects, usable);
  if (!found.ok) return { state: "blocked", reason: found.reason };
  const censoring = found.value;
  const until = longestJudged(censoring);
  const at = score.at ?? usualTime(censoring, until, unit);
  const ofPoints = {
    ...subjects,
    group: Int16Array.from(usable, (is, row) => (is === 1 ? (subjects.group?.[row] ?? 0) : -1)),
  };
  const model = competing ? null : riskModel(ofPoints, points);
  const uno = unoConcordance(subjects, points);
  const risk = model?.at(at) ?? null;
  const overTime = timesUntil(censoring, until).map((time) => ({
    time,
    auc: areaAt(censoring, points, time),
    ...brierOver(censoring, model, time),
  }));
  return {
    state: "ready",
    validation: {
      unit,
      at,
      until,
      patients: censoring.n,
      events: eventsIn(censoring),
      uno: uno.ok ? held(uno.value.c, uno.value.stdErr) : null,
      auc: areaAt(censoring, points, at),
      ratio: model?.ratio ?? null,
      brier: risk && brierOf(censoring, risk, at),
      integrated: integrated(overTime, until),
      overTime,
      calibration: risk ? calibrationOf(ofPoints, values.codes, score.groups, risk, at) : [],
      decision: risk ? decisionOf(ofPoints, risk, at) : [],
      beside: others.flatMap((other) => besideOf(subjects, points, other, at) ?? []),
      competing,
    },
  };
}

const known = (...markers: Float64Array[]) =>
  Uint8Array.from(nth(markers, 0), (_, row) => (markers.some((marker) => Number.isNaN(marker[row])) ? 0 : 1));

function eventsIn({ cause, size }: Censoring): number {
  let events = 0;
  for (let place = 0; place < cause.length; place++) if (cause[place] === 1) events += numberAt(size, place);
  return events;
}

/** A year where events are judged for so long, else a round half of what is. */
function usualTime({ time }: Censoring, until: number, unit: TimeUnit): number {
  const year = Math.round(timeIn(12, "months", unit));
  const most = Number.isNaN(until) ? (time.at(-1) ?? 0) : until;
  if (year > 0 && year <= most) return year;
  const half = most / 2;
  const power = 10 ** Math.floor(Math.log10(half));
  return [5, 2, 1].map((step) => step * power).find((round) => round <= half) ?? half;
}

const held = (value: number, stdErr: number): Estimated => ({ value, ...withinOne(value, stdErr, studyLevel) });

function areaAt(censoring: Censoring, points: Float64Array, at: number): Estimated | null {
  const found = isEnough(censoring, at) ? aucAt(censoring, points, at) : null;
  return found && held(found.value, found.stdErr);
}

function isEnough({ time, cause, size }: Censoring, at: number): boolean {
  let events = 0;
  let free = 0;
  for (let place = 0; place < time.length; place++) {
    if (numberAt(time, place) > at) free += numberAt(size, place);
    else if (cause[place] === 1) events += numberAt(size, place);
  }
  return Math.min(events, free) >= fewestOfEach;
}

const apart = (value: number, stdErr: number): Estimated => ({ value, ...around(value, stdErr, studyLevel) });

interface RiskModel {
  ratio: Estimated;
  /** The risk of the event by a time, by row; NaN without points. */
  at(time: number): Float64Array;
}

/** A Cox model of the points alone; null where it cannot be fitted or the ratio is infinite. */
function riskModel(subjects: Subjects, points: Float64Array): RiskModel | null {
  const fit = coxRegression({ ...subjects, covariates: [{ name: "points", values: points }] }, { level: studyLevel });
  const coefficient = fit.ok ? fit.value.coefficients[0] : undefined;
  if (!fit.ok || coefficient?.kind !== "estimated") return null;
  const { hazardRatio: value, lower, upper } = coefficient;
  const [baseline] = baselineHazard(fit.value, "zero");
  if (!baseline) return null;
  return {
    ratio: { value, lower, upper },
    at(time) {
      let hazard = 0;
      for (let k = 0; k < baseline.time.length && numberAt(baseline.time, k) <= time; k++)
        hazard = numberAt(baseline.cumulativeHazard, k);
      return points.map((own) => -Math.expm1(-hazard * value ** own));
    },
  };
}

/** The same risk for all: what the weights alone give, as Kaplan and Meier do. */
function shareWithEvent(censoring: Censoring, rows: number, time: number): Float64Array | null {
  const nobody = new Float64Array(rows);
  const share = brierAt(censoring, nobody, time);
  return share && nobody.fill(share.value);
}

function brierOf(censoring: Censoring, risk: Float64Array, time: number): Brier | null {
  const share = shareWithEvent(censoring, risk.length, time);
  const model = brierAt(censoring, risk, time);
  const none = share && brierAt(censoring, share, time);
  if (!model || !none || none.value === 0) return null;
  return { model: held(model.value, model.stdErr), none: none.value, explained: 1 - model.value / none.value };
}

function brierOver(censoring: Censoring, model: RiskModel | null, time: number) {
  const found = model && brierOf(censoring, model.at(time), time);
  return { brier: found?.model.value ?? null, none: found?.none ?? null };
}

/** Times of events up to the last that can be judged, evenly thinned. */
function timesUntil({ time, cause, n }: Censoring, until: number): number[] {
  const most = mostTimesOf(n);
  const distinct = [...new Set(time.filter((own, place) => cause[place] === 1 && own <= until))];
  const step = Math.max(1, distinct.length / most);
  return Array.from({ length: Math.min(distinct.length, most) }, (_, k) => nth(distinct, Math.floor(k * step)));
}

/** Means over time of scores that stay from one time to the next, 0 before the first. */
function integrated(overTime: ScoreValidation["overTime"], until: number): Brier | null {
  const sums = { model: 0, none: 0 };
  for (const [k, { time, brier, none }] of overTime.entries()) {
    if (brier === null || none === null) return null;
    const length = (overTime[k + 1]?.time ?? until) - time;
    sums.model += brier * length;
    sums.none += none * length;
  }
  if (sums.none === 0) return null;
  const value = sums.model / until;
  return {
    model: { value, lower: Number.NaN, upper: Number.NaN },
    none: sums.none / until,
    explained: 1 - sums.model / sums.none,
  };
}

function calibrationOf(
  subjects: Subjects,
  codes: Int32Array,
  groups: Score["groups"],
  risk: Float64Array,
  at: number,
): ScoreValidation["calibration"] {
  const group = Int16Array.from(codes, (code, row) => ((subjects.group?.[row] ?? 0) < 0 ? -1 : code));
  const curves = kaplanMeier({ ...subjects, group, groupCount: groups.length });
  return groups.flatMap(({ label }, g) => {
    const curve = nth(curves, g);
    if (curve.n === 0) return [];
    let sum = 0;
    let size = 0;
    for (let row = 0; row < group.length; row++) {
      if (group[row] !== g || !Number.isFinite(subjects.time[row])) continue;
      const own = subjects.weight?.[row] ?? 1;
      sum += own * numberAt(risk, row);
      size += own;
    }
    const found = survivalAt(curve, at, { level: studyLevel });
    const observed = found && { value: 1 - found.survival, lower: 1 - found.upper, upper: 1 - found.lower };
    return [{ group: label, patients: curve.n, predicted: sum / size, observed }];
  });
}

/** Thresholds of whole per cent up to the highest risk. */
function decisionOf(subjects: Subjects, risk: Float64Array, at: number): NetBenefit[] {
  let highest = 0;
  for (const own of risk) if (own > highest) highest = own;
  const thresholds = Array.from({ length: 99 }, (_, k) => (k + 1) / 100).filter((threshold) => threshold <= highest);
  return netBenefits(subjects, risk, at, thresholds).filter(({ model, all }) => !Number.isNaN(model + all));
}

function besideOf(
  subjects: Subjects,
  points: Float64Array,
  { id, label, points: other }: Asked["others"][number],
  at: number,
): BesideJudged | null {
  const censoring = censoringOf(subjects, known(points, other));
  const concordance = concordanceDifference(subjects, points, other);
  if (!censoring.ok || !concordance.ok || Number.isNaN(concordance.value.difference)) return null;
  const auc = isEnough(censoring.value, at)
    ? differenceOf(censoring.value, aucAt(censoring.value, points, at), aucAt(censoring.value, other, at))
    : null;
  return {
    id,
    label,
    patients: censoring.value.n,
    concordance: apart(concordance.value.difference, concordance.value.stdErr),
    auc: auc && apart(auc.value, auc.stdErr),
  };
}
