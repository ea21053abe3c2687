import { nth, numberAt } from "../../numeric/nth";
import { type Subjects, timeDependentGroup, timeOrder } from "../../survival";
import type { Grouped } from "../grouped";

/** A group that changes, as spells of time: two groups, before and after, in which a patient is one after the other. */
export interface Spells extends Grouped {
  /** The patients themselves, and how many of them never change because the change comes when follow-up has ended. */
  whole: {
    subjects: Subjects & { group: Int16Array };
    order: Grouped["data"]["order"];
    patients: number;
    tooLate: number;
  };
}

/**
 * The rows split where a patient changes group; what is computed per row then counts spells, of which a patient has one
 * in each group.
 */
export function spellsOf(grouped: Grouped, { label, at }: NonNullable<Grouped["changes"]>): Spells {
  const { data, group, strata } = grouped;
  const whole = { ...data, group, groupCount: 1, strata };
  const { subjects } = timeDependentGroup(whole, at);
  const usable = (row: number) => (group[row] ?? -1) >= 0 && numberAt(data.time, row) >= 0;
  let [patients, tooLate] = [0, 0];
  for (let row = 0; row < group.length; row++) {
    if (!usable(row)) continue;
    const size = nth(grouped.patients.size, row);
    patients += size;
    if (numberAt(at, row) >= numberAt(data.time, row)) tooLate += size;
  }
  // A patient has one event at most, so that the usual variance holds; only sampling weights ask for the robust one.
  const { cluster, group: spellGroup, strata: spellStrata, ...columns } = subjects;
  const isSampled = data.weight !== undefined && data.weightKind === "sampling";
  return {
    ...grouped,
    group: spellGroup as Int16Array,
    strata: spellStrata,
    levels: [
      { value: "before", label: `Before ${label}`, color: null },
      { value: "after", label: `After ${label}`, color: null },
    ],
    ordered: false,
    groupLabel: `${label}, as it changes`,
    data: {
      ...data,
      ...columns,
      ...(isSampled ? { cluster } : {}),
      reason: new Uint8Array(columns.time.length),
      order: timeOrder(columns.time, columns.entry),
    },
    whole: { subjects: whole, order: data.order, patients, tooLate },
  };
}
