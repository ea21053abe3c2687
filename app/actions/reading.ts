import type { TableSummary } from "../../lib/cohort/tableSummary";
import type { Result } from "../../lib/result";
import type { ReadProgress } from "../../lib/table";
import { theClient } from "../analysis";
import { useStore } from "../store";

let latest = 0;

/**
 * Reads a file while the page says how far it has come. Null when it was cancelled, could not be read (which is then
 * said; `again` is the file where it can be read in another way), or was overtaken by another reading, about which
 * nothing is said any more. What `read` waits for first, it begins nothing after once the reading no longer `goesOn`.
 */
export async function whileReading(
  file: File,
  again: File | null,
  read: (onProgress: (progress: ReadProgress) => void, goesOn: () => boolean) => Promise<Result<TableSummary> | null>,
): Promise<TableSummary | null> {
  const mine = ++latest;
  const say = (reading: ReturnType<typeof useStore.getState>["reading"]) => {
    if (mine === latest) useStore.setState({ reading });
  };
  const progress = ({ bytes, rows }: Pick<ReadProgress, "bytes" | "rows">) =>
    say({ state: "reading", file: file.name, bytes, size: file.size, rows });
  progress({ bytes: 0, rows: 0 });
  let made: Result<TableSummary> | null = null;
  try {
    made = await read(progress, () => mine === latest);
  } finally {
    say({ state: "idle" });
  }
  if (mine !== latest || made === null) return null;
  if (made.ok) return made.value;
  say({ state: "failed", file: file.name, problem: made.problem, again });
  return null;
}

/** Ends the reading under way, also while it still waits for something. */
export function cancelReading(): void {
  latest++;
  useStore.setState({ reading: { state: "idle" } });
  theClient().cancel();
}
