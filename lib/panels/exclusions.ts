import type { EndpointData } from "../cohort/endpoint";
import type { Patients } from "../cohort/patients";
import { nth } from "../numeric/nth";
import { beforeLandmark, type Clock, entersTooLate } from "./clock";

/** Why a usable row is not in the figure, beside its group. */
interface Exclusion {
  id: "landmark" | "entry" | "strata" | "split" | "changes";
  reason: string;
  leavesOut(row: number): boolean;
}

export function exclusionsOf(
  data: EndpointData,
  { landmark, censorAt }: Clock,
  unit: string,
  strata: Int32Array | null,
  strataLabel: string | null,
): Exclusion[] {
  const found: Exclusion[] = [];
  if (strata)
    found.push({ id: "strata", reason: `${strataLabel} missing`, leavesOut: (row) => (strata[row] ?? -1) < 0 });
  if (censorAt !== null && data.entry)
    found.push({
      id: "entry",
      reason: `enters when follow-up is cut, at ${censorAt} ${unit}`,
      leavesOut: entersTooLate(data, censorAt),
    });
  if (landmark !== null)
    found.push({
      id: "landmark",
      reason: `event or end of follow-up by the landmark, ${landmark} ${unit}`,
      leavesOut: beforeLandmark(data, landmark),
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
 * patients of the selected.
 */
export function leaveOut(
  patients: Patients,
  { reason }: EndpointData,
  codes: Int32Array | null,
  group: Int16Array,
  exclusions: Exclusion[],
): { id: Exclusion["id"]; reason: string; rows: number[]; selected: number }[] {
  const lines = exclusions.map(({ id, reason }) => ({ id, reason, rows: [] as number[], selected: 0 }));
  if (lines.length === 0) return lines;
  for (let row = 0; row < reason.length; row++) {
    const size = patients.size[row] ?? 0;
    if (size === 0 || reason[row] !== 0 || (codes !== null && (codes[row] ?? -1) < 0)) continue;
    const place = exclusions.findIndex(({ leavesOut }) => leavesOut(row));
    if (place < 0) continue;
    nth(lines, place).rows.push(row);
    if ((group[row] ?? -1) >= 0) nth(lines, place).selected += size;
    group[row] = -1;
  }
  return lines;
}
