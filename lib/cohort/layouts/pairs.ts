import { aliveWords, deadWords, plainValue } from "../eventMeaning";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { endpointNamed, saysDeath, saysEvent, saysRecurrence, saysTime, stemOf, wordsOf } from "./columnWords";
import { codingFor } from "./endpointParts";

/** A column of times with the column that says what happened then. */
export interface Pair {
  time: ColumnSummary;
  event: ColumnSummary;
}

const mostStatusValues = 12;

/** Ages and calendar years are numbers of years, and no follow-up. */
export const isTime = (column: ColumnSummary) =>
  isMeasured(column) &&
  saysTime(column.name) &&
  !/^(year|yr|jahr|annee|ano|day|month|年|月|日)$/.test(wordsOf(column.name).join(" ")) &&
  !wordsOf(column.name).some((word) =>
    /^(age|birth|alter|edad|interval|diagnosis|diag|calendar|admission|edad|idade|eta|leeftijd|wiek|yas|alder|возраст|年龄|年齢|나이)$/.test(
      word,
    ),
  );

const isMeasured = ({ kind, min }: ColumnSummary) => kind === "number" && min !== null;

/** A column called "OS" or "RFS" and nothing else, whose values are no codes: how long it took. */
const isEndpointName = (column: ColumnSummary) =>
  endpointNamed(column.name)?.id === wordsOf(column.name).join("") && isLong(column);

/** Numbers of so many values that they are no codes. */
const isLong = (column: ColumnSummary) => isMeasured(column) && (column.distinct === null || column.distinct > 4);

const hasFewValues = ({ kind, levels, distinct }: ColumnSummary) =>
  kind !== "date" && levels !== null && distinct !== null && distinct >= 1 && distinct <= mostStatusValues;

export const isEvent = (column: ColumnSummary) => hasFewValues(column) && saysEvent(column.name);

/** Relapse, recurrence or progression, each value of which has a plain meaning: no site or kind of relapse. */
const isRecurrence = (column: ColumnSummary) =>
  hasFewValues(column) &&
  saysRecurrence(column.name) &&
  !saysTime(column.name) &&
  codingFor(column, false).length === column.distinct;

/** Pairs of a time and an event column that belong together by name, or that are the only ones of their kind. */
export function pairedColumns(summary: TableSummary): Pair[] {
  const times = summary.columns.filter(isTime);
  const events = summary.columns.filter((column) => isEvent(column) && !times.includes(column));
  const others = summary.columns.filter((column) => isRecurrence(column) && !events.includes(column));
  // "DSS" can be a score and "PFI" an interval before: alone such a name makes no time.
  const called = summary.columns.filter((column) => isEndpointName(column) && !times.includes(column));
  const pairs = namedAlike([...times, ...called], [...events, ...others]);
  const taken = () => new Set(pairs.flatMap(({ time, event }) => [time, event]));
  const add = (more: Pair[]) =>
    pairs.push(...more.filter(({ time, event }) => ![time, event].some((each) => taken().has(each))));
  add(namedAfter(summary));
  const ofEndpoints = times.filter(({ name }) => endpointNamed(stemOf(name))?.id === stemOf(name));
  add(endpointsWithEvents([...called, ...ofEndpoints], events, others));
  if (pairs.length > 0) return pairs;
  const short = shortNames(summary);
  if (short) return [short];
  return [...onlyOnes(summary, times, events), ...(events.length === 0 ? onlyOnes(summary, times, others) : [])];
}

function namedAlike(times: ColumnSummary[], events: ColumnSummary[]): Pair[] {
  const stems = new Set<string>();
  return times.flatMap((time) => {
    const stem = pairKey(time.name);
    const event = events.find(({ name }) => pairKey(name) === stem);
    if (!event || stems.has(stem)) return [];
    stems.add(stem);
    return [{ time, event }];
  });
}

/** "time_to_recurrence" belongs to "recurrence". */
const pairKey = (name: string) => endpointNamed(stemOf(name))?.id ?? stemOf(name).replace(/^to /, "");

