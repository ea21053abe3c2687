import { concordanceOf } from "../cox/concordance";
import { prepareRows } from "../cox/coxRows";
import type { Subjects } from "../subjects";
import { censoringOf, longestJudged, type NotJudged, uncensored } from "./censoring";

export interface UnoConcordance {
  /** Of events up to here, in the unit of the times. */
  tau: number;
  c: number;
  /** Of the infinitesimal jackknife, with Ĝ as it is. */
  stdErr: number;
}

export type Uno = { ok: true; value: UnoConcordance } | { ok: false; reason: NotJudged | "noEvents" };

/**
 * Uno's C: Harrell's, with each pair worth 1/Ĝ² at its event, Ĝ the share not yet censored just before, so that it does
 * not hang on how long patients were followed. Of events up to `tau`; without it, up to the last event at which more
 * than 0.1 are not yet censored. Competing events count as censored. High values of `marker` (by input row, NaN leaves
 * the row out) should mean early events.
 *
 * Equals `concordance(Surv(time, event) ~ marker, reverse = TRUE, timewt = "n/G2", ymax = tau)` of R's survival. Source:
 * Uno et al., Stat Med 2011;30:1105–17.
 */
export function unoConcordance(subjects: Subjects, marker: Float64Array, tau?: number): Uno {
  const usable = Uint8Array.from(marker, (value) => (Number.isNaN(value) ? 0 : 1));
  const ofEvent = { ...subjects, cause: subjects.cause.map((cause) => (cause === 1 ? 1 : 0)) };
  const censoring = censoringOf(ofEvent, usable);
  if (!censoring.ok) return censoring;
  const until = tau ?? longestJudged(censoring.value);
  const data = prepareRows(ofEvent, usable);
  if (!data.ok || data.value.events === 0 || Number.isNaN(until)) return { ok: false, reason: "noEvents" };
  const { rows } = data.value.sets;
  const worth = Float64Array.from(rows, (row) =>
    subjects.time[row] <= until ? uncensored(censoring.value, subjects.time[row], false) ** -2 : 0,
  );
  const { c, stdErr } = concordanceOf(
    data.value,
    Float64Array.from(rows, (row) => marker[row]),
    worth,
  );
  return Number.isNaN(c) ? { ok: false, reason: "noEvents" } : { ok: true, value: { tau: until, c, stdErr } };
}
