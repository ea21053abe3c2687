import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type Board, boardSchema } from "../../lib/board/board";
import { StorageRefused } from "../failure/causes";
import { inTime } from "../failure/inTime";

interface Memory extends DBSchema {
  boards: { key: string; value: unknown };
}

/** Milliseconds in which a browser's database answers, or is taken for one that never does. */
const patience = 1500;

let silent = false;

/** Settings kept in this browser, by the fingerprint of their file. Never data. The database may be missing, refused, full or never answer. */
async function inMemory<T>(work: (database: IDBPDatabase<Memory>) => Promise<T>): Promise<T> {
  if (silent) throw new Error("the browser's database does not answer");
  const opened = openDB<Memory>("meierboard", 1, { upgrade: (made) => void made.createObjectStore("boards") });
  const worked = opened.then(async (database) => {
    try {
      return await work(database);
    } finally {
      database.close();
    }
  });
  return inTime(patience, worked, () => {
    silent = true;
  });
}

/** The board last used with a file; null where there is none, or the browser keeps nothing. */
export async function recallBoard(sha256: string): Promise<Board | null> {
  try {
    const parsed = boardSchema.safeParse(await inMemory((database) => database.get("boards", sha256)));
    return parsed.success ? parsed.data : null;
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
