import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { Facets, SecondBeside } from "../figure/Beside";
import { Checklist } from "../figure/Checklist";
import { FigureView } from "../figure/FigureView";
import { FrozenBeside } from "../figure/FrozenBeside";
import { Layers } from "../figure/Layers";
import { MultiplesView } from "../figure/MultiplesView";
import { OptionGroups } from "../figure/OptionGroups";
import { Warnings } from "../figure/Warnings";
import type { PanelParts } from "../panelParts";
import { Settings } from "./Settings";
import { Statistics } from "./Statistics";

export const kaplanMeierParts: PanelParts<PanelOf<"kaplanMeier">, KaplanMeierResult> = {
  Figure: (shown) => (shown.result.multiples === null ? <FigureView {...shown} /> : <MultiplesView {...shown} />),
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
    <OptionGroups {...shown}>
      <Layers panel={shown.panel} />
      <Checklist {...shown} />
    </OptionGroups>
  ),
};
