import type { Panel } from "../board/board";
import { problem } from "../result";
import { blocked } from "./blocked";
import type { PanelAnswer, PanelOutcome } from "./panelKind";
import type { Prepared } from "./prepared";
import { panelKinds } from "./registry";

/** A panel with its outcome. A fault of our own in one panel blocks that panel, and leaves the others their numbers. */
export const answerOf = (prepared: Prepared, panel: Panel, quick: boolean): PanelAnswer =>
  // The registry gives each panel to its own kind: the only place where a result meets its panel.
  ({ panel, ...outcomeOf(prepared, panel, quick) }) as PanelAnswer;

function outcomeOf(prepared: Prepared, panel: Panel, quick: boolean): PanelOutcome {
  try {
    return panelKinds[panel.kind].analyze(prepared, panel, quick);
  } catch (error) {
    console.error(error);
    const hint = "Undo the last change, or choose otherwise beside the figure.";
    return blocked(problem("panel-failed", "This panel failed, by a fault of the program.", hint), null);
  }
}
