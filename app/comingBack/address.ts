import type { Board } from "../../lib/board/board";
import { hashOf, hashWith } from "../../lib/board/hash";
import { theClient } from "../analysis";
import { ownFile, useStore } from "../store";

/** The address of what is on the screen, or of the settings that wait for their file. */
export function addressNow(): string {
  const state = useStore.getState();
  const { board, dataset } = state;
  const { place, focus } = state.view;
  if (dataset.state === "awaited") return hashWith({ ...dataset.settings, cohort: "own", place });
  return hashOf(board, { cohort: ownFile(state) === null ? "example" : "own", place, focus }, identifies(board));
}

/** Whether a column of the board may identify patients; before the first answer, each may. */
export function identifies(board: Board): (column: string) => boolean {
  const summary = theClient().getState().answer?.summary;
  const flagged = new Set(summary?.columns.filter(({ identifying }) => identifying !== null).map(({ name }) => name));
  const saidByUser = new Map(board.columns.map(({ name, identifying }) => [name, identifying]));
  return (column) => saidByUser.get(column) ?? (!summary || flagged.has(column));
}
