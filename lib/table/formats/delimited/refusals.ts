import { counted, formatCount } from "../../../format";
import { failed, ok, type Problem, problem, type Result } from "../../../result";
import { type Refusal, refusal } from "../../refusal";
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
    `The table would have more than ${formatCount(mostCells)} cells in ${formatCount(columns.length)} columns.`,
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

function noRows({ names }: TableBuilder): Refusal {
  const columns = counted(names.length, "column name");
  return refusal("no-data-rows", `The file has ${columns} but no rows.`, "Export it again with its rows.", [
    { label: "The first line is a row, not the header", options: { header: 0 } },
  ]);
}

function shortHeader({ columns, long }: TableBuilder): Refusal {
  const names = counted(columns.length, "name");
  const oneMore = long.every(({ surplus }) => surplus.length === 1);
  return refusal(
    "header-too-short",
    `The header has ${names}, and ${counted(long.length, "row has", "rows have")} more cells.`,
    "Give every column a name in the file. Where decimal commas stand between commas, export it with another separator.",
    [
      ...(oneMore
        ? ([
            { label: "The first column has no name", options: { unnamed: "first" } },
            { label: "The last column has no name", options: { unnamed: "last" } },
          ] as const)
        : []),
      { label: "The first line is no header", options: { header: 0 } },
    ],
    long.map(({ row }) => row + 1),
  );
}
