import { type Board, boardSchema } from "../../lib/board/board";

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
    const parsed = boardSchema.safeParse(JSON.parse(text ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
