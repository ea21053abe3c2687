import { type Facts, programName } from "../../lib/export/facts";
import type { Answer } from "../../lib/worker/clientState";
import { version } from "../../package.json";
import { useStore } from "../store";

/** Where the numbers of an answer come from. A filter on a column that may identify patients is counted, not named. */
export function factsOf({ snapshot }: Answer): Facts {
  const { dataset } = useStore.getState();
  return {
    program: programName(version, process.env.COMMIT),
    filters: [...snapshot.filtered],
    selected: snapshot.patients.selected,
    total: snapshot.patients.total,
    example: dataset.state === "ready" && dataset.example,
  };
}
