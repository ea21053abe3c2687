import { nth, numberAt } from "../../numeric/nth";
import type { Subjects } from "../../survival";

export type Rows = Subjects & { group: Int16Array };

export interface Counts {
  patients: number;
  events: number;
}

/**
 * Patients in the figure, each once however many rows they have, and events among them; with count weights, those they
 * stand for.
 */
export function counts(
  { group, cause, weight, weightKind, patient }: Rows,
  counted: (row: number) => boolean = () => true,
): Counts {
  const seen = new Set<number>();
  let patients = 0;
  let events = 0;
  for (let row = 0; row < group.length; row++) {
    if ((group[row] ?? -1) < 0 || !counted(row)) continue;
    const size = weight && weightKind !== "sampling" ? numberAt(weight, row) : 1;
    if (cause[row] === 1) events += size;
    if (patient && seen.has(nth(patient, row))) continue;
    if (patient) seen.add(nth(patient, row));
    patients += size;
  }
  return { patients, events };
}
