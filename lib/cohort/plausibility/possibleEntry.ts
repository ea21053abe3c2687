import type { DerivedColumn, Endpoint, TimeUnit } from "../../board/board";
import { counted, formatCount } from "../../format";
import type { Column } from "../../table";
import { findColumn } from "../columns";
import { endpointData, sinceTimeZero, unitOfEndpoint } from "../endpoint";
import { columnsOfTime, daysIn } from "../endpointTime";
import { saysTime, unitOf } from "../layouts/columnWords";
import { type Check, type Facts, type Finding, type Remedy, rowsFinding, rowsWhere } from "./check";
import { observationIn, saysAge, saysDiagnosis, saysEntry, saysUntil, tellsObservation } from "./entryWords";

/**
 * Columns that say when observation began, while the endpoint counts everybody from time zero: patients would be at
 * risk before anybody could have seen them die.
 */
export const possibleEntry: Check = (facts) => {
  const used = new Set(facts.board.endpoints.flatMap(({ time }) => columnsOfTime(time)));
  return facts.board.endpoints.flatMap((endpoint) => {
    // Where time itself is counted from enrolment, nobody enters late.
    const zero = "start" in endpoint.time ? [] : columnsOfTime(endpoint.time);
    if (endpoint.entry !== null || [...zero, endpoint.origin].some(tellsObservation)) return [];
    const data = endpointData(facts.table, endpoint);
    if (!data.ok) return [];
    const { time, reason } = data.value;
    const inDays = daysIn[unitOfEndpoint(endpoint)];
    const of: Of = {
      facts,
      endpoint,
      end: (row) => (time[row] ?? Number.NaN) * inDays,
      both: (days) => rowsWhere(facts, (row) => reason[row] === 0 && !Number.isNaN(days(row))),
    };
    return facts.table.columns
      .filter(({ name }) => !used.has(name))
      .flatMap((column) => (column.kind === "category" ? [] : entriesIn(column, of)));
  });
};

type Days = (row: number) => number;

interface Of {
  facts: Facts;
  endpoint: Endpoint;
  /** In days after time zero. */
  end: Days;
  /** The rows in the curve for which these days are known. */
  both: (days: Days) => number[];
}

/** Days after time zero from which on it matters that nobody could die unobserved before. */
const matters = 30;
/** Of so few patients with both times nothing is said. */
const fewest = 5;

const entriesIn = (column: Exclude<Column, { kind: "category" }>, of: Of): Finding[] => {
  const { name, kind } = column;
  if (kind === "date") return observationIn(name) ? laterDate(name, of) : [];
  if (saysAge(name) && !columnsOfTime(of.endpoint.time).some(saysAge))
    return observationIn(name) ? laterAge(name, of) : [];
  if (saysEntry(name)) return entryTime(name, of);
  return observationIn(name) && (saysTime(name) || saysUntil(name)) ? entryTime(name, of) : [];
};

/**
 * Times since time zero that lie before the end of nearly everybody: in the unit of their name, or where it has none in
 * one in which they do.
 */
function entryTime(name: string, of: Of): Finding[] {
  const { facts, endpoint, end } = of;
  const named = unitOf(name);
  const units: (TimeUnit | null)[] = named === null ? [null, "days", "months"] : [named];
  for (const unit of units) {
    const found = sinceTimeZero(facts.table, endpoint, { column: name, unit }, "the entry time");
    if (!found.ok) return [];
    const inDays = daysIn[unitOfEndpoint(endpoint)];
    const days = (row: number) => (found.value[row] ?? Number.NaN) * inDays;
    const both = of.both(days);
    const before = both.filter((row) => days(row) >= 0 && days(row) < end(row));
    const late = before.filter((row) => days(row) >= matters);
    const isLate = saysEntry(name) ? before.some((row) => days(row) > 0) : late.length >= both.length / 5;
    if (both.length < fewest || before.length < 0.9 * both.length || !isLate) continue;
    return rowsFinding(
      "entry-suspected",
      before,
      (count) =>
        `“${name}” may be when patients came under observation: it lies before the end of ${endpoint.label} in ${counted(count, "patient")}.`,
      "If so, they must not count as at risk before it. Set it as delayed entry, or leave it if it is something else.",
      { columns: [name], remedies: [remedy(of, name, { change: { entry: name, entryUnit: unit } })] },
    );
  }
  return [];
}

