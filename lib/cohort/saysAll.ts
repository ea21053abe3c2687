import type { EventReading } from "../board/board";
import { columnsOfTime } from "./endpointTime";
import type { Recognized } from "./layouts";
import { weightByName } from "./plausibility/possibleWeight";
import type { ColumnSummary, TableSummary } from "./tableSummary";

/**
 * Whether a file says by itself what its curves are read from: units, times that can all be read, and a meaning for each
 * value of its event columns, of which none is blank; then they are shown at once. Times may be missing. A column that may
 * say how many patients each row stands for is asked about first.
 */
export function saysAll({ questions, columns }: TableSummary, layout: Recognized | null): boolean {
  const endpoints = layout?.proposal.endpoints ?? [];
  const unread = new Set(columns.filter(({ unparsed }) => unparsed > 0).map(({ name }) => name));
  const blank = new Set(columns.filter(({ missing }) => missing > 0).map(({ name }) => name));
  const isDecided = ({ column, coding }: Pick<EventReading, "column" | "coding">) =>
    (columns.find(({ name }) => name === column)?.levels ?? [null]).every(
      (level) => level !== null && coding.some(({ value }) => value === level.value),
    );
  return (
    endpoints.length > 0 &&
    questions.length === 0 &&
    !columns.some(mayCount) &&
    endpoints.every(
      ({ time, event }) =>
        time.unit !== null &&
        !columnsOfTime(time).some((name) => unread.has(name)) &&
        (event === null
          ? time.from === "rule"
          : isDecided(event) && !blank.has(event.column) && (event.competing === null || isDecided(event.competing))),
    )
  );
}

const mayCount = ({ name, kind, max }: ColumnSummary) =>
  kind === "number" && weightByName(name) === "count" && (typeof max !== "number" || max > 3);
