import type { Panel } from "../../lib/board/board";
import { panelForms } from "../../lib/board/panelForms/registry";
import { isFlagged } from "../../lib/cohort/groupable";
import type { Answer } from "../../lib/worker/clientState";

/** The columns that may identify patients and by whose values panels group or compare them. */
export function identifyingIn(
  { board, summary }: Pick<Answer, "board" | "summary">,
  panels: readonly Panel[],
): string[] {
  const shown = panels.flatMap((panel) => panelForms[panel.kind].variables(panel)).map(({ of }) => of);
  return summary.columns
    .filter((column) => isFlagged(board, column) && shown.some((of) => "column" in of && of.column === column.name))
    .map(({ name }) => name);
}

/** "“surname” may identify patients". */
export const mayIdentify = (columns: readonly string[]): string =>
  `${columns.map((name) => `“${name}”`).join(", ")} may identify patients`;
