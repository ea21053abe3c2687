import type { Endpoint, EventReading } from "../board/board";
import { endpointRules } from "../cohort/endpointRules";
import { daysIn } from "../cohort/endpointTime";
import { blankValue } from "../cohort/eventCodes";
import type { LeftOutReason } from "../cohort/leftOut";
import { dayFromIso } from "../table/dates";
import type { Writing } from "./dialects";

/** What a source column is read as: a text, a number or a day, each an expression of the layer that reads the table. */
export interface Sources {
  text(column: string): string;
  number(column: string): string;
  day(column: string): string;
  isDate(column: string): boolean;
  blankLevel(column: string): string;
  /** Something stands there that is no number, or no day. */
  noNumber(column: string): string;
  noDay(column: string): string;
  /** It says that the day is not known. */
  saysUnknown(column: string): string;
}

/** Names and expressions, each layer of those below. */
export type Layer = Record<string, string>;

/** Codes of `eventCodes`: what has no outcome is below 0. */
const excluded = -1;
const undecided = -2;
const blank = -3;

/** A condition that holds of no row, for which no reason is asked. */
export const never = "1 = 0";

interface Chain {
  when(condition: string, why: LeftOutReason): void;
  /** The first that applies, NULL where none does. */
  expression(): string;
}

function chain(w: Writing): Chain {
  const cases: string[] = [];
  return {
    when: (condition, why) => {
      if (condition !== never) cases.push(`WHEN ${condition} THEN ${w.text(why)}`);
    },
    expression: () => (cases.length === 0 ? "NULL" : `CASE ${cases.join(" ")} END`),
  };
}

/** The names of the competing events of an endpoint, cause 2 first, as `endpointData` orders them. */
export function causesOf({ event, time }: Endpoint): string[] {
  const own = (event?.coding ?? []).filter(({ as }) => as === "competing").map(({ value, cause }) => cause ?? value);
  const told = [...new Set([...own, ...(event?.competing ? [event.competing.cause] : [])])];
  if (time.from !== "rule") return told;
  const { death } = endpointRules[time.rule];
  if (death === null) return [];
  return death !== "competing" || told.includes("death") ? told : [...told, "death"];
}

function codeOf({ column, coding }: Pick<EventReading, "column" | "coding">, causes: string[], s: Sources, w: Writing) {
  const meaning = ({ as, cause, value }: EventReading["coding"][number]) =>
    as === "exclude" ? excluded : as === "censored" ? 0 : as === "event" ? 1 : 2 + causes.indexOf(cause ?? value);
  const ofBlank = coding.find(({ value }) => value === blankValue);
  const blankCode = !ofBlank || ofBlank.as === "exclude" ? blank : meaning(ofBlank);
  const lines = coding.filter(({ value }) => value !== blankValue);
  const said = lines.map((line) => ` WHEN ${s.text(column)} = ${w.text(line.value)} THEN ${meaning(line)}`);
  return `CASE WHEN ${s.blankLevel(column)} THEN ${blankCode}${said.join("")} ELSE ${undecided} END`;
}

/** The outcome of a row as the event column says it, and where that says censored, the column of competing events. */
function eventCode(event: EventReading, causes: string[], s: Sources, w: Writing): string {
  const first = codeOf(event, causes, s, w);
  if (!event.competing) return first;
  const second = codeOf(event.competing, causes, s, w);
  const competing = 2 + causes.indexOf(event.competing.cause);
  return `CASE WHEN (${first}) <> 0 THEN (${first}) WHEN (${second}) > 0 THEN ${competing} ELSE (${second}) END`;
}

/** A later day than any. */
const atLast = "9999999";

/**
 * The layers that give of each row, under the names with `prefix`: `time` in the unit of the endpoint, `cause` (0
 * censored, 1 the event, 2 … competing), `entry` where there is one, and `why` it is left out, NULL where it is used; in the
 * order of reasons of `endpointData` and `endpointFromRule`, which these follow case by case.
 */
