import type { PanelOf } from "../../board/panelForms/registry";
import { problem } from "../../result";
import { type Blocked, blocked } from "../blocked";
import { type Grouped, groupedRows, nobodyLeft, titleByGroup } from "../grouped";
import { type InFigureUnit, inFigureUnit } from "../inFigureUnit";
import type { PanelKind } from "../panelKind";
import type { Prepared } from "../prepared";
import { analyzeKaplanMeier, type Depth } from "./analyze";
import { labelOf } from "./causeSpecific";
import { multiplesOf } from "./multiples";
import type { KaplanMeierResult, SecondEndpoint } from "./result";
import { withSearchedCut } from "./searchedCut";
import { secondOf } from "./secondEndpoint";
import { told } from "./told";

/** Kaplan–Meier curves of the groups, compared by test and model. */
export const kaplanMeierKind: PanelKind<PanelOf<"kaplanMeier">, KaplanMeierResult> = {
  title: (panel, prepared) => titleOf(panel, prepared),
  analyze(prepared, onBoard, quick) {
    const panel = inFigureUnit(onBoard, prepared.board);
    const asked = groupedRows(prepared, panel);
    if ("state" in asked) return asked;
    if (asked.intervals && (panel.changes !== null || panel.cut !== null)) return blocked(notOfIntervals, asked.ledger);
    if (
      panel.cut !== null &&
      (beside(panel) || panel.strata !== null || panel.changes !== null || panel.test !== "logRank")
    )
      return blocked(cutAlone, asked.ledger);
    const searched = withSearchedCut(asked, panel, prepared, quick);
    if (searched && "state" in searched) return searched;
    const grouped = searched?.grouped ?? asked;
    const { ledger, data } = grouped;
    if (grouped.changes && beside(panel)) return blocked(changesAlone, ledger);
    if (data.causes.length > 0 && panel.figure.scale === "failure") return blocked(noRisk, ledger);
    const result = analyzeKaplanMeier(grouped, panel, quick ? "preview" : "whole", searched?.found ?? null);
    if (result.patients === 0) return blocked(nobodyLeft(ledger, prepared.selection.selected), ledger);
    const second = secondAsked(prepared, panel, grouped, quick ? "preview" : "curves");
    if (second !== null && "state" in second) return second;
    const thinned = result.thinned || (second?.thinned ?? false);
    const whole = { ...result, thinned, multiples: multiplesOf(grouped, panel, quick ? "preview" : "whole"), second };
    return { state: "ready", result: quick ? whole : { ...whole, ...told(whole, panel, prepared, grouped) }, ledger };
  },
  rows: (prepared, panel) => groupedRows(prepared, inFigureUnit(panel, prepared.board)),
  part: () => null,
  data: () => [],
  columns: ({ groups, multiples, second }) =>
    [...groups, ...(multiples?.facets.flatMap(({ result }) => result.groups) ?? []), ...(second?.groups ?? [])].map(
      ({ curve }) => curve,
    ),
};

/** "Overall survival by arm, for each sex"; "Overall survival and progression-free survival by arm". */
function titleOf(panel: PanelOf<"kaplanMeier">, prepared: Pick<Prepared, "board" | "variables" | "endpoints">): string {
  const { variables } = prepared;
  const plain = titleByGroup(panel, prepared, labelOf);
  const title =
    panel.cut !== null
      ? `${plain} by ${variables.label(panel.cut.of)}, cut-point searched`
      : panel.changes !== null
        ? `${plain} by ${variables.label({ column: panel.changes.column })}, as it changes`
        : plain;
  const also = prepared.board.endpoints.find(({ id }) => id === panel.also);
  const both = also ? title.replace(/( by |$)/, ` and ${also.label}$1`) : title;
  return panel.split === null ? both : `${both}, for each ${prepared.variables.label(panel.split)}`;
}

/** The curves of the endpoint that is asked for beside the first: of the same patients, filters, groups and clock. */
function secondAsked(
  prepared: Prepared,
  panel: InFigureUnit<PanelOf<"kaplanMeier">>,
  { endpoint, ledger }: Grouped,
  depth: Depth,
): SecondEndpoint | Blocked | null {
  if (panel.also === null || panel.also === panel.endpoint) return null;
  const grouped = groupedRows(prepared, { ...panel, endpoint: panel.also });
  if ("state" in grouped) return grouped;
  const [first, second] = [endpoint.origin.trim(), grouped.endpoint.origin.trim()];
  if (first !== "" && second !== "" && first !== second) return blocked(otherOrigin(first, second), ledger);
  const result = analyzeKaplanMeier(grouped, panel, depth);
  return result.patients === 0 ? null : secondOf(result);
}

const beside = ({ group, split, also }: PanelOf<"kaplanMeier">) => group !== null || split !== null || also !== null;

const cutAlone = problem(
  "cut-alone",
  "A searched cut-point stands alone, by the log-rank test: not beside another group, strata, small figures or a second endpoint.",
  "Choose no group and the log-rank test, and take the others away.",
);

const changesAlone = problem(
  "changes-alone",
  "A group that changes with time stands alone: not beside another group, small figures or a second endpoint.",
  "Choose “All patients” as the group and take the others away.",
);

const notOfIntervals = problem(
  "not-of-intervals",
  "A searched cut-point, and a time at which the group changes, are not computed from rows that are intervals of time.",
  "Group by a column: where it changes from interval to interval, so does the group.",
);

const otherOrigin = (first: string, second: string) =>
  problem(
    "origins-differ",
    `The two endpoints are counted from different times: ${first}, and ${second}.`,
    "Draw them in two panels.",
  );

const noRisk = problem(
  "competing-no-risk",
  "1 − survival is no risk where other events compete: it counts patients who can no longer have the event as if they could.",
  "Show the cumulative incidence in a panel of its own, or choose another scale.",
);
