import { aliveWords, deadWords, plainValue } from "../eventMeaning";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import {
  endpointNamed,
  saysDeath,
  saysEvent,
  saysInverse,
  saysOneCause,
  saysRecurrence,
  saysTime,
  stemOf,
  unitOf,
  wordsOf,
} from "./columnWords";
import { codingFor } from "./endpointParts";

/** A column of times with the column that says what happened then. */
export interface Pair {
  time: ColumnSummary;
  event: ColumnSummary;
  /** Others that may as well say what happened then. */
  rivals?: ColumnSummary[];
  /** Others of the same endpoint in the same unit that are other times: from another day on, perhaps. */
  otherTimes?: ColumnSummary[];
}

const mostStatusValues = 12;

/** Ages and calendar years are numbers of years, and no follow-up. */
export const isTime = (column: ColumnSummary) =>
  isMeasured(column) &&
  saysTime(column.name) &&
  !isFlag(column) &&
  !isCalendar(column) &&
  !/^(year|yr|jahr|annee|ano|day|month|年|月|日)$/.test(wordsOf(column.name).join(" ")) &&
  !wordsOf(column.name).some((word) =>
    /^(age|birth|alter|edad|calendar|edad|idade|eta|leeftijd|wiek|yas|alder|возраст|年龄|年齢|나이)$/.test(word),
  ) &&
  !isBeforeTime(column.name);

/** "interval_to_diagnosis" and "days_from_admission", unless an endpoint is counted from there. */
const isBeforeTime = (name: string) =>
  endpointNamed(stemOf(name)) === null &&
  wordsOf(name).some((word) => /^(interval|diagnosis|diag|admission)$/.test(word));

/** Whole numbers of which each is a year of our time, by a name that speaks of years. */
const isCalendar = ({ name, min, max }: ColumnSummary) =>
  unitOf(name) === "years" && Number.isInteger(min) && Number(min) >= 1900 && Number(max) <= 2100;

/** "Overall survival event", "survival_status" and "overall_survival" of 0, 1 and 2: what happened, and no time. */
const isFlag = (column: ColumnSummary) =>
  unitOf(column.name) === null &&
  hasFewValues(column) &&
  (column.levels ?? []).every(({ value }) => /^[012](\.0+)?$/.test(value.trim()));

const isMeasured = ({ kind, min }: ColumnSummary) => kind === "number" && min !== null;

/**
 * A column called "OS" or "RFS" and nothing else, or with a letter for the unit as in "OS (m)", whose values are no codes:
 * how long it took.
 */
const isEndpointName = (column: ColumnSummary) =>
  endpointNamed(column.name)?.id ===
    wordsOf(column.name)
      .join(" ")
      .replace(/ [dmwyjt]$/, "") && isLong(column);

/** "days_to_last_followup_or_death": whichever came first. */
const isUntilDeathOrLast = ({ name }: ColumnSummary) =>
  saysDeath(name) && !saysRecurrence(name) && /last|follow|contact|censor|fu\b/i.test(wordsOf(name).join(" "));

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
  const ofEndpoints = times.filter(
    (time) => endpointNamed(stemOf(time.name))?.id === stemOf(time.name) || isUntilDeathOrLast(time),
  );
  add(endpointsWithEvents([...called, ...ofEndpoints], events, others));
  if (pairs.length > 0) return pairs.map((pair) => besideOtherDeaths(pair, events, taken()));
  const short = shortNames(summary);
  if (short) return [short];
  const deaths = deathsApart(summary, times, events);
  if (deaths) return [deaths];
  if (events.length > 0) return onlyOnes(summary, times, events);
  // Of "alive" and "progression-free" alone it is asked which value is the event.
  const inverse = summary.columns.filter(
    (column) => hasFewValues(column) && saysInverse(column.name) && !saysTime(column.name),
  );
  return onlyOnes(summary, times, others.length > 0 ? others : inverse);
}

/**
 * A time whose name does not say which deaths end it, beside those of any cause and those of one: asked. Overall survival
 * counts all of them.
 */
function besideOtherDeaths(pair: Pair, events: readonly ColumnSummary[], taken: ReadonlySet<ColumnSummary>): Pair {
  const { time, event, rivals = [] } = pair;
  const isNamed = endpointNamed(stemOf(time.name)) !== null || endpointNamed(stemOf(event.name)) !== null;
  if (isNamed || !tellsDeath(event)) return pair;
  const others = events.filter((other) => tellsDeath(other) && !taken.has(other) && mayDiffer(event, other));
  return { ...pair, rivals: [...rivals, ...others.filter((other) => !rivals.includes(other))] };
}

/** One time, and several columns that each tell of deaths. */
function deathsApart(summary: TableSummary, times: ColumnSummary[], events: ColumnSummary[]): Pair | null {
  const [time, ...more] = candidateTimes(summary, times);
  const ofAny = events.filter((event) => !saysOneCause(event.name));
  const [first, ...others] = [...ofAny, ...events.filter((event) => !ofAny.includes(event))];
  if (!time || !first || more.length > 0 || others.length === 0 || !events.every(tellsDeath)) return null;
  const isOverall = endpointNamed(stemOf(time.name))?.id === "os" && ofAny.length === 1;
  return { time, event: first, rivals: isOverall ? [] : others.filter((other) => mayDiffer(first, other)) };
}

