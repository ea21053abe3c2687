import type { Patients } from "./patients";

type Counted = Pick<Patients, "size" | "patient">;

/**
 * Counts the patients of rows, met one after the other: what each row adds to the count of its `slot`. A row adds the
 * patients it stands for; of the intervals of a patient the first that is met in a slot adds 1, the others nothing.
 */
export function patientCounter({ size, patient }: Counted): (row: number, slot?: number) => number {
  if (!patient) return (row) => size[row] ?? 0;
  const met = new Map<number, Set<number>>();
  return (row, slot = 0) => {
    const own = patient[row] ?? -1;
    const seen = met.get(slot) ?? new Set<number>();
    if (own < 0 || size[row] === 0 || seen.has(own)) return 0;
    met.set(slot, seen.add(own));
    return 1;
  };
}

/** How many patients some rows stand for. */
export function countOf(rows: Iterable<number>, patients: Counted): number {
  const counted = patientCounter(patients);
  let sum = 0;
  for (const row of rows) sum += counted(row);
  return sum;
}

/** All rows of the patients of whom some row is named; the rows themselves where each is a patient. */
export function rowsOfTheirPatients(rows: readonly number[], { patient }: Pick<Patients, "patient">): number[] {
  if (!patient || rows.length === 0) return [...rows];
  const named = new Set(rows.map((row) => patient[row]));
  return [...patient.keys()].filter((row) => named.has(patient[row]));
}
