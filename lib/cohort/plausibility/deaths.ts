import type { Column } from "../../table";
import { findColumn } from "../columns";
import { unitOf } from "../layouts/columnWords";
import type { Facts } from "./check";
import { isTimeOfDeath, saysDeath, stemOf } from "./words";

/** A column that says when something happened: on a date, or so long after time zero. */
export interface Timed {
  name: string;
  isDate: boolean;
  /** What times are in; null where nothing says, and for dates. */
  unit: string | null;
  /** NaN where nothing is said. */
  at: (row: number) => number;
}

/** When patients died: the first column of dates by its name, and the time of death of overall survival or by its name. */
export function deathsOf({ table, board }: Facts): Timed[] {
  const date = table.columns.find(({ kind, name }) => kind === "date" && saysDeath(name));
  const overall = board.endpoints.find(({ id, label }) => (stemOf(id) ?? stemOf(label)) === "os")?.time;
  const outcome = overall?.from === "outcome" ? findColumn(table, overall.event) : undefined;
  const time = outcome ?? table.columns.find((column) => column.kind === "number" && isTimeOfDeath(column.name));
  return [date, time].flatMap((column) => (column && column.kind !== "category" ? [timed(column)] : []));
}

export function timed(column: Exclude<Column, { kind: "category" }>): Timed {
  const values = column.kind === "date" ? column.days : column.values;
  const isDate = column.kind === "date";
  return {
    name: column.name,
    isDate,
    unit: isDate ? null : unitOf(column.name),
    at: (row) => values[row] ?? Number.NaN,
  };
}
