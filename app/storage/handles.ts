import { StorageRefused } from "../failure/causes";
import { inMemory } from "./database";
import type { FileHandle } from "./fileHandle";

const mostKept = 20;
const keyOf = ({ name, size }: { name: string; size: number }) => `${size} ${name}`;

/** Keeps where a file of the user's lies; a browser that keeps nothing costs only that. */
export async function keepHandle(file: File, handle: FileHandle): Promise<void> {
  try {
    await inMemory(async (database) => {
      if ((await database.count("handles")) >= mostKept) await database.clear("handles");
      await database.put("handles", handle, keyOf(file));
    });
  } catch {
    return;
  }
}

export async function recallHandle(file: { name: string; size: number }): Promise<FileHandle | null> {
  try {
    return (await inMemory((database) => database.get("handles", keyOf(file)))) ?? null;
  } catch {
    return null;
  }
}

/** Rejects where the browser does not let it. */
export async function forgetHandles(): Promise<void> {
  try {
    await inMemory((database) => database.clear("handles"));
  } catch {
    throw new StorageRefused();
  }
}
