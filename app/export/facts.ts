import { settingsFingerprint } from "../../lib/board/fingerprint";
import { type Facts, programName } from "../../lib/export/facts";
import type { Answer } from "../../lib/worker/clientState";
import { version } from "../../package.json";
import { useStore } from "../store";

/** Where the numbers of an answer come from. A filter on a column that may identify patients is counted, not named. */
export function factsOf({ snapshot, board }: Pick<Answer, "snapshot" | "board">): Facts {
  const { dataset } = useStore.getState();
  return {
    program: programName(version, process.env.COMMIT),
    filters: [...snapshot.filtered],
    selected: snapshot.patients.selected,
    total: snapshot.patients.total,
    example: dataset.state === "ready" && dataset.example,
    // The day where the page is, as the Swedes write it: 2026-11-29.
    date: new Date().toLocaleDateString("sv"),
    settings: settingsFingerprint(board),
  };
}
