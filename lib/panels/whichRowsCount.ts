import type { Board, Variable } from "../board/board";
import { findColumn } from "../cohort/columns";
import { columnsOfTime } from "../cohort/endpointTime";
import type { Patients } from "../cohort/patients";
import { choiceInWords, takenInWords } from "../cohort/rowChoiceWords";
import type { Table } from "../table";

const standing = {
  first: "the first counts",
  last: "the last counts",
  firstValue: "the first value of each column counts",
};

/**
 * Which of several rows of a patient counts, and what the columns that a panel or an endpoint uses are in a second file;
 * empty where a row is a patient and no such column is used.
 */
export function whichRowsCount(
  { edits, joins, endpoints }: Pick<Board, "edits" | "joins" | "endpoints">,
  { merged }: Pick<Patients, "merged">,
  variables: readonly (Variable | null | undefined)[],
  table: Table,
): string {
  const { severalRows, ofRows } = edits;
  const rule =
    severalRows !== null && severalRows in standing ? standing[severalRows as keyof typeof standing] : "one counts";
  const ruled = ofRows.map(
    ({ column, take }) => `“${column}” is ${choiceInWords(take, findColumn(table, column)?.kind === "date")}`,
  );
  const used = new Set([
    ...variables.flatMap((of) => (of && "column" in of ? [of.column] : [])),
    ...endpoints.flatMap(({ time, event, entry }) => [...columnsOfTime(time), event?.column, entry]),
  ]);
  const taken = joins.flatMap(({ take }) =>
    take.flatMap((each) => (used.has(each.name) ? [`“${each.name}” is ${takenInWords(each)}`] : [])),
  );
  return [
    ...(merged.length > 0 ? [`Of several rows of a patient ${[rule, ...ruled].join("; ")}.`] : []),
    ...(taken.length > 0 ? [`From second files: ${taken.join("; ")}.`] : []),
  ].join(" ");
}