/** A date after the one that time zero is, or after diagnosis where the endpoint is a column of times. */
function laterDate(name: string, of: Of): Finding[] {
  const { facts, endpoint } = of;
  const { time } = endpoint;
  const start = "start" in time ? time.start : diagnosisIn(facts, "date");
  const [from, to] = [start === undefined ? undefined : findColumn(facts.table, start), findColumn(facts.table, name)];
  if (start === undefined || start === name || from?.kind !== "date" || to?.kind !== "date") return [];
  const days: Days = (row) => (to.days[row] ?? Number.NaN) - (from.days[row] ?? Number.NaN);
  if ("start" in time) return observedLater(days, name, start, of, { change: { entry: name, entryUnit: null } });
  const unit = unitOfEndpoint(endpoint);
  return observedLater(days, name, start, of, since(of, { from: "dateDifference", start, end: name, unit }, unit));
}

/** An age when observation began less the age at diagnosis. */
function laterAge(name: string, of: Of): Finding[] {
  const { facts } = of;
  const start = diagnosisIn(facts, "number");
  const [from, to] = [start === undefined ? undefined : findColumn(facts.table, start), findColumn(facts.table, name)];
  if (start === undefined || from?.kind !== "number" || to?.kind !== "number") return [];
  const unit = unitOf(name) ?? "years";
  const days: Days = (row) => ((to.values[row] ?? Number.NaN) - (from.values[row] ?? Number.NaN)) * daysIn[unit];
  return observedLater(days, name, start, of, since(of, { from: "timeDifference", start, end: name }, unit));
}

/** The date of diagnosis, or the age at it. */
const diagnosisIn = ({ table }: Facts, kind: Column["kind"]): string | undefined =>
  table.columns.find(
    (column) =>
      column.kind === kind &&
      saysDiagnosis(column.name) &&
      !tellsObservation(column.name) &&
      (kind === "date" || saysAge(column.name)),
  )?.name;

/** A month and more after the start in at least a fifth, and before it in hardly anybody. */
function observedLater(days: Days, name: string, start: string, of: Of, change: Change): Finding[] {
  const { endpoint } = of;
  const both = of.both(days);
  const later = both.filter((row) => days(row) >= matters);
  const early = both.filter((row) => days(row) < 0);
  if (both.length < fewest || later.length < both.length / 5 || early.length > 0.05 * both.length) return [];
  const known = "start" in endpoint.time;
  const say = (count: number) =>
    `“${name}” is a month and more after “${start}”${known ? `, where ${endpoint.label} begins,` : ""} in ${counted(count, "patient")} of ${formatCount(both.length)}.`;
  const lost = "Who died before it may not be in the file. ";
  return rowsFinding(
    "entry-suspected",
    later,
    say,
    known
      ? `${lost}If observation began then, set it as delayed entry, or let time begin there.`
      : `${lost}If ${endpoint.label} begins at “${start}” and observation at “${name}”, set the time between them as delayed entry.`,
    { columns: [name, start], remedies: [remedy(of, name, change)] },
  );
}

type Change = Omit<Extract<Remedy, { endpoint: string }>, "label" | "endpoint">;

const remedy = ({ endpoint: { id, label } }: Of, name: string, change: Change): Remedy => ({
  label: `Count ${label} from “${name}” on`,
  endpoint: id,
  ...change,
});

type Difference = Extract<DerivedColumn, { from: "dateDifference" | "timeDifference" }>;
type Unnamed<Of> = Of extends unknown ? Omit<Of, "name"> : never;

/** The time between two columns as the entry: of the column that is derived so already, or of a new one. */
function since({ facts: { table, board } }: Of, difference: Unnamed<Difference>, entryUnit: TimeUnit): Change {
  const unnamed = (derived: object) => JSON.stringify(Object.entries({ ...derived, name: "" }).sort());
  const there = board.edits.derivedColumns.find((each) => unnamed(each) === unnamed(difference));
  if (there) return { change: { entry: there.name, entryUnit } };
  const wanted = `${difference.end} after ${difference.start}`.slice(0, 190);
  let name = wanted;
  for (let n = 2; findColumn(table, name); n++) name = `${wanted} ${n}`;
  return { derived: { ...difference, name }, change: { entry: name, entryUnit } };
}
