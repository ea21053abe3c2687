import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { RegressionResult } from "../../../lib/panels/regression/result";
import type { PanelParts } from "../panelPart";
import { Forest } from "./Forest";
import { ForestOptions } from "./ForestOptions";
import { Model } from "./Model";
import { ModelStatistics } from "./ModelStatistics";

export const regressionParts: PanelParts<PanelOf<"regression">, RegressionResult> = {
  what: "figure",
  Figure: Forest,
  Statistics: ModelStatistics,
  Settings: Model,
  groups: () => null,
  Choices: () => null,
  Options: ForestOptions,
};
