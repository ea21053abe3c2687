import type { Board } from "../board/board";
import { choiceFor } from "./columns";
import type { ColumnSummary } from "./tableSummary";

/** The most curves a figure takes. */
export const mostGroups = 24;

/** The user's word on whether a column identifies patients, else what it looks like. */
export const isFlagged = (board: Board, { name, identifying }: ColumnSummary): boolean =>
  choiceFor(board, name).identifying ?? identifying !== null;

/** Whether a column is offered to split figures by: few enough levels, and not one that identifies patients. */
export function isGroupable(board: Board, column: ColumnSummary): boolean {
  const { distinct, name } = column;
  const { keepLevels } = choiceFor(board, name);
  if (distinct === null || distinct < 1 || isFlagged(board, column)) return false;
  return distinct <= mostGroups || (keepLevels !== undefined && keepLevels < mostGroups);
}
