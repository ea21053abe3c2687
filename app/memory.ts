import { type DBSchema, openDB } from "idb";
import { type Board, boardSchema } from "../lib/board/board";

interface Memory extends DBSchema {
  boards: { key: string; value: unknown };
}

/** Settings kept in this browser, by the fingerprint of their file. Never data. */
const database = () => openDB<Memory>("meierboard", 1, { upgrade: (db) => void db.createObjectStore("boards") });

/** The board last used with a file; null where there is none, or the browser keeps nothing. */
export async function recallBoard(sha256: string): Promise<Board | null> {
  try {
    const parsed = boardSchema.safeParse(await (await database()).get("boards", sha256));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps a board; a browser that keeps nothing (private windows, file://) is no error. */
export async function rememberBoard(sha256: string, board: Board): Promise<void> {
  try {
    await (await database()).put("boards", JSON.parse(JSON.stringify(board)), sha256);
  } catch {
    return;
  }
}

export async function forgetBoards(): Promise<void> {
  try {
    await (await database()).clear("boards");
  } catch {
    return;
  }
}
