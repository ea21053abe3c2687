import { counted } from "../../format";
import type { DateColumn } from "../../table";
import { type Check, type Facts, type Finding, rowsFinding, rowsWhere } from "./check";
import { saysBirth, saysDeath, saysEnd, saysStart } from "./words";

/** A death, progression or last contact before the start, by the names of the date columns and by the endpoints. */
export const datesOutOfOrder: Check = (facts) => {
  const { table, board } = facts;
  const dates = table.columns.filter((column) => column.kind === "date");
  const ends = dates.filter(({ name }) => saysDeath(name) || saysEnd(name));
  const starts = dates.filter(({ name }) => saysStart(name) && !saysBirth(name) && !saysDeath(name) && !saysEnd(name));
  const pairs = new Map(
    starts.flatMap((start) => ends.map((end) => [JSON.stringify([start.name, end.name]), { start, end }])),
  );
  for (const { time } of board.endpoints) {
    if (time.from !== "dates") continue;
    const start = dates.find(({ name }) => name === time.start);
    const end = dates.find(({ name }) => name === time.end);
    if (start && end) pairs.set(JSON.stringify([start.name, end.name]), { start, end });
  }
  return [...pairs.values()].flatMap(({ start, end }) => endBeforeStart(facts, start, end));
};

/** Treatments may start after a progression: pairs that are more often the wrong way round than not say nothing. */
function endBeforeStart(facts: Facts, start: DateColumn, end: DateColumn): Finding[] {
  const between = end.days.map((day, row) => day - (start.days[row] ?? Number.NaN));
  const rows = rowsWhere(facts, (row) => (between[row] ?? Number.NaN) < 0);
  const both = rowsWhere(facts, (row) => !Number.isNaN(between[row])).length;
  if (rows.length > both / 2) return [];
  return rowsFinding(
    saysDeath(end.name) ? "death-before-start" : "end-before-start",
    rows,
    (count, where) => `In ${counted(count, "row")} “${end.name}” is before “${start.name}” (${where}).`,
    "Check both dates in the file.",
    { columns: [start.name, end.name] },
  );
}
