import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { inTime } from "../failure/inTime";
import type { FileHandle } from "./fileHandle";

interface Memory extends DBSchema {
  /** Settings by the fingerprint of their file. Never data. */
  boards: { key: string; value: unknown };
  /** Where the files of the user's own lie, for browsers that can open them again. */
  handles: { key: string; value: FileHandle };
}

/** Milliseconds in which a browser's database answers, or is taken for one that never does. */
const patience = 1500;

let silent = false;

/** What this browser keeps. Rejects where the database is missing, refused, full, or does not answer. */
export async function inMemory<T>(work: (database: IDBPDatabase<Memory>) => Promise<T>): Promise<T> {
  if (silent) throw new Error("the browser's database does not answer");
  const opened = openDB<Memory>("meierboard", 2, {
    upgrade(made) {
      for (const store of ["boards", "handles"] as const)
        if (!made.objectStoreNames.contains(store)) made.createObjectStore(store);
    },
  });
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
