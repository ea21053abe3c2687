import { type HashSettings, readHash } from "../../lib/board/hash";
import { areOfExample, namesOf } from "../../lib/board/namesInHash";
import { problem } from "../../lib/result";
import { openExample, theExample } from "../actions/files/cohort";
import { attempt } from "../failure/attempt";
import { useWarehouse, warehouseToken } from "../live/warehouse";
import { part } from "../parts/part";
import { lastFile } from "../storage/lastFile";
import { ownFile, setView, useStore } from "../store";
import { followHistory } from "./followHistory";
import { stepHere } from "./step";

const noSettings: HashSettings = { cohort: "own", place: "board", focus: null, panels: [], ranges: [] };

/**
 * What the page begins with: the example, with the settings of an address that are its own; or, where the address or
 * this tab speaks of a file of the user's own, that file is asked for. The example is never shown under settings made
 * for another file.
 */
export function start(): () => void {
  const { dataset } = useStore.getState();
  if (dataset.state === "none") begin();
  const stops = [followHistory(openLink), neverNothing()];
  return () => {
    for (const stop of stops) stop();
  };
}

/** A file given before the example was there, and then cancelled or refused, leaves the example and not an empty page. */
function neverNothing(): () => void {
  /** The example cannot be opened: that is said, and not tried for ever. */
  let cannot = false;
  return useStore.subscribe(({ dataset, reading }, before) => {
    if (dataset.state !== "none" || before.reading.state !== "reading" || reading.state === "reading") return;
    // What was read is taken over a moment after its reading has ended.
    setTimeout(() => {
      const now = useStore.getState();
      if (cannot || now.dataset.state !== "none" || now.reading.state === "reading") return;
      attempt("The example was not opened", async () => {
        cannot = true;
        await openExample();
        cannot = false;
        // Not where another file was given meanwhile.
        const { dataset: there, reading: since } = useStore.getState();
        const isExample = there.state === "ready" && there.example && since.state === "idle";
        if (now.reading.state === "failed" && isExample) useStore.setState({ reading: now.reading });
      });
    });
  });
}

const loadLive = part(() => import("../live/live"));

function begin(): void {
  if (warehouseToken() !== null) {
    useWarehouse.setState({ there: true });
    attempt("The warehouse was not asked", async () => (await loadLive()).openWarehouse());
    return;
  }
  const step = stepHere();
  const settings = readHash(location.hash);
  const file = step?.file ?? (cameBack() ? (lastFile()?.name ?? null) : null);
  const { board, columns } = theExample();
  const ofExample = settings === null || areOfExample(settings, namesOf(board, columns));
  if (file === null && ofExample) {
    attempt("The example was not opened", () => openExample(settings, step?.slide ?? null));
    return;
  }
  const kept = ofExample ? { ...noSettings, ...(step ? { place: step.place, focus: step.focus } : {}) } : settings;
  // Methods need no file, so that nobody would see there that one is asked for.
  const place = kept.place === "methods" ? "board" : kept.place;
  useStore.setState({ dataset: { state: "awaited", file, settings: { ...kept, place } } });
  setView({ place, focus: kept.focus });
}

/** Whether the page was reloaded or gone back to, rather than opened anew. */
function cameBack(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  const type = entry && "type" in entry ? entry.type : "";
  return type === "reload" || type === "back_forward";
}

/**
 * Another address in the bar of an open page. The page begins again with a link, unless that would close the user's
 * file.
 */
function openLink(): boolean {
  if (!readHash(location.hash)) return false;
  const own = ownFile(useStore.getState());
  if (own === null) {
    location.reload();
    return true;
  }
  setView({
    message: problem(
      "link-refused",
      `A link was put into the address; “${own}” stays open as it is.`,
      "Open the link in a new tab, or go back to the example first.",
    ),
  });
  return false;
}
