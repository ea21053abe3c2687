import type { Endpoint, Outcome, TimeUnit } from "../board/board";
import { failed, ok, problem, type Result } from "../result";
import { type TimeOrder, timeOrder } from "../survival";
import type { Column, Table } from "../table/table";
import { requireColumn } from "./columns";

/** Days in a unit: months are days / 30.4375, years days / 365.25. */
export const daysIn: Record<TimeUnit, number> = { days: 1, weeks: 7, months: 30.4375, years: 365.25 };

/** Why a row is not in an endpoint. A row counts once, under the first that applies, in this order. */
export const leftOutReasons = [
  "time missing",
  "time not a number",
  "start date missing",
  "end date missing",
  "end before start",
  "time negative",
  "entry time missing",
  "entry not before the end",
  "weight missing or not positive",
  "event missing",
  "event value not decided",
  "event value excluded by you",
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** An endpoint read from the table, one entry per row. */
export interface EndpointData {
  /** In the endpoint's unit; NaN where the row is left out. */
  time: Float64Array;
  /** 0 censored, 1 the event, 2, 3 … competing causes in the order of `causes`. */
  cause: Uint8Array;
  entry?: Float64Array;
  weight?: Float64Array;
  weightKind?: "count" | "sampling";
  /** 0 where the row is used, else 1 + the place in `leftOutReasons`. */
  reason: Uint8Array;
  /** Names of the competing causes, cause 2 first. */
  causes: string[];
  order: TimeOrder;
}

/** How often each value of the event column occurs among `counted` rows, and what the user says it means. */
export interface CodingLine {
  value: string;
  count: number;
  as: Outcome | null;
}

/** Reads an endpoint for every row; problems where a column is absent or of the wrong kind. Nothing is assumed: a blank event is left out. */
export function endpointData(table: Table, endpoint: Endpoint): Result<EndpointData> {
  const reason = new Uint8Array(table.rows);
  const time = endpointTime(table, endpoint, reason);
  if (!time.ok) return time;
  const extras = entryAndWeight(table, endpoint, time.value, reason);
  if (!extras.ok) return extras;
  const outcome = endpointCause(table, endpoint, reason);
  if (!outcome.ok) return outcome;
  for (let row = 0; row < table.rows; row++) if (reason[row] !== 0) time.value[row] = Number.NaN;
  const order = timeOrder(time.value, extras.value.entry);
  return ok({ time: time.value, reason, order, ...extras.value, ...outcome.value });
}

/** The values of the event column with counts and their meaning, in natural order; `null` for a column with too many values. */
export function codingOf(
  table: Table,
  endpoint: Endpoint,
  counted: Uint8Array,
): { lines: CodingLine[]; blank: number } | null {
  const column = requireColumn(table, endpoint.event.column);
  if (!column.ok || !column.value.written) return null;
  const { codes, levels } = column.value.written;
  const counts = new Int32Array(levels.length);
  let blank = 0;
  for (let row = 0; row < table.rows; row++) {
    if (counted[row] === 0) continue;
    if (codes[row] < 0) blank++;
    else counts[codes[row]]++;
  }
  const meaning = new Map(endpoint.event.coding.map(({ value, as }) => [value, as]));
  const lines = levels.map((value, code) => ({ value, count: counts[code], as: meaning.get(value) ?? null }));
  const collator = new Intl.Collator("en", { numeric: true });
  return { lines: lines.filter(({ count }) => count > 0).sort((a, b) => collator.compare(a.value, b.value)), blank };
}

function leaveOut(reason: Uint8Array, row: number, why: LeftOutReason): void {
  if (reason[row] === 0) reason[row] = 1 + leftOutReasons.indexOf(why);
}

function endpointTime(table: Table, { time }: Endpoint, reason: Uint8Array): Result<Float64Array> {
  return time.from === "column" ? timeFromColumn(table, time.column, reason) : timeFromDates(table, time, reason);
}

function timeFromColumn(table: Table, name: string, reason: Uint8Array): Result<Float64Array> {
  const values = numbersOf(table, name, "the time");
  if (!values.ok) return values;
  for (const { row } of table.unparsed.get(name) ?? []) leaveOut(reason, row, "time not a number");
  for (let row = 0; row < table.rows; row++) {
    if (Number.isNaN(values.value[row])) leaveOut(reason, row, "time missing");
    else if (values.value[row] < 0) leaveOut(reason, row, "time negative");
  }
  return ok(values.value.slice());
}

function timeFromDates(
  table: Table,
  { start, end, unit }: { start: string; end: string; unit: TimeUnit },
  reason: Uint8Array,
): Result<Float64Array> {
  const from = daysOf(table, start);
  if (!from.ok) return from;
  const to = daysOf(table, end);
  if (!to.ok) return to;
  const time = new Float64Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    const days = to.value[row] - from.value[row];
    if (Number.isNaN(from.value[row])) leaveOut(reason, row, "start date missing");
    else if (Number.isNaN(to.value[row])) leaveOut(reason, row, "end date missing");
    else if (days < 0) leaveOut(reason, row, "end before start");
    time[row] = days / daysIn[unit];
  }
  return ok(time);
}

