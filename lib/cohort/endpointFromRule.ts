import type { RuleTime } from "../board/board";
import { failed, ok, type Problem, problem, type Result } from "../result";
import { dayFromIso } from "../table";
import type { Table } from "../table/table";
import { endpointRules } from "./endpointRules";
import { columnsOfTime, daysIn, daysOf } from "./endpointTime";
import { type EventCodes, noOutcome } from "./eventCodes";
import { type LeftOutReason, leaveOut } from "./leftOut";

type Dated = Record<
  "start" | "progression" | "death" | "lastContact" | "lastAssessment" | "cutoff",
  Float64Array | null
>;

/** When a patient's clock stops and why: cause 0 censored, 1 the event, 2 … competing. */
type Ending = { day: number; cause: number } | LeftOutReason;

/**
 * Time and outcome of every row by the rule of the endpoint. All in whole days, no day added. Events after the data
 * cut-off are censored at it. `status`, where given, is the vital status: it is checked against the date of death, and
 * where there is no such column, those it calls dead died on the day of their last contact.
 */
export function endpointFromRule(
  table: Table,
  time: RuleTime,
  status: EventCodes | null,
  reason: Uint8Array,
): Result<{ time: Float64Array; cause: Uint8Array; causes: string[] }> {
  const lacking = incompleteRule(time, status !== null);
  if (lacking) return failed(lacking);
  const dated = datesOf(table, time);
  if (!dated.ok) return dated;
  const rule = endpointRules[time.rule];
  for (const name of decisiveColumns(time))
    for (const row of unreadable(table, name)) leaveOut(reason, row, "date not readable");
  for (const name of [
    status || rule.death === null ? null : time.death,
    rule.progression === null ? null : time.progression,
  ])
    for (const row of saidUnknown(table, name)) leaveOut(reason, row, "date unknown");
  const unreadableLast = {
    "last contact missing": new Set(unreadable(table, time.lastContact)),
    "last assessment missing": new Set(unreadable(table, time.lastAssessment)),
  };
  const has = (role: keyof Dated) => dated.value[role] !== null;
  const on = (role: keyof Dated, row: number) => dated.value[role]?.[row] ?? Number.NaN;
  const told = rule.death === null ? [] : (status?.causes ?? []);
  const named = rule.death !== "competing" || told.includes("death") ? told : [...told, "death"];
  const usual = rule.death !== "competing" ? 1 : 2 + named.indexOf("death");
  const days = new Float64Array(table.rows);
  const cause = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    const ending = endingOf(row);
    if (typeof ending === "string") leaveOut(reason, row, ending);
    else {
      days[row] = (ending.day - on("start", row)) / daysIn[time.unit];
      cause[row] = ending.cause;
    }
  }
  return ok({ time: days, cause, causes: told.length > 0 && !cause.includes(usual) ? told : named });

  function endingOf(row: number): Ending {
    const start = on("start", row);
    if (Number.isNaN(start)) return rule.withoutStart;
    const last = has("cutoff") ? on("cutoff", row) : Number.POSITIVE_INFINITY;
    if (Number.isNaN(last)) return "data cut-off missing";
    if (start > last) return "starts after the data cut-off";
    if (rule.death === null) return responseOf(row, start, last);
    const death = deathOf(row, last);
    if (typeof death === "string") return death;
    const ending = firstOf(row, death, last);
    return typeof ending !== "string" && ending.day < start ? "end before start" : ending;
  }

  /** The first response, of those who had one by the cut-off. */
  function responseOf(row: number, start: number, last: number): Ending {
    const responded = on("progression", row);
    if (Number.isNaN(responded) || responded > last) return "no response";
    return responded < start ? "end before start" : { day: responded, cause: 1 };
  }

  /** The day and cause of death, NaN for nobody's death, or why the status leaves the row out. */
  function deathOf(row: number, last: number): { day: number; cause: number } | LeftOutReason {
    const known = on("death", row);
    if (!status) return { day: known, cause: usual };
    const said = status.codes[row] ?? noOutcome.blank;
    if (said === noOutcome.excluded) return "event value excluded by you";
    if (said === noOutcome.undecided) return "event value not decided";
    if (said === noOutcome.blank) return Number.isNaN(known) ? "event missing" : { day: known, cause: usual };
    if (said === 0) return known <= last ? "status and dates disagree" : { day: known, cause: usual };
    const cause = said > 1 ? said : usual;
    const day = has("death") ? known : on("lastContact", row);
    const progressed = rule.progression !== null && on("progression", row) <= last;
    return Number.isNaN(day) && !progressed ? "dead without a date of death" : { day, cause };
  }

  function firstOf(row: number, death: { day: number; cause: number }, last: number): Ending {
    const progressed = rule.progression !== null ? on("progression", row) : Number.NaN;
    const first = progressed <= death.day || Number.isNaN(death.day) ? { day: progressed, cause: 1 } : death;
    if (first.day <= last) return first;
    const later = first.day > last;
    const from = rule.assessed && has("lastAssessment") ? "lastAssessment" : "lastContact";
    const seen = on(from, row);
    if (!has(from) || (later && (!rule.assessed || Number.isNaN(seen)))) return { day: last, cause: 0 };
    if (Number.isNaN(seen)) {
      const why = from === "lastAssessment" ? "last assessment missing" : "last contact missing";
      return unreadableLast[why].has(row) ? "date not readable" : why;
    }
    return { day: Math.min(seen, last), cause: 0 };
  }
}

