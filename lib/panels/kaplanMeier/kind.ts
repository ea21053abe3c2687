import type { PanelOf } from "../../board/panelForms/registry";
import { sinceTimeZero } from "../../cohort/endpoint";
import { problem } from "../../result";
import { type Blocked, blocked } from "../blocked";
import { type Grouped, groupedRows, nobodyLeft, titleByGroup } from "../grouped";
import { type InFigureUnit, inFigureUnit } from "../inFigureUnit";
import type { PanelColumn, PanelKind } from "../panelKind";
import type { Prepared } from "../prepared";
import { analyzeKaplanMeier, type Depth } from "./analyze";
import { told } from "./besideNumbers";
import { labelOf } from "./causeSpecific";
import { multiplesOf } from "./multiples";
import { partsOf } from "./parts";
import type { KaplanMeierResult } from "./result";
import { withSearchedCut } from "./searchedCut";

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
    const depth = quick ? "preview" : "whole";
    const other = secondAsked(prepared, panel, grouped);
    if (other !== null && "state" in other) return other;
    const second = other && secondOf(other, panel, depth);
    const thinned = result.thinned || (second?.thinned ?? false);
    const whole = { ...result, thinned, multiples: multiplesOf(grouped, second && other, panel, depth), second };
    return { state: "ready", result: quick ? whole : { ...whole, ...told(whole, panel, prepared, grouped) }, ledger };
  },
  rows: (prepared, panel) => groupedRows(prepared, inFigureUnit(panel, prepared.board)),
  part: () => null,
  data: regroupedBy,
  columns: (result) => partsOf(result).flatMap(({ result: { groups } }) => groups.map(({ curve }) => curve)),
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

/** The rows of the endpoint that is asked for beside the first: of the same patients, filters, groups and clock. */
function secondAsked(
  prepared: Prepared,
  panel: InFigureUnit<PanelOf<"kaplanMeier">>,
  { endpoint, ledger }: Grouped,
): Grouped | Blocked | null {
  if (panel.also === null || panel.also === panel.endpoint) return null;
  const grouped = groupedRows(prepared, { ...panel, endpoint: panel.also });
  if ("state" in grouped) return grouped;
  const [first, second] = [endpoint.origin.trim(), grouped.endpoint.origin.trim()];
  if (first !== "" && second !== "" && first !== second) return blocked(otherOrigin(first, second), ledger);
  return grouped;
}

/** Its curves; null where it is of nobody. */
function secondOf(
  grouped: Grouped,
  panel: InFigureUnit<PanelOf<"kaplanMeier">>,
  depth: Depth,
): KaplanMeierResult | null {
  const result = analyzeKaplanMeier(grouped, panel, depth);
  return result.patients === 0 ? null : { ...result, leftOut: grouped.leftOut };
}

/** What the groups of a panel are made from: the time of a change, or the number that is cut. */
function regroupedBy(prepared: Prepared, { endpoint: asked, changes, cut }: PanelOf<"kaplanMeier">): PanelColumn[] {
  const endpoint = prepared.board.endpoints.find(({ id }) => id === asked);
  const columns: PanelColumn[] = [];
  if (changes && endpoint) {
    const at = sinceTimeZero(prepared.table, endpoint, changes, "the time of a change");
    const of = { column: changes.column };
    const title = prepared.variables.label(of);
    if (at.ok)
      columns.push({
        id: "changed",
        name: `${changes.column}_changed`,
        title,
        of,
        values: { numbers: at.value },
        exactTime: true,
      });
  }
  const numbers = cut && prepared.variables.numbers(cut.of);
  if (cut && numbers?.ok) {
    const name = "column" in cut.of ? cut.of.column : cut.of.score;
    const title = prepared.variables.label(cut.of);
    columns.push({ id: "value", name: `${name}_value`, title, of: cut.of, values: { numbers: numbers.value.values } });
  }
  return columns;
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
