import type { PanelOf } from "../../board/panelForms/registry";
import { problem } from "../../result";
import { groupedRows, nobodyLeft, titleByGroup } from "../grouped";
import { blocked, type PanelKind } from "../panelKind";
import { analyzeKaplanMeier } from "./analyze";
import { labelOf } from "./causeSpecific";
import type { KaplanMeierResult } from "./result";
import { told } from "./told";

/** Kaplan–Meier curves of the groups, compared by test and model. */
export const kaplanMeierKind: PanelKind<PanelOf<"kaplanMeier">, KaplanMeierResult> = {
  title: (panel, prepared) => titleByGroup(panel, prepared, labelOf),
  analyze(prepared, panel, quick) {
    const grouped = groupedRows(prepared, panel);
    if ("state" in grouped) return grouped;
    const { ledger, data } = grouped;
    if (data.causes.length > 0 && panel.figure.scale === "failure") return blocked(noRisk, ledger);
    const result = analyzeKaplanMeier(grouped, panel, quick);
    if (result.patients === 0) return blocked(nobodyLeft(ledger, prepared.selection.selected), ledger);
    return { state: "ready", result: quick ? result : { ...result, ...told(result, panel, prepared, ledger) }, ledger };
  },
};

const noRisk = problem(
  "competing-no-risk",
  "1 − survival is no risk where other events compete: it counts patients who can no longer have the event as if they could.",
  "Show the cumulative incidence in a panel of its own, or choose another scale.",
);
