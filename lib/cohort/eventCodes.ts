import type { EventReading } from "../board/board";
import { failed, ok, problem, type Result } from "../result";
import type { Table } from "../table/table";
import { requireColumn } from "./columns";
import { leaveOut } from "./leftOut";

/** What a coding calls the blank cells of the event column: left out unless it says otherwise. */
export const blankValue = "";

/** What the event column says of a row that has no outcome. */
export const noOutcome = { excluded: -1, undecided: -2, blank: -3 } as const;

/** Per row 0 censored, 1 the event, 2, 3 … competing causes in the order of `causes`, or one of `noOutcome`. */
export interface EventCodes {
  codes: Int16Array;
  causes: string[];
}

/**
 * The outcome of every row as the event column says it, and where that says censored, the column of competing events.
 */
export function eventCodes(table: Table, event: EventReading, label: string): Result<EventCodes> {
  const first = codesOf(table, event, label);
  if (!first.ok || event.competing === null) return first;
  const second = codesOf(table, event.competing, label);
  if (!second.ok) return second;
  const { causes } = first.value;
  const named = causes.includes(event.competing.cause) ? causes : [...causes, event.competing.cause];
  const competing = 2 + named.indexOf(event.competing.cause);
  const codes = first.value.codes.map((code, row) => {
    const said = second.value.codes[row] ?? noOutcome.blank;
    return code !== 0 ? code : said > 0 ? competing : said;
  });
  return ok({ codes, causes: named });
}

/** Enters the rows without an outcome under their reasons. */
export function leaveOutWithoutOutcome(codes: Int16Array, reason: Uint8Array): void {
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] === noOutcome.blank) leaveOut(reason, row, "event missing");
    else if (codes[row] === noOutcome.undecided) leaveOut(reason, row, "event value not decided");
    else if (codes[row] === noOutcome.excluded) leaveOut(reason, row, "event value excluded by you");
  }
}

function codesOf(
  table: Table,
  { column: name, coding }: Pick<EventReading, "column" | "coding">,
  label: string,
): Result<EventCodes> {
  const column = requireColumn(table, name);
  if (!column.ok) return column;
  const { written } = column.value;
  if (!written) return failed(manyValues(name, label));
  const causes = [...new Set(coding.filter(({ as }) => as === "competing").map(({ value, cause }) => cause ?? value))];
  const meaning = new Map(coding.map((line) => [line.value, line]));
  const codeOf = (value: string, unsaid: number) => {
    const said = meaning.get(value);
    if (!said) return unsaid;
    if (said.as === "exclude") return noOutcome.excluded;
    return said.as === "censored" ? 0 : said.as === "event" ? 1 : 2 + causes.indexOf(said.cause ?? said.value);
  };
  const byLevel = written.levels.map((value) => codeOf(value, noOutcome.undecided));
  const ofBlank = meaning.get(blankValue)?.as === "exclude" ? noOutcome.blank : codeOf(blankValue, noOutcome.blank);
  const codes = Int16Array.from(written.codes, (code) => byLevel[code] ?? ofBlank);
  return ok({ codes, causes });
}

const manyValues = (name: string, label: string) =>
  problem(
    "event-many-values",
    `“${name}” has more than 1,000 different values and cannot say what happened in ${label}.`,
    "Choose the column that holds the status.",
  );
