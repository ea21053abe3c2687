import type { Board } from "../../lib/board/board";
import { boardOf } from "../../lib/board/boardFile";
import type { Result } from "../../lib/result";
import { StorageRefused } from "../failure/causes";
import { inMemory } from "./database";
import { placeOf, sealed, unsealed } from "./sealed";

/**
 * The board last used with a file, or why it can be used no more; null where there is none, or the browser keeps
 * nothing.
 */
export async function recallBoard(sha256: string): Promise<Result<Board> | null> {
  try {
    const place = await placeOf(sha256);
    const kept = await inMemory((database) => database.get("boards", place));
    return kept === undefined ? null : boardOf(JSON.parse(await unsealed(kept, sha256)));
  } catch {
    return null;
  }
}

/** Keeps a board so that only who has its file can read it; a browser that keeps or encrypts nothing is no error. */
export async function rememberBoard(sha256: string, board: Board): Promise<void> {
  try {
    const [place, kept] = [await placeOf(sha256), await sealed(JSON.stringify(board), sha256)];
    await inMemory((database) => database.put("boards", kept, place));
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
