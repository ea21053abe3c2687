import type { Endpoint } from "../../board/board";
import type { Variable } from "../../board/variable";
import { patientCounter } from "../../cohort/counting";
import { columnsOfTime } from "../../cohort/endpointTime";
import { headerWords } from "../../cohort/headerWords";
import { isIdentifying } from "../../cohort/identifying";
import { isNamedId } from "../../cohort/identifying/byHeader";
import type { Column } from "../../table";
import type { Prepared } from "../prepared";

const mostProposed = 15;
const mostLevels = 8;
/** Columns known of fewer patients than this share are not proposed. */
const leastKnown = 0.5;

/** Words of what became of patients after the start, and of weights: no characteristics. */
const later =
  / (response|recist|orr|best|progress\w*|relaps\w*|recur\w*|death|dead|died|alive|\w*event|follow|followup|last|cause|censor\w*|(|[a-z]|fu|os|pfs|dfs|efs|rfs|ttp|dor|survival|event)time|os|pfs|dfs|ttp|efs|rfs|survival|visit|weights?|iptw|ipw|propensity|subsequent|discontinu\w*|reason|dor|uln|lln|limit) /;
/** The same, of a name that says nothing else. */
const alone = /^ (((vital|survival|disease|event) )?[a-z]?status|months|days|years|row|index|no|nr|number) $/;

/** Columns that may be rows: none that may identify patients, and not the one the table is grouped by. */
function offeredColumns({ table, board }: Prepared, group: Variable | null): Column[] {
  return table.columns.filter(
    (column) =>
      !isIdentifying(board, column, table.rows) &&
      !(group !== null && "column" in group && group.column === column.name) &&
      column.name !== board.patientId,
  );
}

/** The characteristics a table begins with, in the order of the file: what is known of most patients at the start. */
export function proposedRows(prepared: Prepared, group: Variable | null): Variable[] {
  const { board } = prepared;
  const outcomes = new Set(board.endpoints.flatMap(columnsOfEndpoint));
  return offeredColumns(prepared, group)
    .filter(({ name, kind }) => kind !== "date" && !outcomes.has(name) && !isNamedId(name) && !isLater(name))
    .filter((column) => saysSomething(prepared, column))
    .slice(0, mostProposed)
    .map(({ name }) => ({ column: name }));
}

const columnsOfEndpoint = ({ time, event, entry, weight }: Endpoint): string[] =>
  [...columnsOfTime(time), event?.column, event?.competing?.column, entry, weight?.column].filter(
    (name) => typeof name === "string",
  );

/** It has a value in most patients, more than one, and few levels or numbers. */
function saysSomething({ patients, variables, table }: Prepared, column: Column): boolean {
  const of = { column: column.name };
  const numbers = column.kind === "number" ? column.values : null;
  const levels = numbers ? null : variables.levels(of);
  if (levels && (!levels.ok || levels.value.levels.length > mostLevels)) return false;
  const seen = new Set<number>();
  const counted = patientCounter(patients);
  let known = 0;
  for (let row = 0; row < table.rows; row++) {
    if (patients.represents[row] === 0) continue;
    const value = numbers ? (numbers[row] ?? Number.NaN) : levels?.ok ? (levels.value.codes[row] ?? -1) : -1;
    if (numbers ? Number.isNaN(value) : value < 0) continue;
    known += counted(row);
    if (seen.size < 2) seen.add(value);
  }
  return seen.size > 1 && known >= leastKnown * patients.count;
}

const isLater = (name: string): boolean => later.test(headerWords(name)) || alone.test(headerWords(name));
