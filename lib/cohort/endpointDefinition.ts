import type { Board, Endpoint, EventReading, Outcome, RuleTime } from "../board/board";
import { listed } from "../format";
import { choiceFor } from "./columns";
import { endpointRules } from "./endpointRules";
import { columnsOfTime } from "./endpointTime";
import { blankValue } from "./eventCodes";

/** How an endpoint is read from the file, in sentences: what ends its time, and which values count as the event. */
export function endpointDefinition(board: Board, { time, event }: Endpoint, happens: string): string {
  const named = (column: string) => `“${choiceFor(board, column).label ?? column}”`;
  const parts = time.from === "rule" ? [ruleInWords(time, named, event !== null)] : [];
  const isRule = time.from === "rule";
  if (event && !(isRule && endpointRules[time.rule].death === null)) {
    parts.push(...codingInWords(event, named, isRule ? "death" : happens, isRule ? "the vital status " : ""));
  }
  return [...parts, ...givenDays(board, time)].join(" ");
}

const dayInWords = { first: "first day", middle: "15th", last: "last day" };

/** Which day stands for a month without one. */
const givenDays = (board: Board, time: Endpoint["time"]): string[] =>
  [...new Set(columnsOfTime(time))].flatMap((name) => {
    const { dayOfMonth = "leaveOut", label = name } = choiceFor(board, name);
    return dayOfMonth === "leaveOut"
      ? []
      : [`A month without a day in “${label}” counts as its ${dayInWords[dayOfMonth]}.`];
  });

function ruleInWords(time: RuleTime, named: (column: string) => string, hasStatus: boolean): string {
  const { rule, start, progression, death, lastContact, lastAssessment, cutoff } = time;
  const { progression: comes, death: dying, assessed, start: begins } = endpointRules[rule];
  if (dying === null)
    return `Time runs from ${begins.toLowerCase()} (${named(start)}) to ${(comes ?? "the event").toLowerCase()}${progression === null ? "" : ` (${named(progression)})`}; patients without a response are left out.`;
  const dead = death === null ? (hasStatus ? "death (on the day of last contact)" : null) : `death (${named(death)})`;
  const progressed = comes === null || progression === null ? null : `${comes.toLowerCase()} (${named(progression)})`;
  const events = [progressed, dying === "event" ? dead : null].filter((each) => each !== null);
  const first = events.length > 1 ? `the first of ${listed(events)}` : (events[0] ?? "the event");
  const competes = dying === "competing" && dead !== null ? `; ${dead} before it competes` : "";
  const seen =
    assessed && lastAssessment !== null
      ? `the last assessment (${named(lastAssessment)})`
      : lastContact !== null
        ? `the last contact (${named(lastContact)})`
        : null;
  const cut = cutoff === null ? null : `the data cut-off (${"day" in cutoff ? cutoff.day : named(cutoff.column)})`;
  const ends = seen === null ? cut : cut === null ? seen : `${seen}, at the latest with ${cut}`;
  return `Time runs from ${begins.toLowerCase()} (${named(start)}) to ${first}${competes}; without an event it ends with ${ends ?? "the last follow-up"}.`;
}

const outcomes: readonly (readonly [Outcome, string])[] = [
  ["censored", "is censored"],
  ["competing", "competes"],
  ["exclude", "is left out"],
];

function codingInWords(
  { column, coding, competing }: EventReading,
  named: (column: string) => string,
  event: string,
  subject: string,
): string[] {
  const values = (as: Outcome, of: EventReading["coding"]) => {
    const written = of
      .filter((each) => each.as === as)
      .map(
        ({ value, cause }) => `${value === blankValue ? "a blank cell" : `“${value}”`}${cause ? ` (${cause})` : ""}`,
      );
    return listed(written, "or");
  };
  const said = (of: EventReading["coding"], what: string) => {
    const first = values("event", of);
    return [
      ...(first ? [`${first} is ${what}`] : []),
      ...outcomes.flatMap(([as, verb]) => (values(as, of) ? [`${values(as, of)} ${verb}`] : [])),
    ];
  };
  const main = said(coding, event);
  const sentences = main.length > 0 ? [`In ${subject}${named(column)}, ${listed(main)}.`] : [];
  if (!competing) return sentences;
  const second = values("event", competing.coding);
  return second
    ? [...sentences, `Of those censored, ${second} in ${named(competing.column)} competes (${competing.cause}).`]
    : sentences;
}
