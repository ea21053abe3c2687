import type { PanelOf } from "../../board/panelForms/registry";
import { appliedFilters } from "../../cohort/filterWords";
import type { Grouped } from "../grouped";
import type { Prepared } from "../prepared";
import type { KaplanMeierResult } from "./result";
import { warningsOf } from "./warnings";

/** What is told beside the numbers: who was left out, and what to beware of. */
export function told(
  result: KaplanMeierResult,
  panel: PanelOf<"kaplanMeier">,
  { board, variables }: Prepared,
  { leftOut }: Pick<Grouped, "leftOut">,
): Pick<KaplanMeierResult, "leftOut" | "warnings"> {
  const { group } = panel;
  const score = group !== null && "score" in group ? board.scores.find(({ id }) => id === group.score) : undefined;
  const filters = appliedFilters(board, variables);
  return {
    leftOut,
    warnings: warningsOf({
      result,
      filteredBy: filters.map(({ of }) => variables.label(of)),
      scoreMadeHere: score !== undefined && score.preset === null,
      changing: panel.changes !== null,
    }),
  };
}
