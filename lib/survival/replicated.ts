import { isSampled, type Subjects } from "./subjects";

type Column = Float64Array | Uint8Array | Int16Array | Int32Array;

/** Count weights as so many rows that count once, those of the analysis alone; subjects without them as they are. */
export const replicated = (subjects: Subjects): Subjects => replicatedWith(subjects, null).subjects;

/** The same, and a column of theirs. */
export function replicatedWith<Values extends Float64Array | null>(
  subjects: Subjects,
  values: Values,
): { subjects: Subjects; values: Values } {
  const { weight, weightKind: _, ...columns } = subjects;
  if (!weight || isSampled(subjects)) return { subjects, values };
  const takesPart = (row: number) => subjects.group === undefined || subjects.group[row] >= 0;
  const rows = Array.from(weight, (w, row) =>
    takesPart(row) ? Array.from({ length: Math.max(w, 0) }, () => row) : [],
  ).flat();
  const of = <T extends Column>(column: T): T => {
    const repeated = new (column.constructor as new (length: number) => T)(rows.length);
    rows.forEach((row, i) => {
      repeated[i] = column[row];
    });
    return repeated;
  };
  const { time, cause, entry, group, strata, cluster, patient } = columns;
  const repeated = {
    ...columns,
    time: of(time),
    cause: of(cause),
    entry: entry && of(entry),
    group: group && of(group),
    strata: strata && of(strata),
    cluster: cluster && of(cluster),
    patient: patient && of(patient),
  };
  return { subjects: repeated, values: (values && of(values)) as Values };
}
