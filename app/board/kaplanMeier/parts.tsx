import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { ownCurves } from "../../../lib/panels/kaplanMeier/drawn";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { OptionGroups } from "../figure/OptionGroups";
import type { PanelParts } from "../panelPart";
import { Facets, SecondBeside } from "./Beside";
import { Checklist } from "./Checklist";
import { Figure } from "./Figure";
import { FrozenBeside } from "./FrozenBeside";
import { Layers } from "./Layers";
import { Settings } from "./Settings";
import { Statistics } from "./Statistics";
import { Warnings } from "./Warnings";

export const kaplanMeierParts: PanelParts<PanelOf<"kaplanMeier">, KaplanMeierResult> = {
  what: "curve",
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
  groups: ({ group, changes, cut }) => ({
    group,
    none: changes !== null ? "As it changes" : cut === null ? "All patients" : "Searched cut-point",
    instead: { changes: null, cut: null },
  }),
  Choices: () => null,
  Options: (shown) => (
    <OptionGroups drawn={ownCurves(shown.result, shown.panel.figure)} panel={shown.panel}>
      <Layers panel={shown.panel} />
      <Checklist {...shown} />
    </OptionGroups>
  ),
};
