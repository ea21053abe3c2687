import { readFileSync } from "node:fs";
import { dayToIso } from "../dates";
import { cellText } from "../describe";
import type { Table } from "../table";

/** A file of `fixtures/`. */
export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));

/** A column that is there. */
export function column(table: Table, name: string): Table["columns"][number] {
  const found = table.columns.find((each) => each.name === name);
  if (!found) throw new Error(`no column ${name}`);
  return found;
}

export const texts = (table: Table, name: string): string[] =>
  Array.from({ length: table.rows }, (_, row) => cellText(column(table, name), row));

/** The values of a column of numbers; false for any other. */
export const numbers = (table: Table, name: string): number[] | false => {
  const found = column(table, name);
  return found.kind === "number" && [...found.values];
};

/** The days of a column of dates, null where none is; false for any other. */
export const days = (table: Table, name: string): (string | null)[] | false => {
  const found = column(table, name);
  return found.kind === "date" && [...found.days].map((day) => (Number.isNaN(day) ? null : dayToIso(day)));
};
