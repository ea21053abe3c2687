import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { FigureView } from "../figure/FigureView";
import { OptionGroups } from "../figure/OptionGroups";
import type { PanelParts } from "../panelParts";
import { Statistics } from "./Statistics";

export const kaplanMeierParts: PanelParts<PanelOf<"kaplanMeier">, KaplanMeierResult> = {
  Figure: FigureView,
  Statistics,
  Options: OptionGroups,
};
