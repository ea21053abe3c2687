import { counted } from "../../format";
import { type DateColumn, dayToIso } from "../../table";
import { type Check, rowsFinding, rowsWhere } from "./check";

const year = 365.25;

/**
 * Dates after today; or, where nobody says what day it is, more than two years after all but 1 % of the file's dates.
 */
export const futureDates: Check = (facts) => {
  const { table, today } = facts;
  const dates = table.columns.filter((column): column is DateColumn => column.kind === "date");
  const latest =
    today ??
    latestUsual(
      dates,
      rowsWhere(facts, () => true),
    );
  if (latest === null) return [];
  return dates.flatMap(({ name, days }) =>
    rowsFinding(
      "future-date",
      rowsWhere(facts, (row) => (days[row] ?? Number.NaN) > latest),
      (count, where) =>
        `${counted(count, "date")} of “${name}” ${count === 1 ? "is" : "are"} after ${today === null ? "the file's other dates" : "today"}: ${dayToIso(Math.max(...days.filter((day) => day > latest).slice(0, 1000)))} (${where}).`,
      "Check the year in the file.",
      { columns: [name] },
    ),
  );
};

function latestUsual(dates: DateColumn[], rows: number[]): number | null {
  const all = dates.flatMap(({ days }) => rows.flatMap((row) => days[row] ?? []).filter((day) => !Number.isNaN(day)));
  if (all.length < 20) return null;
  const sorted = Float64Array.from(all).sort();
  return (sorted[Math.floor(0.99 * (sorted.length - 1))] ?? Number.NaN) + 2 * year;
}
