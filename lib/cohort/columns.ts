import type { Board, ColumnChoice } from "../board/board";
import { failed, ok, problem, type Result } from "../result";
import type { Column, Table } from "../table/table";

export function findColumn(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** The column, or the sentence that it is not in this file. */
export function requireColumn(table: Table, name: string): Result<Column> {
  const column = findColumn(table, name);
  if (column) return ok(column);
  return failed(
    problem(
      "column-absent",
      `The file has no column “${name}”.`,
      "Choose another column in Data, or open the file these settings were made for.",
    ),
  );
}

/** What the user said about the column; an empty choice where nothing was said. */
export function choiceFor(board: Board, name: string): ColumnChoice {
  return board.columns.find((choice) => choice.name === name) ?? { name };
}
