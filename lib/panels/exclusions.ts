import type { EndpointData } from "../cohort/endpoint";
import { rowsOfEach } from "../cohort/intervals";
import type { Patients } from "../cohort/patients";
import { nth } from "../numeric/nth";
import { beforeLandmark, type Clock, entersTooLate } from "./clock";

/** Why a usable row is not in the figure, beside its group. */
interface Exclusion {
  id: "landmark" | "entry" | "strata" | "split" | "changes";
  reason: string;
  leavesOut(row: number): boolean;
  /** Of intervals of a patient: every one must be left out before the patient is; else one is enough. */
  every?: true;
}

export function exclusionsOf(
  data: EndpointData,
  { landmark, censorAt }: Clock,
  inWords: (time: number) => string,
  strata: Int32Array | null,
  strataLabel: string | null,
): Exclusion[] {
  const found: Exclusion[] = [];
  if (strata)
    found.push({ id: "strata", reason: `${strataLabel} missing`, leavesOut: (row) => (strata[row] ?? -1) < 0 });
  if (censorAt !== null && data.entry)
    found.push({
      id: "entry",
      reason: `enters when follow-up is cut, at ${inWords(censorAt)}`,
      leavesOut: entersTooLate(data, censorAt),
      every: true,
    });
  if (landmark !== null)
    found.push({
      id: "landmark",
      reason: `event or end of follow-up by the landmark, ${inWords(landmark)}`,
      leavesOut: beforeLandmark(data, landmark),
      every: true,
    });
  return found;
}

/** Patients without a value are in none of the small figures. */
export const withoutSplit = ({ label, codes }: { label: string; codes: Int32Array }): Exclusion => ({
  id: "split",
  reason: `${label} missing`,
  leavesOut: (row) => (codes[row] ?? -1) < 0,
});

/** A time of change that cannot be read would silently count as never. */
export function unreadChange(label: string, unread: readonly { row: number }[]): Exclusion {
  const rows = new Set(unread.map(({ row }) => row));
  return { id: "changes", reason: `${label} cannot be read`, leavesOut: (row) => rows.has(row) };
}

/**
 * Takes rows out of `group`, each under the first exclusion that applies, and says which: all usable ones, and how many
 * patients of the selected. `without`: rows that are out already.
 */
export function leaveOut(
  patients: Patients,
  { reason }: EndpointData,
  without: ReadonlySet<number>,
  group: Int16Array,
  exclusions: Exclusion[],
): { id: Exclusion["id"]; reason: string; rows: number[]; selected: number }[] {
  const lines = exclusions.map(({ id, reason: why }) => ({ id, reason: why, rows: [] as number[], selected: 0 }));
  if (lines.length === 0) return lines;
  const isIn = (row: number) => patients.size[row] !== 0 && reason[row] === 0 && !without.has(row);
  if (patients.patient) {
    for (const rows of rowsOfEach(patients.patient, isIn)) leaveOutRows(rows, group, exclusions, lines, 1);
    return lines;
  }
  for (let row = 0; row < reason.length; row++)
    if (isIn(row)) leaveOutRows([row], group, exclusions, lines, patients.size[row] ?? 0);
  return lines;
}

/** The rows of one patient, who counts for `size`. */
function leaveOutRows(
  rows: number[],
  group: Int16Array,
  exclusions: Exclusion[],
  lines: { rows: number[]; selected: number }[],
  size: number,
): void {
  const place = exclusions.findIndex(({ every, leavesOut }) => (every ? rows.every(leavesOut) : rows.some(leavesOut)));
  if (place >= 0) {
    const line = nth(lines, place);
    line.rows.push(...rows);
    if (rows.some((row) => (group[row] ?? -1) >= 0)) line.selected += size;
  }
  for (const row of rows) if (place >= 0 || exclusions.some(({ leavesOut }) => leavesOut(row))) group[row] = -1;
}
