import type { TimeUnit } from "../board/board";
import type { PanelOf } from "../board/panelForms/registry";
import { headerWords } from "./headerWords";
import { unitOf } from "./layouts/columnWords";
import type { TableSummary } from "./tableSummary";

type Panel = PanelOf<"response">;
type Columns = TableSummary["columns"];
/** A second file that is joined: its id, and the column that names its patients. */
interface Joined {
  id: string;
  key: string;
}

export const numbersOf = (columns: Columns) => columns.filter(({ kind }) => kind === "number").map(({ name }) => name);
export const timesOf = (columns: Columns) => columns.filter(({ kind }) => kind !== "category").map(({ name }) => name);
export const textsOf = (columns: Columns) =>
  columns.filter(({ kind, distinct }) => kind === "category" && (distinct ?? 100) <= 24).map(({ name }) => name);

/** The first column whose name speaks of something, of several patterns the first that one does; else the first. */
const speaking = (names: string[], ...patterns: RegExp[]): string =>
  patterns.flatMap((pattern) => names.filter((name) => pattern.test(headerWords(name))))[0] ?? names[0] ?? "";

/** Nobody is followed for so many months. */
const mostMonths = 400;

/**
 * The times with their unit: as the header says; days in a timeline of cBioPortal, which has no others, and where months
 * would be longer than a life's follow-up.
 */
function timed({ id: join }: Joined, columns: Columns, time: string): { join: string; time: string; unit: TimeUnit } {
  const has = (name: RegExp) => columns.some((column) => name.test(column.name));
  const timeline = has(/^start_date$/i) && has(/^event_type$/i);
  const most = columns.find(({ name }) => name === time)?.max;
  const long = typeof most === "number" && most > mostMonths;
  return { join, time, unit: unitOf(time) ?? (timeline || long ? "days" : "months") };
}

/** The column that says what was given or what happened: not the patients, and one that tells rows apart. */
function stateOf(columns: Columns, { key }: Joined): string | null {
  const others = columns.filter(({ name }) => name !== key);
  const apart = textsOf(others.filter(({ distinct }) => (distinct ?? 0) > 1));
  const names = apart.length > 0 ? apart : textsOf(others);
  return (
    speaking(
      names,
      / (agents?|drugs?|regimen|substance|medication|wirkstoff) /,
      / (treatment|therapy|therapie|line) /,
      / (state|status|event|marker|what|kind|type) /,
    ) || null
  );
}

export function measurementsFrom(join: Joined, columns: Columns): NonNullable<Panel["measurements"]> {
  const time = speaking(timesOf(columns), / (time|day|days|week|weeks|month|months|date|datum|tag|visit) /);
  const values = numbersOf(columns).filter((name) => name !== time);
  const value = speaking(values, / (sum|sld|sod|diameters?|summe|size|change|percent|pct) /);
  const as = / (change|percent|pct) /.test(headerWords(value)) ? "percent" : "sum";
  return { ...timed(join, columns, time), value, as };
}

export function coursesFrom(join: Joined, columns: Columns): NonNullable<Panel["courses"]> {
  const times = timesOf(columns);
  const time = speaking(times, / (start|begin|from|beginn) /);
  const stop = speaking(
    times.filter((name) => name !== time),
    / (stop|end|to|ende) /,
  );
  return { ...timed(join, columns, time), stop, state: stateOf(columns, join) };
}

export function markersFrom(join: Joined, columns: Columns): NonNullable<Panel["markers"]> {
  const time = speaking(timesOf(columns), / (start|time|day|days|date|month|months|at) /);
  return { ...timed(join, columns, time), state: stateOf(columns, join) };
}
