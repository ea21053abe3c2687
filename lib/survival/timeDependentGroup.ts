import type { Subjects } from "./subjects";

export interface SwitchedSubjects {
  /** Group 0: not yet switched; group 1: switched. Rows are spells of time, not patients. */
  subjects: Subjects;
  /** Of each spell the row it was made from. */
  rows: Uint32Array;
}

/**
 * Splits each row where the patient changes group, such as a treatment that starts after time zero (`switchTime`, NaN
 * for never): a spell before it in group 0, censored there, and one from there on in group 1. `kaplanMeier` of the
 * result gives the Simon–Makuch curves, `logRank` the Mantel–Byar test, and either counts spells in `n`. A switch at or
 * after the end of follow-up is none; one at or before entry (0 without `entry`) puts the whole row in group 1. A
 * switch exactly at an event time counts that event in group 0. Rows whose group is −1 stay out; other groups are
 * replaced. Sources: Mantel and Byar 1974; Simon and Makuch 1984.
 */
export function timeDependentGroup(subjects: Subjects, switchTime: Float64Array): SwitchedSubjects {
  const { time, entry, group } = subjects;
  const rows: number[] = [];
  const spells: { entry: number; time: number; switched: boolean; ends: boolean }[] = [];
  time.forEach((end, row) => {
    if (group?.[row] === -1) return;
    const start = entry ? entry[row] : Number.NEGATIVE_INFINITY;
    const at = switchTime[row];
    const isSwitched = at < end;
    const from = isSwitched && at <= Math.max(0, start) ? start : at;
    if (isSwitched && from > start)
      spells[rows.push(row) - 1] = { entry: start, time: from, switched: false, ends: false };
    spells[rows.push(row) - 1] = { entry: isSwitched ? from : start, time: end, switched: isSwitched, ends: true };
  });
  const ofRow = <T>(column: ArrayLike<T> | undefined) => column && rows.map((row) => column[row]);
  return {
    subjects: {
      ...subjects,
      time: Float64Array.from(spells, (spell) => spell.time),
      entry: Float64Array.from(spells, (spell) => spell.entry),
      cause: Uint8Array.from(rows, (row, i) => (spells[i].ends ? subjects.cause[row] : 0)),
      group: Int16Array.from(spells, ({ switched }) => (switched ? 1 : 0)),
      groupCount: 2,
      weight: subjects.weight && Float64Array.from(ofRow(subjects.weight) as number[]),
      strata: subjects.strata && Int32Array.from(ofRow(subjects.strata) as number[]),
      patient: subjects.patient && Int32Array.from(ofRow(subjects.patient) as number[]),
      cluster: Int32Array.from(ofRow(subjects.cluster) ?? ofRow(subjects.patient) ?? rows),
    },
    rows: Uint32Array.from(rows),
  };
}
