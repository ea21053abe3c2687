import type { Board } from "../../lib/board/board";
import { boardOf } from "../../lib/board/boardFile";

const key = "meierboard-reload";

/** Hands the settings over to the page that this tab loads next. */
export function handOver(board: Board): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(board));
  } catch {
    return;
  }
}

/** The settings that the page before handed over, once; null where it did not. */
export function takeOver(): Board | null {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const board = boardOf(JSON.parse(text ?? "null"));
    return board.ok ? board.value : null;
  } catch {
    return null;
  }
}
