import { isSampled, type Subjects } from "./subjects";

type Column = Float64Array | Uint8Array | Int16Array | Int32Array;

/** Count weights as so many rows that count once; subjects without them as they are. */
export function replicated(subjects: Subjects): Subjects {
  const { weight, weightKind: _, ...columns } = subjects;
  if (!weight || isSampled(subjects) || weight.every((w) => w === 1)) return subjects;
  const rows = Array.from(weight, (w, row) => Array.from({ length: Math.max(w, 0) }, () => row)).flat();
  const of = <T extends Column>(column: T): T => {
    const repeated = new (column.constructor as new (length: number) => T)(rows.length);
    rows.forEach((row, i) => {
      repeated[i] = column[row];
    });
    return repeated;
  };
  const { time, cause, entry, group, strata, cluster, patient } = columns;
  return {
    ...columns,
    time: of(time),
    cause: of(cause),
    entry: entry && of(entry),
    group: group && of(group),
    strata: strata && of(strata),
    cluster: cluster && of(cluster),
    patient: patient && of(patient),
  };
}
