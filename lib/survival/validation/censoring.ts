import type { ReasonOf } from "../reason";
import { isSampled, type Subjects } from "../subjects";

/**
 * Who is judged, by ascending time, and the Kaplan–Meier estimate Ĝ of not being censored: the weights 1/Ĝ of those
 * whose state at a time is known make up for those whose is not. That holds where censoring has nothing to do with what
 * is judged. Events at the time of a censoring come before it, as in `prodlim(reverse = TRUE)`.
 */
export interface Censoring {
  /** Input rows by ascending time, events before censorings. */
  rows: Uint32Array;
  /** By place in `rows`. */
  time: Float64Array;
  cause: Uint8Array;
  /** Equal patients that a row stands for. */
  size: Float64Array;
  /** Patients. */
  n: number;
  /** Times of censoring with those at risk of it, those censored there, and Ĝ after it. */
  at: Float64Array;
  atRisk: Float64Array;
  censored: Float64Array;
  after: Float64Array;
}

export type NotJudged = ReasonOf<"noSubjects" | "samplingWeights" | "severalRows" | "delayedEntry">;
export type Judgeable = { ok: true; value: Censoring } | { ok: false; reason: NotJudged };

const not = (reason: NotJudged): Judgeable => ({ ok: false, reason });

/**
 * The censoring of the rows that are `usable` (1) and in a group. Weights must be counts; late entries, several rows of
 * a patient and sampling weights are refused.
 */
export function censoringOf(subjects: Subjects, usable: Uint8Array): Judgeable {
  if (isSampled(subjects)) return not("samplingWeights");
  if (subjects.patient) return not("severalRows");
  if (subjects.entry) return not("delayedEntry");
  const { time, cause, group, weight } = subjects;
  const kept: number[] = [];
  for (let row = 0; row < time.length; row++)
    if (usable[row] === 1 && Number.isFinite(time[row]) && (group === undefined || group[row] >= 0)) kept.push(row);
  if (kept.length === 0) return not("noSubjects");
  const rows = Uint32Array.from(kept).sort(
    (a, b) => time[a] - time[b] || Number(cause[a] === 0) - Number(cause[b] === 0) || a - b,
  );
  const size = Float64Array.from(rows, (row) => weight?.[row] ?? 1);
  const n = size.reduce((sum, each) => sum + each, 0);
  const sorted = { rows, time: Float64Array.from(rows, (row) => time[row]), size, n };
  const causes = Uint8Array.from(rows, (row) => cause[row]);
  return { ok: true, value: { ...sorted, cause: causes, ...notCensored(sorted.time, causes, size, n) } };
}

function notCensored(time: Float64Array, cause: Uint8Array, size: Float64Array, n: number) {
  const at: number[] = [];
  const atRisk: number[] = [];
  const censored: number[] = [];
  const after: number[] = [];
  let left = n;
  let survival = 1;
  for (let place = 0; place < time.length; ) {
    const now = time[place];
    let here = 0;
    for (; place < time.length && time[place] === now && cause[place] > 0; place++) left -= size[place];
    for (; place < time.length && time[place] === now; place++) here += size[place];
    if (here === 0) continue;
    survival *= 1 - here / left;
    at.push(now);
    atRisk.push(left);
    censored.push(here);
    after.push(survival);
    left -= here;
  }
  const columns = [at, atRisk, censored, after].map((column) => Float64Array.from(column));
  return { at: columns[0], atRisk: columns[1], censored: columns[2], after: columns[3] };
}

/** How many times of censoring lie before `time`, or also at it. */
export function censoringsUntil({ at }: Censoring, time: number, also: boolean): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle] < time || (also && at[middle] === time)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ĝ just before a time, or at it. */
export function uncensored(censoring: Censoring, time: number, at: boolean): number {
  const count = censoringsUntil(censoring, time, at);
  return count === 0 ? 1 : censoring.after[count - 1];
}

/** The last time of an event at which the share not yet censored is above `least`. */
export function longestJudged(censoring: Censoring, least = 0.1): number {
  const { time, cause } = censoring;
  for (let place = time.length - 1; place >= 0; place--)
    if (cause[place] > 0 && uncensored(censoring, time[place], false) > least) return time[place];
  return Number.NaN;
}

/** By place: 1/Ĝ of those whose state at `t` is known, else 0; `state` says which: event, another event, or neither yet. */
export interface KnownAt {
  t: number;
  weight: Float64Array;
  state: ("event" | "competing" | "free" | "unknown")[];
}

/** Null from when the last who was followed is censored: then Ĝ is 0, and nothing is known of those left. */
export function knownAt(censoring: Censoring, t: number): KnownAt | null {
  const { time, cause } = censoring;
  const free = uncensored(censoring, t, true);
  if (free === 0) return null;
  const weight = new Float64Array(time.length);
  const state = Array.from(time, (own, place): KnownAt["state"][number] => {
    if (own > t) {
      weight[place] = 1 / free;
      return "free";
    }
    if (cause[place] === 0) return "unknown";
    weight[place] = 1 / uncensored(censoring, own, false);
    return cause[place] === 1 ? "event" : "competing";
  });
  return { t, weight, state };
}

/**
 * Influence of each patient on a mean of `share` (by place, in which 1/Ĝ is a factor) through the estimate of Ĝ: the
 * martingale of censoring. A patient's own share is not in it.
 */
export function throughCensoring(censoring: Censoring, { t }: KnownAt, share: Float64Array): Float64Array {
  const { time, cause, size, n, at, atRisk, censored } = censoring;
  const until = censoringsUntil(censoring, t, true);
  // Of those that a censoring at each time touches: those with a later event, and all who are free at t.
  const touched = new Float64Array(until);
  let place = time.length - 1;
  let sum = 0;
  for (let k = until - 1; k >= 0; k--) {
    for (; place >= 0 && time[place] > at[k]; place--) sum += size[place] * share[place];
    touched[k] = sum / n;
  }
  const influence = new Float64Array(time.length);
  let gone = 0;
  let k = 0;
  for (let own = 0; own < time.length; own++) {
    for (; k < until && (at[k] < time[own] || (at[k] === time[own] && cause[own] === 0)); k++)
      gone += (touched[k] * censored[k] * n) / (atRisk[k] * atRisk[k]);
    const jump = cause[own] === 0 && k > 0 && at[k - 1] === time[own] ? (touched[k - 1] * n) / atRisk[k - 1] : 0;
    influence[own] = jump - gone;
  }
  return influence;
}
