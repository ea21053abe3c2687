import type { Subjects } from "../../survival";

/** Rows in the figure and events among them; with count weights, patients they stand for. */
export function counts(
  { group, cause, weight, weightKind }: Subjects & { group: Int16Array },
  counted: (row: number) => boolean,
): { patients: number; events: number } {
  let patients = 0;
  let events = 0;
  for (let row = 0; row < group.length; row++) {
    if (group[row] < 0 || !counted(row)) continue;
    const size = weight && weightKind !== "sampling" ? weight[row] : 1;
    patients += size;
    if (cause[row] === 1) events += size;
  }
  return { patients, events };
}
