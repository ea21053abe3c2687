import type { PanelKindId, PanelOf } from "../board/panelForms/registry";
import { alterationsKind } from "./alterations/kind";
import { characteristicsKind } from "./characteristics/kind";
import { cumulativeIncidenceKind } from "./cumulativeIncidence/kind";
import { kaplanMeierKind } from "./kaplanMeier/kind";
import type { PanelKind } from "./panelKind";
import { regressionKind } from "./regression/kind";
import { responseKind } from "./response/kind";
import type { ResultOf } from "./result";
import { subgroupsKind } from "./subgroups/kind";

const kinds: { [Kind in PanelKindId]: PanelKind<PanelOf<Kind>, ResultOf<Kind>> } = {
  kaplanMeier: kaplanMeierKind,
  cumulativeIncidence: cumulativeIncidenceKind,
  regression: regressionKind,
  subgroups: subgroupsKind,
  response: responseKind,
  characteristics: characteristicsKind,
  alterations: alterationsKind,
};

/** How every kind of panel is computed. */
export const panelKinds: Readonly<Record<PanelKindId, PanelKind>> = kinds;
