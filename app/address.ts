import { hashOf } from "../lib/board/hash";
import { keepBoard } from "./actions/files";
import { theClient } from "./analysis";
import { useStore } from "./store";

/** Keeps the address and the browser's memory of this file's settings in step with the board, a moment after each change. */
export function followHash(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useStore.subscribe((state, before) => {
    if (state.board === before.board && state.view === before.view && state.dataset === before.dataset) return;
    clearTimeout(timer);
    // A browser that keeps nothing, or a worker that ended, costs only the memory of the settings.
    timer = setTimeout(() => keepState().catch(() => {}), 400);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Writes the settings to the address, and to this browser's memory of the file. */
export async function keepState(): Promise<void> {
  const { board, view } = useStore.getState();
  const summary = theClient().getState().answer?.summary;
  if (!summary) return;
  const flagged = new Set(summary.columns.filter(({ identifying }) => identifying !== null).map(({ name }) => name));
  const saidByUser = new Map(board.columns.map(({ name, identifying }) => [name, identifying]));
  const identifying = (column: string) => saidByUser.get(column) ?? flagged.has(column);
  history.replaceState(null, "", hashOf(board, { place: view.place, focus: view.focus }, identifying));
  await keepBoard();
}
