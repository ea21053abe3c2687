import { formatCount } from "../../../format";
import { failed, ok, type Problem, problem, type Result } from "../../../result";
import type { TableBuilder } from "../../tableBuilder";

/** Most columns and cells of a table; more are a file that is none, or one that would not fit in memory. */
const mostColumns = 50_000;
export const mostCells = 500_000_000;

export function tooManyColumns(columns: number): Problem | null {
  if (columns <= mostColumns) return null;
  return problem(
    "too-many-columns",
    `The file would have ${formatCount(columns)} columns.`,
    "Check the separator, or turn rows into columns.",
  );
}

export function tooManyCells({ columns }: TableBuilder): Problem {
  return problem(
    "table-too-large",
    `The table would have more than ${formatCount(mostCells)} cells in ${columns.length} columns.`,
    "Leave out columns or rows that are not needed.",
  );
}

/** The table when it has names and rows that fit together. */
export function completeTable(table: TableBuilder | null): Result<TableBuilder> {
  if (!table) return failed(problem("empty-file", "The file holds no table, only blank lines.", "Export it again."));
  if (table.rows === 0) return failed(noRows(table));
  // Most rows have more to say than there are names: nobody knows which column has no name.
  return table.long.length > 0.5 * table.rows ? failed(shortHeader(table)) : ok(table);
}

function noRows({ names }: TableBuilder): Problem {
  const columns = names.length === 1 ? "1 column name" : `${names.length} column names`;
  return problem("no-data-rows", `The file has ${columns} but no rows.`, "Export it again with its rows.");
}

function shortHeader({ columns, long }: TableBuilder): Problem {
  return problem(
    "header-too-short",
    `The header has ${columns.length} names, and ${long.length} rows have more cells.`,
    "Give every column a name in the file, or say which line is the header.",
    long.map(({ row }) => row + 1),
  );
}
