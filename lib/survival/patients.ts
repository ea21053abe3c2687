import { groupCountOf, type Subjects } from "./subjects";
import { TIE_TOLERANCE } from "./tieTolerance";
import { type TickOrder, timeOrder } from "./timeOrder";

/** Subjects in which every patient has as few rows as possible, with their time order. */
export function inPatients(subjects: Subjects, order?: TickOrder): { subjects: Subjects; order: TickOrder } {
  if (!subjects.patient) return { subjects, order: order ?? timeOrder(subjects.time, subjects.entry) };
  const joined = joinSpells(subjects);
  return { subjects: joined, order: timeOrder(joined.time, joined.entry) };
}

/**
 * Start–stop rows of a patient that follow each other without an event between, in the same group and stratum and with
 * the same weight, as one row from the first start to the last stop: curves and tests stay what they are, and nobody is
 * censored who is followed on. A gap, an event or a change of group begins a new row. Rows without a patient are left
 * out.
 */
export function joinSpells(subjects: Subjects): Subjects {
  const { patient, time, entry, cause, group, strata, weight, cluster } = subjects;
  if (!patient) return subjects;
  const spells: { first: number; last: number }[] = [];
  const follows = ({ first, last }: (typeof spells)[number], row: number) =>
    entry !== undefined &&
    patient[first] === patient[row] &&
    Math.abs(entry[row] - time[last]) <= TIE_TOLERANCE * Math.max(1, Math.abs(time[last])) &&
    cause[last] === 0 &&
    group?.[first] === group?.[row] &&
    strata?.[first] === strata?.[row] &&
    weight?.[first] === weight?.[row];
  for (const row of rowsByPatient(subjects)) {
    const open = spells.at(-1);
    if (open && follows(open, row)) open.last = row;
    else spells.push({ first: row, last: row });
  }
  const rows = spells.map(({ first }) => first);
  const own = Int32Array.from(rows, (row) => patient[row]);
  return {
    ...subjects,
    time: Float64Array.from(spells, ({ last }) => time[last]),
    cause: Uint8Array.from(spells, ({ last }) => cause[last]),
    entry: entry && Float64Array.from(rows, (row) => entry[row]),
    group: group && Int16Array.from(rows, (row) => group[row]),
    groupCount: groupCountOf(subjects),
    strata: strata && Int32Array.from(rows, (row) => strata[row]),
    weight: weight && Float64Array.from(rows, (row) => weight[row]),
    cluster: cluster ? Int32Array.from(rows, (row) => cluster[row]) : own,
    patient: own,
  };
}

/** The rows in the analysis, patient by patient in the order of time. */
function rowsByPatient({ patient, time, entry, group }: Subjects): number[] {
  const codes = patient as Int32Array;
  return [...time.keys()]
    .filter(
      (row) =>
        codes[row] >= 0 &&
        Number.isFinite(time[row]) &&
        !(group && group[row] < 0) &&
        !(entry && !(entry[row] < time[row])),
    )
    .sort((a, b) => codes[a] - codes[b] || time[a] - time[b]);
}

/** Patients of each group, each counted once however many rows it has; by their weight where weights are counts. */
export function patientsByGroup({ patient, group, weight, weightKind }: Subjects, groups: number): Float64Array {
  const seen = Array.from({ length: groups }, () => new Set<number>());
  const sums = new Float64Array(groups);
  const codes = patient as Int32Array;
  for (let row = 0; row < codes.length; row++) {
    const g = group ? group[row] : 0;
    if (g < 0 || seen[g].has(codes[row])) continue;
    seen[g].add(codes[row]);
    sums[g] += weight && weightKind !== "sampling" ? weight[row] : 1;
  }
  return sums;
}

/** Whether some patient has the event more than once, which then are no independent events. */
export function hasRecurrentEvents({ patient, cause, group, time }: Subjects, event = 1): boolean {
  if (!patient) return false;
  const had = new Set<number>();
  for (let row = 0; row < patient.length; row++) {
    if (cause[row] !== event || (group && group[row] < 0) || !Number.isFinite(time[row])) continue;
    if (had.has(patient[row])) return true;
    had.add(patient[row]);
  }
  return false;
}
