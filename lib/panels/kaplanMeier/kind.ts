import type { PanelOf } from "../../board/panelForms/registry";
import { survivalTests } from "../../survival";
import { groupedRows, nobodyLeft, titleByGroup } from "../grouped";
import { blocked, type PanelKind } from "../panelKind";
import { analyzeKaplanMeier } from "./analyze";
import type { KaplanMeierResult } from "./result";
import { told } from "./told";

/** Kaplan–Meier curves of the groups, compared by test and model. */
export const kaplanMeierKind: PanelKind<PanelOf<"kaplanMeier">, KaplanMeierResult> = {
  title: titleByGroup,
  analyze(prepared, panel, quick) {
    const grouped = groupedRows(prepared, panel);
    if ("state" in grouped) return grouped;
    const { ledger } = grouped;
    const result = analyzeKaplanMeier({
      ...grouped,
      test: survivalTests.find(({ id }) => id === panel.test) ?? survivalTests[0],
      quick,
      confidence: { type: panel.figure.confidenceType, level: panel.figure.confidenceLevel },
    });
    if (result.patients === 0) return blocked(nobodyLeft(ledger, prepared.selection.selected), ledger);
    return { state: "ready", result: quick ? result : { ...result, ...told(result, panel, prepared, ledger) }, ledger };
  },
};
