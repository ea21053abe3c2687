import type { PanelKindId, PanelOf } from "../board/panelForms/registry";
import { cumulativeIncidenceKind } from "./cumulativeIncidence/kind";
import { kaplanMeierKind } from "./kaplanMeier/kind";
import type { PanelKind } from "./panelKind";
import type { ResultOf } from "./result";

const kinds: { [Kind in PanelKindId]: PanelKind<PanelOf<Kind>, ResultOf<Kind>> } = {
  kaplanMeier: kaplanMeierKind,
  cumulativeIncidence: cumulativeIncidenceKind,
};

/** How every kind of panel is computed. */
export const panelKinds: Readonly<Record<PanelKindId, PanelKind>> = kinds;
