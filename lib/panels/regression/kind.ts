import type { PanelOf } from "../../board/panelForms/registry";
import type { PanelKind } from "../panelKind";
import { analyzeRegression } from "./analyze";
import type { RegressionResult } from "./result";

/** Cox regression: each covariate alone beside all together. */
export const regressionKind: PanelKind<PanelOf<"regression">, RegressionResult> = {
  title({ endpoint }, { board }) {
    const label = board.endpoints.find(({ id }) => id === endpoint)?.label ?? "Endpoint";
    return `${label}: hazard ratios`;
  },
  analyze: analyzeRegression,
  rows: () => null,
  part: () => null,
  columns: ({ residuals }) => residuals,
};
