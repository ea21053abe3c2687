import type { Endpoint, EventReading, Outcome, TimeUnit } from "../board/board";
import { failed, ok, problem, type Result } from "../result";
import { type TimeOrder, timeOrder } from "../survival";
import type { Table } from "../table/table";
import { findColumn, requireColumn } from "./columns";
import { patientCounter } from "./counting";
import { endpointFromRule } from "./endpointFromRule";
import { daysIn, daysOf, numbersOf, timeByOutcome, timeFromColumn, timeFromDates } from "./endpointTime";
import { blankValue, type EventCodes, eventCodes, leaveOutWithoutOutcome } from "./eventCodes";
import { type LeftOutReason, leaveOut, leftOutReasons } from "./leftOut";
import type { Patients } from "./patients";

/** An endpoint read from the table, one entry per row. */
export interface EndpointData {
  /** In the endpoint's unit; NaN where the row is left out. */
  time: Float64Array;
  /** 0 censored, 1 the event, 2, 3 … competing causes in the order of `causes`. */
  cause: Uint8Array;
  entry?: Float64Array;
  weight?: Float64Array;
  weightKind?: "count" | "sampling";
  /** Where rows are intervals of patients: whose each is, which is the cluster of robust variances too. */
  patient?: Int32Array;
  cluster?: Int32Array;
  /** 0 where the row is used, else 1 + the place in `leftOutReasons`. */
  reason: Uint8Array;
  /** Names of the competing causes, cause 2 first. */
  causes: string[];
  order: TimeOrder;
}

/** How many patients have each value of the event column, intervals under each they have, and what the user says it means. */
export interface CodingLine {
  value: string;
  count: number;
  as: Outcome | null;
}
export interface CodingCounts {
  lines: CodingLine[];
  blank: number;
  /** What the user says that blank cells mean; null while nothing is said, when they are left out. */
  blankAs: Outcome | null;
}

/** The values of an event column with what each means by a coding, which may have been changed since they were counted. */
export function codedLines(counts: CodingCounts | null, coding: EventReading["coding"]): CodingLine[] {
  const meaning = new Map(coding.map(({ value, as }) => [value, as]));
  return (counts?.lines ?? []).map(({ value, count }) => ({ value, count, as: meaning.get(value) ?? null }));
}

/** The unit the times of an endpoint are in; days while it is not said, when no curve is drawn. */
export const unitOfEndpoint = ({ time }: Pick<Endpoint, "time">): TimeUnit => time.unit ?? "days";

/**
 * Reads an endpoint for every row; problems where a column is absent or of the wrong kind. Nothing is assumed: a blank
 * event is left out.
 */
export function endpointData(table: Table, endpoint: Endpoint): Result<EndpointData> {
  const reason = new Uint8Array(table.rows);
  const told = endpoint.counted ? toldReasons(table, endpoint.counted.leftOut, reason) : ok(null);
  if (!told.ok) return told;
  const said = endpoint.event === null ? ok(null) : eventCodes(table, endpoint.event, endpoint.label);
  if (!said.ok) return said;
  const read = timeAndCause(table, endpoint, said.value, reason);
  if (!read.ok) return read;
  const { time } = read.value;
  const extras = entryAndWeight(table, endpoint, time, reason);
  if (!extras.ok) return extras;
  if (said.value && endpoint.time.from !== "rule") leaveOutWithoutOutcome(said.value.codes, reason);
  for (let row = 0; row < table.rows; row++) if (reason[row] !== 0) time[row] = Number.NaN;
  const order = timeOrder(time, extras.value.entry);
  return ok({ reason, order, ...extras.value, ...read.value });
}

/** Enters the reasons that a column of the table tells. */
function toldReasons(table: Table, name: string, reason: Uint8Array): Result<null> {
  const column = requireColumn(table, name);
  if (!column.ok) return column;
  const { levels = [], codes = [] } = column.value.written ?? {};
  const known: ReadonlySet<string> = new Set(leftOutReasons);
  const strange = levels.filter((level) => !known.has(level));
  if (strange.length > 0) return failed(strangeReason(name, strange[0] ?? ""));
  codes.forEach((code, row) => {
    if (code >= 0) leaveOut(reason, row, levels[code] as LeftOutReason);
  });
  return ok(null);
}

const strangeReason = (name: string, said: string) =>
  problem(
    "reason-unknown",
    `“${name}” says “${said}”, which is no reason of the ledger.`,
    "Make the table of counts again, with this version.",
  );

type TimeAndCause = Pick<EndpointData, "time" | "cause" | "causes">;

