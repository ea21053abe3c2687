import type { Endpoint, EventReading } from "../board/board";
import { counted, formatCount } from "../format";
import { type Problem, problem } from "../result";
import type { Table } from "../table/table";
import { type CodingLine, codingCounts, type EndpointData } from "./endpoint";
import { leftOutReasons } from "./leftOut";
import type { Patients } from "./patients";

/** The reason of rows whose event value waits for the user. */
export const undecided = 1 + leftOutReasons.indexOf("event value not decided");

/**
 * What the user has yet to say of an endpoint before its curve is drawn: the unit, or the meaning of a value; null when
 * all is said. A value that only patients have who are left out anyway, for want of a time, holds nothing up.
 */
export function openQuestion(
  table: Table,
  endpoint: Endpoint,
  patients: Patients,
  { reason }: EndpointData,
): Problem | null {
  const { time, label, event } = endpoint;
  if (time.unit === null)
    return problem(
      "time-unit-undecided",
      `${label}: nothing says whether “${time.from === "column" ? time.column : time.event}” is in days, weeks, months or years.`,
      "Choose the unit of the time in Data. The curve waits for your answer.",
    );
  // Of counted cells a blank is of those left out, with a reason of its own.
  if (event !== null && !endpoint.counted) {
    const blank = blanksBesideEvents(table, label, event, patients);
    if (blank) return blank;
  }
  if (event === null || !reason.some((why, row) => why === undecided && (patients.size[row] ?? 0) > 0)) return null;
  return (
    undecidedValues(table, endpoint, event, patients) ??
    (event.competing && undecidedValues(table, endpoint, event.competing, patients))
  );
}

/**
 * A column that names only those with the event, "1" or "x", and leaves the others blank: whether blank says that
 * nothing happened, or nothing, only the user can know.
 */
function blanksBesideEvents(
  table: Table,
  label: string,
  event: Pick<EventReading, "column" | "coding">,
  patients: Patients,
): Problem | null {
  const counts = codingCounts(table, event, patients);
  const [only, ...more] = counts?.lines ?? [];
  if (!counts || counts.blank === 0 || counts.blankAs !== null || !only || more.length > 0 || only.as !== "event")
    return null;
  return problem(
    "event-blank-undecided",
    `${label}: “${event.column}” says “${only.value}” for ${counted(only.count, "patient")} and is blank for ${formatCount(counts.blank)}.`,
    "Say in Data whether blank means censored (nothing had happened), or is not known and left out. The curve waits for your answer.",
  );
}

/** Event values that nobody has decided on block the curve; null when all are decided. */
function undecidedValues(
  table: Table,
  { label }: Endpoint,
  event: Pick<EventReading, "column" | "coding">,
  patients: Patients,
): Problem | null {
  const open = codingCounts(table, event, patients)?.lines.filter(({ as }) => as === null) ?? [];
  if (open.length === 0) return null;
  const count = open.reduce((sum, line) => sum + line.count, 0);
  return problem(
    "event-undecided",
    `${label}: “${event.column}” has ${valuesInWords(open)} without a meaning (${counted(count, "patient")}).`,
    "Say in Data for each value: event, censored, competing or leave out. The curve waits for your answer.",
  );
}

function valuesInWords(lines: CodingLine[]): string {
  const shown = lines.slice(0, 4).map(({ value, count }) => `“${value}” (${formatCount(count)})`);
  return lines.length > 4 ? `${shown.join(", ")} and ${counted(lines.length - 4, "more value")}` : shown.join(", ");
}