function datesOf(table: Table, time: RuleTime): Result<Dated> {
  const { start, progression, death, lastContact, lastAssessment } = time;
  const found: Dated = {
    start: null,
    progression: null,
    death: null,
    lastContact: null,
    lastAssessment: null,
    cutoff: cutoffDay(table, time),
  };
  const columns = { start, progression, death, lastContact, lastAssessment, cutoff: cutoffColumn(time) };
  for (const [role, name] of Object.entries(columns)) {
    if (name === null) continue;
    const days = daysOf(table, name);
    if (!days.ok) return days;
    found[role as keyof Dated] = days.value;
  }
  return ok(found);
}

/** Columns in which an unreadable date leaves the patient out whatever else is known. */
const decisiveColumns = (time: RuleTime) =>
  columnsOfTime({
    ...time,
    progression: endpointRules[time.rule].progression === null ? null : time.progression,
    death: endpointRules[time.rule].death === null ? null : time.death,
    lastContact: null,
    lastAssessment: null,
  });

const unreadable = (table: Table, name: string | null): number[] =>
  name === null ? [] : (table.unparsed.get(name) ?? []).map(({ row }) => row);

/** Whether a word says that the day is not known, which is not that nothing happened. */
export const saysUnknownDay = (word: string): boolean => unknownWords.test(word);

const unknownWords = /^(\?|unk|unknown|\[unknown\]|not reported|missing|\[pending\]|\[discrepancy\])$/i;

/** Rows whose cell says that the day is not known, which is not that nothing happened. */
const saidUnknown = (table: Table, name: string | null): number[] =>
  name === null
    ? []
    : [...(table.missingWords.get(name) ?? [])].flatMap(([word, { rows }]) => (saysUnknownDay(word) ? rows : []));

const cutoffColumn = ({ cutoff }: RuleTime) => (cutoff && "column" in cutoff ? cutoff.column : null);

function cutoffDay(table: Table, { cutoff }: RuleTime): Float64Array | null {
  if (!cutoff || !("day" in cutoff)) return null;
  return new Float64Array(table.rows).fill(dayFromIso(cutoff.day));
}

/** What the user has yet to choose before the rule can be followed; null when nothing. */
export function incompleteRule(time: RuleTime, hasStatus: boolean): Problem | null {
  const { progression, assessed, death: dying } = endpointRules[time.rule];
  const { lastContact, lastAssessment, death, cutoff } = time;
  if (progression !== null && time.progression === null) return lacks(time, `the date of ${progression.toLowerCase()}`);
  if (dying === null) return null;
  if (death === null && !(hasStatus && lastContact !== null) && time.rule !== "TTP")
    return lacks(time, "a date of death, or the vital status with the date of last contact");
  if (lastContact === null && !(assessed && lastAssessment !== null) && cutoff === null)
    return lacks(
      time,
      assessed ? "the date of the last assessment or contact" : "the date of last contact or the data cut-off",
    );
  return null;
}

const lacks = (time: RuleTime, what: string) =>
  problem(
    "endpoint-incomplete",
    `${endpointRules[time.rule].label} from dates needs ${what}.`,
    "Choose the column in Data.",
  );
