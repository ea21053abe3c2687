import type { Board } from "../../lib/board/board";
import { boardOf } from "../../lib/board/boardFile";
import type { Result } from "../../lib/result";

const key = "meierboard-reload";

/** Hands the settings over to the page that this tab loads next. */
export function handOver(board: Board): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(board));
  } catch {
    return;
  }
}

/** The settings that the page before handed over, once, or why they cannot be used; null where it handed over none. */
export function takeOver(): Result<Board> | null {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return text === null ? null : boardOf(JSON.parse(text));
  } catch {
    return null;
  }
}
