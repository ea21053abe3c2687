import type { Board } from "../../lib/board/board";
import { boardOf } from "../../lib/board/boardFile";
import type { Result } from "../../lib/result";
import { StorageRefused } from "../failure/causes";
import { inMemory } from "./database";

/**
 * The board last used with a file, or why it can be used no more; null where there is none, or the browser keeps
 * nothing.
 */
export async function recallBoard(sha256: string): Promise<Result<Board> | null> {
  try {
    const kept = await inMemory((database) => database.get("boards", sha256));
    return kept === undefined ? null : boardOf(kept);
  } catch {
    return null;
  }
}

/** Keeps a board; a browser that keeps nothing (private windows, file://) is no error. */
export async function rememberBoard(sha256: string, board: Board): Promise<void> {
  try {
    await inMemory((database) => database.put("boards", JSON.parse(JSON.stringify(board)), sha256));
  } catch {
    return;
  }
}

/** Forgets every board that was kept; rejects where the browser does not let it. */
export async function forgetBoards(): Promise<void> {
  try {
    await inMemory((database) => database.clear("boards"));
  } catch {
    throw new StorageRefused();
  }
}