export function endpointLayers(endpoint: Endpoint, prefix: string, s: Sources, w: Writing): Layer[] {
  const { time, event, entry } = endpoint;
  const name = (part: string) => `${prefix}_${part}`;
  const [code, raw, ended, why] = ["code", "raw", "cause", "why"].map(name) as [string, string, string, string];
  const causes = causesOf(endpoint);
  const layers: Layer[] = event ? [{ [code]: eventCode(event, causes, s, w) }] : [];
  const reasons = chain(w);
  if (time.from === "rule")
    layers.push(...ruleLayers(time, event !== null, causes, { code, raw, ended, name }, reasons, s, w));
  else {
    layers.push({ [raw]: rawTime(time, code, reasons, s), [ended]: `CASE WHEN ${code} > 0 THEN ${code} ELSE 0 END` });
    if (time.from !== "dates") {
      reasons.when(`${raw} IS NULL`, "time missing");
      reasons.when(`${raw} < 0`, "time negative");
    } else reasons.when(`${raw} < 0`, "end before start");
  }
  const unit = time.unit ?? "days";
  const divisor = time.from === "dates" || time.from === "rule" ? daysIn[unit] : 1;
  layers.push({
    [name("time")]: inUnit(raw, divisor, w),
    ...(entry === null ? {} : { [name("entry")]: entryOf(endpoint, s, w) }),
  });
  if (entry !== null) {
    reasons.when(`${name("entry")} IS NULL`, "entry time missing");
    reasons.when(`${name("entry")} >= ${name("time")}`, "entry not before the end");
  }
  if (time.from !== "rule") {
    reasons.when(`${code} = ${blank}`, "event missing");
    reasons.when(`${code} = ${undecided}`, "event value not decided");
    reasons.when(`${code} = ${excluded}`, "event value excluded by you");
  }
  layers.push({ [why]: reasons.expression() });
  return layers;
}

/** The same division as on the page, of doubles. */
const inUnit = (days: string, divisor: number, w: Writing) =>
  divisor === 1 ? days : `(${w.asDouble(days)} / ${w.asDouble(String(divisor))})`;

function rawTime(time: Exclude<Endpoint["time"], { from: "rule" }>, code: string, reasons: Chain, s: Sources): string {
  if (time.from === "column") {
    reasons.when(s.noNumber(time.column), "time not a number");
    return s.number(time.column);
  }
  if (time.from === "outcome") {
    reasons.when(`${code} > 0 AND ${s.noNumber(time.event)}`, "time not a number");
    reasons.when(`${code} <= 0 AND ${s.noNumber(time.otherwise)}`, "time not a number");
    return `CASE WHEN ${code} > 0 THEN ${s.number(time.event)} ELSE ${s.number(time.otherwise)} END`;
  }
  reasons.when(`${s.noDay(time.start)} OR ${s.noDay(time.end)}`, "date not readable");
  reasons.when(`${s.day(time.start)} IS NULL`, "start date missing");
  reasons.when(`${s.day(time.end)} IS NULL`, "end date missing");
  return `${s.day(time.end)} - ${s.day(time.start)}`;
}

function entryOf({ time, entry, entryUnit }: Endpoint, s: Sources, w: Writing): string {
  const column = entry as string;
  const unit = time.unit ?? "days";
  if (s.isDate(column) && "start" in time) return inUnit(`(${s.day(column)} - ${s.day(time.start)})`, daysIn[unit], w);
  if (entryUnit === null || entryUnit === unit) return s.number(column);
  const [own, into] = [daysIn[entryUnit], daysIn[unit]].map((days) => w.asDouble(String(days)));
  return `(${s.number(column)} * ${own} / ${into})`;
}