function timeAndCause(
  table: Table,
  { time, label }: Endpoint,
  said: EventCodes | null,
  reason: Uint8Array,
): Result<TimeAndCause> {
  if (time.from === "rule") return endpointFromRule(table, time, said, reason);
  if (!said)
    return failed(
      problem("event-absent", `${label} has no column that says what happened.`, "Choose the event column in Data."),
    );
  const read =
    time.from === "column"
      ? timeFromColumn(table, time.column, reason)
      : time.from === "dates"
        ? timeFromDates(table, time, reason)
        : timeByOutcome(table, time, said.codes, reason);
  if (!read.ok) return read;
  const cause = Uint8Array.from(said.codes, (code) => Math.max(0, code));
  return ok({ time: read.value, cause, causes: said.causes });
}

/**
 * The values of the event column with counts and their meaning, in natural order; `null` for a column with too many
 * values, or none.
 */
export function codingOf(table: Table, { event }: Endpoint, patients: Patients): CodingCounts | null {
  return event && codingCounts(table, event, patients);
}

export function codingCounts(
  table: Table,
  { column: name, coding }: Pick<EventReading, "column" | "coding">,
  patients: Pick<Patients, "size" | "patient">,
): CodingCounts | null {
  const column = requireColumn(table, name);
  if (!column.ok || !column.value.written) return null;
  const { codes, levels } = column.value.written;
  const meaning = new Map(coding.map(({ value, as }) => [value, as]));
  const lines = levels.map((value) => ({ value, count: 0, as: meaning.get(value) ?? null }));
  let blank = 0;
  const counted = patientCounter(patients);
  codes.forEach((code, row) => {
    const size = counted(row, code);
    const line = lines[code];
    if (line) line.count += size;
    else blank += size;
  });
  const collator = new Intl.Collator("en", { numeric: true });
  return {
    lines: lines.filter(({ count }) => count > 0).sort((a, b) => collator.compare(a.value, b.value)),
    blank,
    blankAs: meaning.get(blankValue) ?? null,
  };
}

type Extras = Pick<EndpointData, "entry" | "weight" | "weightKind">;

function entryAndWeight(table: Table, endpoint: Endpoint, time: Float64Array, reason: Uint8Array): Result<Extras> {
  const extras: Extras = {};
  if (endpoint.entry !== null) {
    const entry = entryOf(table, endpoint, endpoint.entry);
    if (!entry.ok) return entry;
    extras.entry = entry.value;
    entry.value.forEach((value, row) => {
      if (Number.isNaN(value)) leaveOut(reason, row, "entry time missing");
      else if (value >= (time[row] ?? Number.NaN)) leaveOut(reason, row, "entry not before the end");
    });
  }
  if (endpoint.weight !== null) {
    const weight = weightOf(table, endpoint.weight);
    if (!weight.ok) return weight;
    weight.value.forEach((value, row) => {
      if (Number.isNaN(value)) leaveOut(reason, row, "weight missing or not positive");
    });
    extras.weight = weight.value;
    extras.weightKind = endpoint.weight.kind;
  }
  return ok(extras);
}

/** What each row counts for; NaN where it cannot count: missing, not positive, or a part of a patient. */
export function weightOf(table: Table, { column, kind }: NonNullable<Endpoint["weight"]>): Result<Float64Array> {
  const weight = numbersOf(table, column, "the weight");
  if (!weight.ok) return weight;
  const counts = (value: number) => value > 0 && (kind === "sampling" || Number.isInteger(value));
  return ok(weight.value.map((value) => (counts(value) ? value : Number.NaN)));
}

/** When each row comes under observation. */
const entryOf = (table: Table, endpoint: Endpoint, column: string): Result<Float64Array> =>
  sinceTimeZero(table, endpoint, { column, unit: endpoint.entryUnit }, "the entry time");

/**
 * A column as times since time zero in the endpoint's unit: numbers in their own unit (null: the endpoint's), or a date
 * less the start.
 */
export function sinceTimeZero(
  table: Table,
  endpoint: Endpoint,
  { column: name, unit: given }: { column: string; unit: TimeUnit | null },
  role: string,
): Result<Float64Array> {
  const { time } = endpoint;
  const unit = unitOfEndpoint(endpoint);
  if (findColumn(table, name)?.kind === "date" && "start" in time) {
    const date = daysOf(table, name);
    const start = daysOf(table, time.start);
    if (!date.ok) return date;
    if (!start.ok) return start;
    return ok(date.value.map((day, row) => (day - (start.value[row] ?? Number.NaN)) / daysIn[unit]));
  }
  const numbers = numbersOf(table, name, role);
  if (!numbers.ok || given === null || given === unit) return numbers;
  return ok(numbers.value.map((value) => (value * daysIn[given]) / daysIn[unit]));
}
