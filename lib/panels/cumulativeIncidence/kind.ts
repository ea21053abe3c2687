import type { PanelOf } from "../../board/panelForms/registry";
import { endpointWords } from "../../cohort/endpointWords";
import { counted } from "../../format";
import { problem } from "../../result";
import { blocked } from "../blocked";
import { groupedRows, nobodyLeft, titleByGroup } from "../grouped";
import { inFigureUnit } from "../inFigureUnit";
import type { PanelKind } from "../panelKind";
import { analyzeCumulativeIncidence } from "./analyze";
import type { CumulativeIncidenceResult } from "./result";

/** Cumulative incidence of an event among those that compete with it. */
export const cumulativeIncidenceKind: PanelKind<PanelOf<"cumulativeIncidence">, CumulativeIncidenceResult> = {
  title: (panel, prepared) =>
    titleByGroup(
      panel,
      prepared,
      (endpoint, causes) => `Cumulative incidence: ${endpointWords(endpoint, causes).incident}`,
    ),
  analyze(prepared, onBoard, quick) {
    const panel = inFigureUnit(onBoard, prepared.board);
    const grouped = groupedRows(prepared, panel);
    if ("state" in grouped) return grouped;
    const { ledger, intervals } = grouped;
    if (intervals && intervals.changing > 0) return blocked(groupMoves(intervals.changing), ledger);
    const result = analyzeCumulativeIncidence(grouped, panel, quick);
    if (result.patients === 0) return blocked(nobodyLeft(ledger, prepared.selection.selected), ledger);
    return { state: "ready", result, ledger };
  },
  rows: (prepared, panel) => groupedRows(prepared, inFigureUnit(panel, prepared.board)),
  part: () => null,
  data: () => [],
  columns: ({ groups }) => groups.flatMap(({ curves }) => [curves, ...curves.causes]),
};

const groupMoves = (count: number) =>
  problem(
    "incidence-group-moves",
    `${counted(count, "patient")} ${count === 1 ? "changes" : "change"} group from one interval to another: a cumulative incidence is that of patients who stay in their group.`,
    "Group by a column that does not change, or take no group.",
  );
