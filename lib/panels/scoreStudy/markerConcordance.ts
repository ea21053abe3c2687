import { nth } from "../../numeric/nth";
import { concordance, type Subjects } from "../../survival";
import { withinOne } from "./withinOne";

/** Harrell's C of a marker whose high values should mean early events, with an interval (normal, of the jackknife standard error, see `withinOne`). */
export interface MarkerConcordance {
  c: number;
  lower: number;
  upper: number;
  stdErr: number;
  /** Of the interval. */
  level: number;
  patients: number;
  events: number;
}

/** Null where nobody has a marker, nobody the event, no two patients can be compared, or rows are intervals. */
export function markerConcordance(subjects: Subjects, marker: Float64Array, level: number): MarkerConcordance | null {
  // Its standard error takes rows for patients, which intervals are not.
  if (subjects.patient) return null;
  const found = concordance(subjects, marker);
  if (!found.ok || Number.isNaN(found.value.c)) return null;
  const { c, stdErr } = found.value;
  let patients = 0;
  let events = 0;
  for (let row = 0; row < marker.length; row++) {
    if (
      Number.isNaN(marker[row]) ||
      Number.isNaN(subjects.time[row]) ||
      (subjects.group && nth(subjects.group, row) < 0)
    )
      continue;
    const stands = subjects.weightKind === "sampling" ? 1 : (subjects.weight?.[row] ?? 1);
    patients += stands;
    if (subjects.cause[row] === 1) events += stands;
  }
  return { c, stdErr, level, ...withinOne(c, stdErr, level), patients, events };
}
