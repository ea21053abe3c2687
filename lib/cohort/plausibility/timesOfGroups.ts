import { decimals } from "../../format";
import type { Column } from "../../table";
import { notice } from "../../table/notices/notice";
import type { Check, Finding } from "./check";
import { type RawTime, rawTimes } from "./rawTimes";

const fewest = 5;

/** One group's times about thirty-fold those of the rest: days among months. For columns of two to twelve values. */
export const timesOfGroups: Check = (facts) =>
  rawTimes(facts).flatMap((time) => facts.table.columns.flatMap((column) => thirtyFold(time, column)));

function thirtyFold({ name, days, column: own }: RawTime, { name: by, written }: Column): Finding[] {
  if (!written || written.levels.length < 2 || written.levels.length > 12) return [];
  return written.levels.flatMap((level, code) => {
    const inside = medianOf(days, (row) => written.codes[row] === code);
    const others = medianOf(days, (row) => written.codes[row] !== code && written.codes[row] >= 0);
    if (inside === null || others === null || !(inside >= 20 * others) || inside > 45 * others) return [];
    const rows = Array.from(written.codes.keys()).filter((row) => written.codes[row] === code && days[row] > 0);
    const message = `“${name}” of “${level}” in “${by}” is ${decimals(inside / others, 0)} times as long as that of the others: days among months?`;
    const made = notice("group-times-thirty-fold", rows.length, message, "Check the unit of these rows in the file.", {
      columns: own === null ? [by] : [own, by],
      rows: rows.map((row) => row + 1),
    });
    return [{ ...made, remedies: [] }];
  });
}

/** The median of the positive times of some rows; null for fewer than five. */
function medianOf(days: Float64Array, within: (row: number) => boolean): number | null {
  const some = days.filter((value, row) => value > 0 && within(row)).sort();
  return some.length < fewest ? null : some[Math.floor(some.length / 2)];
}
