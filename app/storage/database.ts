import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { inTime } from "../failure/inTime";
import type { FileHandle } from "./fileHandle";
import type { Sealed } from "./sealed";

interface Memory extends DBSchema {
  /** Settings, each readable with its file alone. Never data. */
  boards: { key: string; value: Sealed };
  /** Where the files of the user's own lie, for browsers that can open them again. */
  handles: { key: string; value: FileHandle };
}

/** Milliseconds in which a browser's database answers, or is taken for one that never does. */
const patience = 1500;

let silent = false;

/** What this browser keeps. Rejects where the database is missing, refused, full, or does not answer. */
export async function inMemory<T>(work: (database: IDBPDatabase<Memory>) => Promise<T>): Promise<T> {
  if (silent) throw new Error("the browser's database does not answer");
  const opened = openDB<Memory>("meierboard", 3, {
    upgrade(made, from) {
      // Until version 2 settings were kept as they are, words of cells among them.
      if (from < 3 && made.objectStoreNames.contains("boards")) made.deleteObjectStore("boards");
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