/** Deaths and those alive, and nothing else: no cause of death in words. */
const tellsDeath = (column: ColumnSummary) =>
  saysDeath(column.name) &&
  !saysRecurrence(column.name) &&
  !saysTime(column.name) &&
  codingFor(column, true).length === column.distinct;

function namedAlike(times: ColumnSummary[], events: ColumnSummary[]): Pair[] {
  const stems = new Set<string>();
  return times.flatMap((time) => {
    const stem = pairKey(time.name);
    const [event, ...others] = events.filter(({ name }) => pairKey(name) === stem);
    if (!event || stems.has(stem)) return [];
    stems.add(stem);
    const otherTimes = times.filter((other) => pairKey(other.name) === stem && isOtherTime(time, other));
    return [
      {
        time,
        event,
        rivals: others.filter((other) => mayDiffer(event, other)),
        otherTimes,
      },
    ];
  });
}

/** “death” and “event” beside one time, unless one is the other turned round, or each of their values is as frequent. */
function mayDiffer(one: ColumnSummary, other: ColumnSummary): boolean {
  const counts = ({ levels }: ColumnSummary) => (levels ?? []).map(({ count }) => count).sort((a, b) => a - b);
  const inverse = saysInverse(one.name) || saysInverse(other.name);
  const many = [one, other].some(({ distinct }) => (distinct ?? 0) < 2);
  return !inverse && !many && counts(one).join() !== counts(other).join();
}

/** "time_to_recurrence" belongs to "recurrence", and "time_to_death" to "death". */
const pairKey = (name: string) => endpointNamed(stemOf(name))?.id ?? stemOf(name).replace(/^(to|bis) /, "");

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
  const found = times.flatMap((time) => {
    const endpoint = endpointNamed(stemOf(time.name)) ?? endpointNamed(time.name);
    const event =
      endpoint?.id === "os" || (!endpoint && isUntilDeathOrLast(time))
        ? only(deathsOfAny(events.filter(({ name }) => saysDeath(name) && !saysRecurrence(name))))
        : endpoint?.id === "dss" || endpoint?.id === "css"
          ? only(events.filter(({ name }) => saysDeath(name) && saysOneCause(name)))
          : endpoint?.death === false
            ? only(both.length > 0 ? both : others)
            : undefined;
    return event ? [{ time, event }] : [];
  });
  // The same endpoint again in another unit is one endpoint; in the same unit, which time counts is asked.
  return found.flatMap(({ time, event }, at) => {
    const isSame = (other: Pair) => other.event === event && pairKey(other.time.name) === pairKey(time.name);
    if (found.findIndex(isSame) !== at) return [];
    const others = found.filter((other) => isSame(other) && other.time !== time).map((other) => other.time);
    return [{ time, event, otherTimes: others.filter((other) => isOtherTime(time, other)) }];
  });
}

/** Another time of the same unit: from another day on, perhaps. */
const isOtherTime = (time: ColumnSummary, other: ColumnSummary) =>
  unitOf(other.name) === unitOf(time.name) && (other.min !== time.min || other.max !== time.max);

/** Of several columns of deaths those that tell of every one. */
const deathsOfAny = (deaths: ColumnSummary[]) =>
  deaths.length > 1 ? deaths.filter(({ name }) => !saysOneCause(name)) : deaths;

/** "T" with "E" and "time" with "delta", as programs for survival call them, where the second is 0 and 1. */
function shortNames({ columns }: TableSummary): Pair | null {
  const named = (name: RegExp) => columns.find((column) => name.test(column.name.trim()));
  const flag = (column: ColumnSummary | undefined) =>
    column?.levels?.length === 2 && column.levels.every(({ value }) => /^([01](\.0+)?|true|false)$/i.test(value.trim()))
      ? column
      : null;
  for (const [times, events] of [
    [/^T$/i, /^(E|delta)$/i],
    [/^(time|times|futime|survtime|days|months|years)$/i, /^(delta|d|E)$/i],
    // As lifelines calls them.
    [/^(duration|T)$/i, /^(observed|event_observed)$/i],
  ] as const) {
    const [time, event] = [named(times), flag(named(events))];
    if (time && event && isLong(time)) return { time, event };
  }
  return null;
}

/** One time and one event; of several events the one whose values are words of life and death. */
function onlyOnes(summary: TableSummary, times: ColumnSummary[], events: ColumnSummary[]): Pair[] {
  const vital = events.length > 1 ? events.filter(saysLifeAndDeath) : events;
  const [[time, ...times2], [event, ...events2]] = [candidateTimes(summary, times), vital];
  return time && event && times2.length + events2.length === 0 ? [{ time, event }] : [];
}

/** Beside dates a time of another name, such as "days_expected", is more likely derived from them. */
function candidateTimes({ columns }: TableSummary, times: ColumnSummary[]): ColumnSummary[] {
  const plain = times.filter(({ name }) => stemOf(name) === "" || endpointNamed(stemOf(name)));
  return plain.length > 0 || columns.filter(({ kind }) => kind === "date").length > 1 ? plain : times;
}

function saysLifeAndDeath({ levels }: ColumnSummary): boolean {
  const words = (levels ?? []).map(({ value }) => plainValue(value));
  return words.some((word) => deadWords.has(word)) && words.some((word) => aliveWords.has(word));
}
