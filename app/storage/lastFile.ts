import { z } from "zod";
import type { Board } from "../../lib/board/board";
import { boardOf } from "../../lib/board/boardFile";

/** Settings of an earlier version count as today's; those that no longer can be used are none. */
function usable(kept: unknown): Board | null {
  const board = boardOf(kept);
  return board.ok ? board.value : null;
}

/** The file of the user's own that this tab had open last, with the settings as they would be saved; never data. */
const lastFileSchema = z.object({
  name: z.string(),
  size: z.number(),
  board: z.unknown().transform(usable),
  /** Columns whose levels or filters the settings kept lack, because they look identifying. */
  without: z.array(z.string()),
});
export type LastFile = z.infer<typeof lastFileSchema>;

const key = "meierboard-open";

/** Null where there is none, or the browser keeps nothing. */
export function lastFile(): LastFile | null {
  try {
    return lastFileSchema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

export function keepLastFile(file: LastFile): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(file));
  } catch {
    return;
  }
}

/** A file just opened; what was kept of the same file stays until its settings are kept again. */
export function startLastFile({ name, size }: File): void {
  const before = lastFile();
  if (before?.name !== name || before.size !== size) keepLastFile({ name, size, board: null, without: [] });
}

export function forgetLastFile(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    return;
  }
}
