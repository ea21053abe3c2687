import { counted } from "../../format";
import type { Column } from "../../table";
import { findColumn } from "../columns";
import { usualMeaning } from "../eventMeaning";
import { type Check, type Facts, type Finding, rowsFinding, rowsWhere } from "./check";
import { deathsOf, type Timed } from "./deaths";
import { saysVitalStatus, stemOf } from "./words";

/** Alive with a date or a day of death, and dead without one. */
export const statusAgainstDeathDate: Check = (facts) => {
  const status = vitalStatus(facts);
  return status ? deathsOf(facts).flatMap((death) => contradictions(facts, status, death)) : [];
};

function contradictions(facts: Facts, status: VitalStatus, { name, at, isDate }: Timed): Finding[] {
  const known = (row: number) => !Number.isNaN(at(row));
  const columns = [status.name, name];
  const alive = rowsWhere(facts, status.alive);
  const found = alive.filter(known);
  // Where half of the living have the date it is that of the last contact as well, whatever it is called.
  if (found.length > alive.length / 2) return [];
  return [
    ...rowsFinding(
      "status-contradiction",
      found,
      (count, where) =>
        `${counted(count, "row is", "rows are")} alive by “${status.name}” but ${count === 1 ? "has" : "have"} ${isDate ? "a date of death" : `a time of death in “${name}”`} (${where}).`,
      "One of the two is wrong. Check them in the file.",
      { columns },
    ),
    ...rowsFinding(
      "death-date-missing",
      rowsWhere(facts, (row) => status.dead(row) && !known(row)),
      (count, where) =>
        `${counted(count, "row is", "rows are")} dead by “${status.name}” but ${count === 1 ? "has" : "have"} no “${name}” (${where}).`,
      `Complete the ${isDate ? "date" : "time"} in the file if a time runs to it.`,
      { columns },
    ),
  ];
}

interface VitalStatus {
  name: string;
  alive: (row: number) => boolean;
  dead: (row: number) => boolean;
}

/**
 * By the overall-survival endpoint's own coding; before there is one, by a column named like it whose every value is
 * plain.
 */
function vitalStatus({ table, board }: Facts): VitalStatus | null {
  const overall = board.endpoints.find(({ id, label }) => (stemOf(id) ?? stemOf(label)) === "os");
  if (overall?.event) {
    const column = findColumn(table, overall.event.column);
    const meaning = new Map(overall.event.coding.map(({ value, as }) => [value, as]));
    return column ? statusFrom(column, (value) => meaning.get(value) ?? null) : null;
  }
  const named = table.columns.find(
    (column) =>
      column.kind !== "date" &&
      saysVitalStatus(column.name) &&
      column.written !== null &&
      column.written.levels.length <= 4 &&
      column.written.levels.every((value) => usualMeaning(value, true) !== null),
  );
  return named ? statusFrom(named, (value) => usualMeaning(value, true)) : null;
}

function statusFrom({ name, written }: Column, meaning: (value: string) => string | null): VitalStatus | null {
  if (!written) return null;
  const means = written.levels.map(meaning);
  const is = (what: string) => (row: number) => means[written.codes[row] ?? -1] === what;
  return { name, alive: is("censored"), dead: is("event") };
}
