import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { FigureView } from "../figure/FigureView";
import { FrozenBeside } from "../figure/FrozenBeside";
import { OptionGroups } from "../figure/OptionGroups";
import { Warnings } from "../figure/Warnings";
import type { PanelParts } from "../panelParts";
import { Settings } from "./Settings";
import { Statistics } from "./Statistics";

export const kaplanMeierParts: PanelParts<PanelOf<"kaplanMeier">, KaplanMeierResult> = {
  Figure: FigureView,
  Statistics: (shown) => (
    <>
      <Statistics {...shown} />
      <FrozenBeside {...shown} />
      <Warnings {...shown} />
    </>
  ),
  Settings,
  Options: OptionGroups,
};
