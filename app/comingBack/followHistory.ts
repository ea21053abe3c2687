import { keepBoard } from "../actions/files/savedBoard";
import { theClient } from "../analysis";
import { nothingOver, ownFile, type State, setView, useStore } from "../store";
import { addressNow } from "./address";
import { isNextStep, type Step, stepHere, writeStep } from "./step";

/**
 * Keeps address and history in step with the screen: places, panels in focus and Present are steps of the history, every other change is
 * written over the step it happens in, and the settings are kept a moment after each change. `openLink` is asked when the user puts another
 * address into the bar, and says whether the page begins again with it.
 */
export function followHistory(openLink: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let arriving = false;
  /** The state Present was closed in, until the browser has gone back to the step before it. */
  let closing: State | null = null;

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(settle, 400);
  };

  function settle(): void {
    closing = null;
    if (useStore.getState().dataset.state === "none") return;
    // A browser that keeps nothing, or a worker that ended, costs only the memory of the settings.
    if (theClient().getState().answer) keepState().catch(() => {});
    else if (useStore.getState().dataset.state === "ready") later();
  }

  const stop = useStore.subscribe((state, before) => {
    if (arriving || closing || state.dataset.state === "none") return;
    if (state.board === before.board && state.view === before.view && state.dataset === before.dataset) return;
    later();
    if (state.view.slide === null && before.view.slide !== null && stepHere()?.overPlace) {
      closing = state;
      history.back();
    } else if (isNextStep(state, before)) write("next");
    else if (state.dataset !== before.dataset || state.view.focus !== before.view.focus) write("same");
  });

  const onPop = (event: PopStateEvent) => {
    // Next would render its route anew, or reload the page for a step that it did not write.
    event.stopImmediatePropagation();
    const step = stepHere();
    if (closing) {
      const movedOn = isNextStep(useStore.getState(), closing);
      closing = null;
      return write(movedOn ? "next" : "same");
    }
    if (!step && openLink()) return;
    arriving = true;
    if (step) arrive(step);
    arriving = false;
    write("same");
  };
  later();
  addEventListener("popstate", onPop, { capture: true });
  addEventListener("beforeunload", askBeforeLeaving);
  return () => {
    clearTimeout(timer);
    stop();
    removeEventListener("popstate", onPop, { capture: true });
    removeEventListener("beforeunload", askBeforeLeaving);
  };
}

/** Shows what a step shows, over the board as it is now. */
function arrive({ place, focus, slide }: Step): void {
  const { board, dataset, view } = useStore.getState();
  setView({
    place,
    focus: board.panels.some(({ id }) => id === focus) ? focus : view.focus,
    slide: dataset.state === "ready" ? slide : null,
    ...nothingOver,
  });
}

function write(as: "next" | "same"): void {
  const state = useStore.getState();
  const { dataset, view } = state;
  const { place, focus, slide } = view;
  const file = dataset.state === "awaited" ? dataset.file : ownFile(state);
  const overPlace = as === "next" ? slide !== null : (stepHere()?.overPlace ?? false);
  writeStep({ place, focus, slide, file, overPlace }, addressNow(), as);
}

/** Writes the settings to the address, and to this browser's memory of the file. */
export async function keepState(): Promise<void> {
  write("same");
  await keepBoard();
}

/** The browser asks before it leaves data that only this page holds. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  if (ownFile(useStore.getState()) === null) return;
  event.preventDefault();
  // What browsers before 2024 heed.
  event.returnValue = true;
}
