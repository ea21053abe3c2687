import { decimals } from "../../format";
import type { Column, Written } from "../../table";
import { notice } from "../../table/notices/notice";
import type { Check, Finding } from "./check";
import { type RawTime, rawTimes } from "./rawTimes";

const fewest = 5;
const [lowest, highest] = [20, 45];

/** One group's times about thirty-fold those of the rest: days among months. For columns of two to twelve values. */
export const timesOfGroups: Check = (facts) =>
  rawTimes(facts).flatMap((time) => {
    const days = time.days.map((day, row) => (facts.patients.represents[row] === 1 ? day : Number.NaN));
    return facts.table.columns.flatMap((column) => thirtyFold({ ...time, days }, column));
  });

function thirtyFold({ name, days, column: own }: RawTime, { name: by, written }: Column): Finding[] {
  if (!written || written.levels.length < 2 || written.levels.length > 12) return [];
  const medians = mediansByLevel(days, written);
  const known = medians.filter((median) => median !== null);
  if (known.length < 2 || Math.max(...known) < lowest * Math.min(...known)) return [];
  return written.levels.flatMap((level, code) => {
    const inside = medians[code] ?? null;
    const others = medianOf(days.filter((_, row) => written.codes[row] !== -1 && written.codes[row] !== code));
    if (inside === null || others === null || inside < lowest * others || inside > highest * others) return [];
    const rows = [...written.codes].flatMap((own, row) => (own === code && (days[row] ?? 0) > 0 ? [row] : []));
    const message = `“${name}” of “${level}” in “${by}” is ${decimals(inside / others, 0)} times as long as that of the others: days among months?`;
    const made = notice("group-times-thirty-fold", rows.length, message, "Check the unit of these rows in the file.", {
      columns: own === null ? [by] : [own, by],
      rows: rows.map((row) => row + 1),
    });
    return [{ ...made, remedies: [] }];
  });
}

const mediansByLevel = (days: Float64Array, { codes, levels }: Written): (number | null)[] =>
  levels.map((_, code) => medianOf(days.filter((_, row) => codes[row] === code)));

/** The median of the positive times; null for fewer than five. */
function medianOf(days: Float64Array): number | null {
  const some = days.filter((value) => value > 0).sort();
  return some.length < fewest ? null : (some[Math.floor(some.length / 2)] ?? null);
}
