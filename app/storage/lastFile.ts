import * as z from "zod";
import type { Board } from "../../lib/board/board";
import { boardOf } from "../../lib/board/boardFile";
import type { Problem } from "../../lib/result";

/** The file of the user's own that this tab had open last, with the settings as they would be saved; never data. */
const lastFileSchema = z
  .object({
    name: z.string(),
    size: z.number(),
    board: z.unknown(),
    /** Columns whose levels, filters or corrections the settings kept lack, because they look identifying. */
    without: z.array(z.string()),
  })
  .transform(({ board: kept, ...file }) => ({ ...file, ...settingsOf(kept) }));
export type LastFile = z.infer<typeof lastFileSchema>;

/** Settings of an earlier version count as today's; `unusable` says why there are none that could be used. */
function settingsOf(kept: unknown): { board: Board | null; unusable: Problem | null } {
  const board = kept == null ? null : boardOf(kept);
  return { board: board?.ok ? board.value : null, unusable: board && !board.ok ? board.problem : null };
}

const key = "meierboard-open";

/** Null where there is none, or the browser keeps nothing. */
export function lastFile(): LastFile | null {
  try {
    return lastFileSchema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

export function keepLastFile(file: Omit<LastFile, "unusable">): void {
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