function entryAndWeight(
  table: Table,
  endpoint: Endpoint,
  time: Float64Array,
  reason: Uint8Array,
): Result<Pick<EndpointData, "entry" | "weight" | "weightKind">> {
  const extras: Pick<EndpointData, "entry" | "weight" | "weightKind"> = {};
  if (endpoint.entry !== null) {
    const entry = numbersOf(table, endpoint.entry, "the entry time");
    if (!entry.ok) return entry;
    extras.entry = entry.value;
    for (let row = 0; row < table.rows; row++) {
      if (Number.isNaN(entry.value[row])) leaveOut(reason, row, "entry time missing");
      else if (entry.value[row] >= time[row]) leaveOut(reason, row, "entry not before the end");
    }
  }
  if (endpoint.weight !== null) {
    const weight = numbersOf(table, endpoint.weight.column, "the weight");
    if (!weight.ok) return weight;
    const { kind } = endpoint.weight;
    for (let row = 0; row < table.rows; row++) {
      const value = weight.value[row];
      if (!(value > 0) || (kind === "count" && !Number.isInteger(value)))
        leaveOut(reason, row, "weight missing or not positive");
    }
    extras.weight = weight.value;
    extras.weightKind = kind;
  }
  return ok(extras);
}

function endpointCause(
  table: Table,
  { event, label }: Endpoint,
  reason: Uint8Array,
): Result<Pick<EndpointData, "cause" | "causes">> {
  const column = requireColumn(table, event.column);
  if (!column.ok) return column;
  const { written } = column.value;
  if (!written) {
    return failed(
      problem(
        "event-many-values",
        `“${event.column}” has more than 1,000 different values and cannot say what happened in ${label}.`,
        "Choose the column that holds the status.",
      ),
    );
  }
  const causes = [
    ...new Set(event.coding.filter(({ as }) => as === "competing").map(({ value, cause }) => cause ?? value)),
  ];
  const meaning = new Map(event.coding.map((line) => [line.value, line]));
  const codes = written.levels.map((value) => {
    const said = meaning.get(value);
    if (!said) return -2;
    if (said.as === "exclude") return -1;
    return said.as === "censored" ? 0 : said.as === "event" ? 1 : 2 + causes.indexOf(said.cause ?? said.value);
  });
  const cause = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    const code = written.codes[row] < 0 ? -3 : codes[written.codes[row]];
    if (code === -3) leaveOut(reason, row, "event missing");
    else if (code === -2) leaveOut(reason, row, "event value not decided");
    else if (code === -1) leaveOut(reason, row, "event value excluded by you");
    else cause[row] = code;
  }
  return ok({ cause, causes });
}

function numbersOf(table: Table, name: string, role: string): Result<Float64Array> {
  const column = requireColumn(table, name);
  if (!column.ok) return column;
  return column.value.kind === "number" ? ok(column.value.values) : wrongKind(column.value, role, "number");
}

function daysOf(table: Table, name: string): Result<Float64Array> {
  const column = requireColumn(table, name);
  if (!column.ok) return column;
  return column.value.kind === "date" ? ok(column.value.days) : wrongKind(column.value, "a date", "date");
}

function wrongKind<T>(column: Column, role: string, kind: "number" | "date"): Result<T> {
  return failed(
    problem(
      `${kind}-expected`,
      `“${column.name}” is a column of ${column.kind === "category" ? "text" : `${column.kind}s`} and cannot be ${role}.`,
      `Choose a ${kind} column, or change its kind in Data.`,
    ),
  );
}
