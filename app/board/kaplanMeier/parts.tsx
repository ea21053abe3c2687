import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { ownCurves } from "../../../lib/panels/kaplanMeier/drawn";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { Facets, SecondBeside } from "../figure/Beside";
import { Checklist } from "../figure/Checklist";
import { FrozenBeside } from "../figure/FrozenBeside";
import { Layers } from "../figure/Layers";
import { OptionGroups } from "../figure/OptionGroups";
import { Warnings } from "../figure/Warnings";
import type { PanelParts } from "../panelParts";
import { Figure } from "./Figure";
import { Settings } from "./Settings";
import { Statistics } from "./Statistics";

export const kaplanMeierParts: PanelParts<PanelOf<"kaplanMeier">, KaplanMeierResult> = {
  Figure,
  Statistics: (shown) => (
    <>
      <Statistics {...shown}>
        <Warnings {...shown} />
      </Statistics>
      <Facets {...shown} />
      <SecondBeside {...shown} />
      <FrozenBeside {...shown} />
    </>
  ),
  Settings,
  Options: (shown) => (
    <OptionGroups drawn={ownCurves(shown.result, shown.panel.figure)} panel={shown.panel}>
      <Layers panel={shown.panel} />
      <Checklist {...shown} />
    </OptionGroups>
  ),
};