/**
 * Events that are called after their time: "rfstime" with "rfsstat" and "srv" with "srvstat" (EBMT), "GTIME_KI" with
 * "GSTATUS_KI" (UNOS), "_OS" with "_OS_IND" (UCSC Xena), "OS_days" with "OS".
 */
function namedAfter({ columns }: TableSummary): Pair[] {
  const byName = new Map(columns.filter(hasFewValues).map((column) => [column.name.toLowerCase(), column]));
  return columns.filter(isLong).flatMap((time) => {
    const name = time.name.toLowerCase();
    const [, bare] = /^(.+?)[._ ]?(?:time|days|months|years)$/.exec(name) ?? [];
    const isNamed = isEndpointName(time) || /^_?(srv|surv|rel)$/.test(name);
    const candidates = [
      ...(name.includes("time") ? ["stat", "status", "event", "ind"].map((word) => name.replace("time", word)) : []),
      ...(isNamed ? eventSuffixes.map((suffix) => name + suffix) : []),
      ...(bare !== undefined && endpointNamed(bare) ? [bare, ...eventSuffixes.map((suffix) => bare + suffix)] : []),
    ];
    const event = candidates.map((each) => byName.get(each)).find((column) => column && column !== time);
    return event ? [{ time, event }] : [];
  });
}

const eventSuffixes = ["_ind", "_event", ".event", "_status", ".status", "stat", "_stat", ".s", "_s", "_cens", "_flag"];

/**
 * "OS" with "Death", "RFS" with "Recurrence", "PFS (mo)" with "Progressed or died": the only column of events that the
 * endpoint can mean.
 */
function endpointsWithEvents(times: ColumnSummary[], events: ColumnSummary[], others: ColumnSummary[]): Pair[] {
  const only = (some: ColumnSummary[]) => (some.length === 1 ? some[0] : undefined);
  const both = events.filter(({ name }) => saysRecurrence(name));
  return times.flatMap((time) => {
    const endpoint = endpointNamed(stemOf(time.name)) ?? endpointNamed(time.name);
    const event =
      endpoint?.id === "os"
        ? only(events.filter(({ name }) => saysDeath(name) && !saysRecurrence(name)))
        : endpoint?.death === false
          ? only(both.length > 0 ? both : others)
          : undefined;
    return event ? [{ time, event }] : [];
  });
}

/** "T" with "E" and "time" with "delta", as programs for survival call them, where the second is 0 and 1. */
function shortNames({ columns }: TableSummary): Pair | null {
  const named = (name: RegExp) => columns.find((column) => name.test(column.name.trim()));
  const flag = (column: ColumnSummary | undefined) =>
    column?.levels?.length === 2 && column.levels.every(({ value }) => /^[01](\.0+)?$/.test(value.trim()))
      ? column
      : null;
  for (const [times, events] of [
    [/^T$/i, /^(E|delta)$/i],
    [/^(time|times|futime|survtime|days|months|years)$/i, /^(delta|d|E)$/i],
  ] as const) {
    const [time, event] = [named(times), flag(named(events))];
    if (time && event && isLong(time)) return { time, event };
  }
  return null;
}

/** One time and one event; of several events the one whose values are words of life and death. */
function onlyOnes({ columns }: TableSummary, times: ColumnSummary[], events: ColumnSummary[]): Pair[] {
  const plain = times.filter(({ name }) => stemOf(name) === "" || endpointNamed(stemOf(name)));
  // Beside dates a time of another name, such as "days_expected", is more likely derived from them.
  const candidates = plain.length > 0 || columns.filter(({ kind }) => kind === "date").length > 1 ? plain : times;
  const vital = events.length > 1 ? events.filter(saysLifeAndDeath) : events;
  const [[time, ...times2], [event, ...events2]] = [candidates, vital];
  return time && event && times2.length + events2.length === 0 ? [{ time, event }] : [];
}

function saysLifeAndDeath({ levels }: ColumnSummary): boolean {
  const words = (levels ?? []).map(({ value }) => plainValue(value));
  return words.some((word) => deadWords.has(word)) && words.some((word) => aliveWords.has(word));
}