function ruleLayers(
  time: Extract<Endpoint["time"], { from: "rule" }>,
  hasStatus: boolean,
  causes: string[],
  { code, raw, ended, name }: { code: string; raw: string; ended: string; name: (part: string) => string },
  reasons: Chain,
  s: Sources,
  w: Writing,
): Layer[] {
  const rule = endpointRules[time.rule];
  const day = (column: string | null) => (column === null ? "NULL" : s.day(column));
  const cutoff =
    time.cutoff === null
      ? atLast
      : "day" in time.cutoff
        ? String(dayFromIso(time.cutoff.day))
        : s.day(time.cutoff.column);
  const progression = rule.progression === null ? null : time.progression;
  const dying = rule.death === null ? null : time.death;
  const [start, last, died, deathCause, first, firstCause, end] = [
    "start",
    "last",
    "died",
    "deathCause",
    "first",
    "firstCause",
    "end",
  ].map(name) as [string, string, string, string, string, string, string];
  const usual = rule.death === "competing" ? 2 + causes.indexOf("death") : 1;
  const cutoffColumn = time.cutoff && "column" in time.cutoff ? time.cutoff.column : null;
  for (const column of [time.start, progression, dying, cutoffColumn])
    if (column !== null) reasons.when(s.noDay(column), "date not readable");
  for (const column of [hasStatus || rule.death === null ? null : time.death, progression])
    if (column !== null) reasons.when(s.saysUnknown(column), "date unknown");
  reasons.when(`${start} IS NULL`, rule.withoutStart);
  if (time.cutoff !== null) reasons.when(`${last} IS NULL`, "data cut-off missing");
  reasons.when(`${start} > ${last}`, "starts after the data cut-off");
  const progressed = day(progression);
  const begun: Layer = { [start]: s.day(time.start), [last]: cutoff };
  const notBefore = `(${progressed} IS NULL OR ${w.holds(`${progressed} > ${last}`)})`;
  if (rule.death === null) {
    reasons.when(notBefore, "no response");
    reasons.when(`${progressed} < ${start}`, "end before start");
    return [begun, { [raw]: `${progressed} - ${start}`, [ended]: "1" }];
  }
  const known = day(time.death);
  if (hasStatus) {
    reasons.when(`${code} = ${excluded}`, "event value excluded by you");
    reasons.when(`${code} = ${undecided}`, "event value not decided");
    reasons.when(`${code} = ${blank} AND ${known} IS NULL`, "event missing");
    reasons.when(`${code} = 0 AND ${known} <= ${last}`, "status and dates disagree");
    const without = progression === null ? "" : ` AND ${notBefore}`;
    reasons.when(`${code} > 0 AND ${died} IS NULL${without}`, "dead without a date of death");
  }
  const onContact =
    hasStatus && time.death === null ? `CASE WHEN ${code} > 0 THEN ${day(time.lastContact)} END` : known;
  begun[died] = onContact;
  begun[deathCause] = hasStatus ? `CASE WHEN ${code} > 1 THEN ${code} ELSE ${usual} END` : String(usual);
  const isProgression = progression === null ? never : `(${w.holds(`${progressed} <= ${died}`)} OR ${died} IS NULL)`;
  const from = rule.assessed && time.lastAssessment !== null ? time.lastAssessment : time.lastContact;
  const seen = day(from);
  const isLate = w.holds(`${first} > ${last}`);
  const atCutoff = from === null ? "1 = 1" : rule.assessed ? `(${isLate} AND ${seen} IS NULL)` : `(${isLate})`;
  const unseen = `(${first} IS NULL OR ${isLate}) AND NOT (${first} IS NOT NULL AND ${atCutoff}) AND ${seen} IS NULL`;
  if (from !== null) {
    reasons.when(`${unseen} AND ${s.noDay(from)}`, "date not readable");
    reasons.when(
      unseen,
      from === time.lastAssessment && rule.assessed ? "last assessment missing" : "last contact missing",
    );
  }
  reasons.when(`${end} < ${start}`, "end before start");
  const earlier = `CASE WHEN ${seen} < ${last} THEN ${seen} ELSE ${last} END`;
  return [
    begun,
    {
      [first]: `CASE WHEN ${isProgression} THEN ${progressed} ELSE ${died} END`,
      [firstCause]: `CASE WHEN ${isProgression} THEN 1 ELSE ${deathCause} END`,
    },
    {
      [end]: `CASE WHEN ${first} <= ${last} THEN ${first} WHEN ${from === null ? "1 = 1" : `${first} IS NOT NULL AND ${atCutoff}`} THEN ${last} ELSE ${earlier} END`,
      [ended]: `CASE WHEN ${first} <= ${last} THEN ${firstCause} ELSE 0 END`,
    },
    { [raw]: `${end} - ${start}` },
  ];
}
