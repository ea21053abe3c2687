import type { EndpointTime, TimeUnit } from "../board/board";
import { failed, ok, problem, type Result } from "../result";
import type { Column, Table } from "../table/table";
import { requireColumn } from "./columns";
import { leaveOut } from "./leftOut";

/** Days in a unit: months are days / 30.4375, years days / 365.25. */
export const daysIn: Record<TimeUnit, number> = { days: 1, weeks: 7, months: 30.4375, years: 365.25 };

/** The columns a time is read from. */
export function columnsOfTime(time: EndpointTime): string[] {
  switch (time.from) {
    case "column":
      return [time.column];
    case "dates":
      return [time.start, time.end];
    case "outcome":
      return [time.event, time.otherwise];
    case "rule": {
      const { start, progression, death, lastContact, lastAssessment, cutoff } = time;
      const dates = [start, progression, death, lastContact, lastAssessment];
      return [...dates, cutoff && "column" in cutoff ? cutoff.column : null].filter((name) => name !== null);
    }
  }
}

/** The numbers of one column, with a reason for every row that has no time ≥ 0. */
export function timeFromColumn(table: Table, name: string, reason: Uint8Array): Result<Float64Array> {
  const values = numbersOf(table, name, "the time");
  if (!values.ok) return values;
  for (const { row } of table.unparsed.get(name) ?? []) leaveOut(reason, row, "time not a number");
  values.value.forEach((value, row) => {
    checkTime(value, reason, row);
  });
  return ok(values.value.slice());
}

/** Each row's time from the column that its outcome points to; a row without an outcome takes the second. */
export function timeByOutcome(
  table: Table,
  { event, otherwise }: { event: string; otherwise: string },
  codes: Int16Array,
  reason: Uint8Array,
): Result<Float64Array> {
  const ended = numbersOf(table, event, "the time");
  if (!ended.ok) return ended;
  const followed = numbersOf(table, otherwise, "the time");
  if (!followed.ok) return followed;
  const hasEnded = (row: number) => (codes[row] ?? 0) > 0;
  for (const { row } of table.unparsed.get(event) ?? []) if (hasEnded(row)) leaveOut(reason, row, "time not a number");
  for (const { row } of table.unparsed.get(otherwise) ?? [])
    if (!hasEnded(row)) leaveOut(reason, row, "time not a number");
  const time = followed.value.map((value, row) => (hasEnded(row) ? (ended.value[row] ?? Number.NaN) : value));
  time.forEach((value, row) => {
    checkTime(value, reason, row);
  });
  return ok(time);
}

/** Days between two dates in `unit`, with a reason for every row that has none ≥ 0. */
export function timeFromDates(
  table: Table,
  { start, end, unit }: { start: string; end: string; unit: TimeUnit },
  reason: Uint8Array,
): Result<Float64Array> {
  const from = daysOf(table, start);
  if (!from.ok) return from;
  const to = daysOf(table, end);
  if (!to.ok) return to;
  for (const name of [start, end])
    for (const { row } of table.unparsed.get(name) ?? []) leaveOut(reason, row, "date not readable");
  const time = to.value.map((ended, row) => {
    const started = from.value[row] ?? Number.NaN;
    if (Number.isNaN(started)) leaveOut(reason, row, "start date missing");
    else if (Number.isNaN(ended)) leaveOut(reason, row, "end date missing");
    else if (ended < started) leaveOut(reason, row, "end before start");
    return (ended - started) / daysIn[unit];
  });
  return ok(time);
}

function checkTime(time: number, reason: Uint8Array, row: number): void {
  if (Number.isNaN(time)) leaveOut(reason, row, "time missing");
  else if (time < 0) leaveOut(reason, row, "time negative");
}

export function numbersOf(table: Table, name: string, role: string): Result<Float64Array> {
  const column = requireColumn(table, name);
  if (!column.ok) return column;
  return column.value.kind === "number" ? ok(column.value.values) : wrongKind(column.value, role, "number");
}

export function daysOf(table: Table, name: string): Result<Float64Array> {
  const column = requireColumn(table, name);
  if (!column.ok) return column;
  if (column.value.kind === "date") return ok(column.value.days);
  return asksForDates(table, name) ? failed(dateWaits(name)) : wrongKind(column.value, "a date", "date");
}

/** Whether an open question about the column can be answered with dates. */
const asksForDates = (table: Table, name: string) =>
  table.questions.some(({ choices }) =>
    choices.some(({ options }) => options.columns?.some((column) => column.name === name && column.kind === "date")),
  );

const dateWaits = (name: string) =>
  problem(
    "date-waits",
    `The dates in “${name}” wait for your answer to the question about them.`,
    "Answer it in Data; the curve follows.",
  );

function wrongKind<T>(column: Column, role: string, kind: "number" | "date"): Result<T> {
  return failed(
    problem(
      `${kind}-expected`,
      `“${column.name}” is a column of ${column.kind === "category" ? "text" : `${column.kind}s`} and cannot be ${role}.`,
      `Choose a ${kind} column, or change its kind in Data.`,
    ),
  );
}
