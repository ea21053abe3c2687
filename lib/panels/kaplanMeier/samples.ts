import { effectiveSize, type Subjects } from "../../survival";

export interface Sample {
  /** Rows with the event, and the sum of all rows' weights. */
  counted: number;
  n: number;
  effective: number;
}

/** What sampling weights make of each group, beside the patients themselves. */
export function samplesOf(subjects: Subjects & { group: Int16Array; groupCount: number }): Sample[] {
  const effective = effectiveSize(subjects);
  const samples = Array.from(effective, (each): Sample => ({ counted: 0, n: 0, effective: each }));
  for (const [row, code] of subjects.group.entries()) {
    const sample = samples[code];
    if (!sample) continue;
    sample.n += subjects.weight?.[row] ?? 1;
    if (subjects.cause[row] === 1) sample.counted++;
  }
  return samples;
}
