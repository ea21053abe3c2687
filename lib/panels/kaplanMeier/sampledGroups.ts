import { effectiveSize, type Subjects } from "../../survival";
import { heaviestIn } from "../heaviestIn";

export interface Sample {
  /** Rows with the event, and the sum of all rows' weights. */
  counted: number;
  n: number;
  effective: number;
  /** The greatest weight of a row. */
  heaviest: number;
}

/** What sampling weights make of each group, beside the patients themselves. */
export function samplesOf(subjects: Subjects & { group: Int16Array; groupCount: number }): Sample[] {
  const once = firstInGroup(subjects);
  const effective = effectiveSize({ ...subjects, group: once });
  const heaviest = heaviestIn(subjects);
  const samples = Array.from(
    effective,
    (each, place): Sample => ({ counted: 0, n: 0, effective: each, heaviest: heaviest[place] ?? 0 }),
  );
  for (const [row, code] of subjects.group.entries()) {
    const sample = samples[code];
    if (!sample) continue;
    if (once[row] === code) sample.n += subjects.weight?.[row] ?? 1;
    if (subjects.cause[row] === 1) sample.counted++;
  }
  return samples;
}

/** The groups of the rows, of a patient's intervals in a group only that of the first, whose weight is the patient's. */
function firstInGroup({ patient, group, time }: Subjects & { group: Int16Array }): Int16Array {
  if (!patient) return group;
  const met = new Set<string>();
  return group.map((code, row) => {
    const key = `${patient[row]} ${code}`;
    if (code < 0 || Number.isNaN(time[row]) || met.has(key)) return -1;
    met.add(key);
    return code;
  });
}
