import type { PanelOf } from "../../board/panelForms/registry";
import type { Ledger } from "../../cohort/ledger";
import type { Prepared } from "../prepared";
import type { KaplanMeierResult } from "./result";
import { warningsOf } from "./warnings";

/** What is told beside the numbers: who was left out, and what to beware of. */
export function told(
  result: KaplanMeierResult,
  panel: PanelOf<"kaplanMeier">,
  { board, variables }: Prepared,
  ledger: Ledger,
): Pick<KaplanMeierResult, "leftOut" | "warnings"> {
  const { group } = panel;
  const score = group !== null && "score" in group ? board.scores.find(({ id }) => id === group.score) : undefined;
  const filters = board.filters.filter((filter) =>
    filter.kind === "range" ? filter.min !== null || filter.max !== null : filter.values !== null,
  );
  return {
    leftOut: ledger.leftOut.map(({ reason, count }) => ({ reason, count })),
    warnings: warningsOf({
      result,
      filteredBy: filters.map(({ of }) => variables.label(of)),
      scoreMadeHere: score !== undefined && score.preset === null,
      landmark: panel.landmark !== null || panel.changes !== null,
    }),
  };
}
