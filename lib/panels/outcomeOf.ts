import type { Panel } from "../board/board";
import { problem } from "../result";
import { blocked, type PanelOutcome } from "./panelKind";
import type { Prepared } from "./prepared";
import { panelKinds } from "./registry";

/** A panel's outcome. A fault of our own in one panel blocks that panel, and leaves the others their numbers. */
export function outcomeOf(prepared: Prepared, panel: Panel, quick: boolean): PanelOutcome {
  try {
    return panelKinds[panel.kind].analyze(prepared, panel, quick);
  } catch (error) {
    console.error(error);
    const hint = "Undo the last change, or choose otherwise beside the figure.";
    return blocked(problem("panel-failed", "This panel failed, by a fault of the program.", hint), null);
  }
}
