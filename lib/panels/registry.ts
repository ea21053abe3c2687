import type { PanelKindId, PanelOf } from "../board/panelForms/registry";
import { kaplanMeierKind } from "./kaplanMeier/kind";
import type { PanelKind } from "./panelKind";
import type { ResultOf } from "./result";

const kinds: { [Kind in PanelKindId]: PanelKind<PanelOf<Kind>, ResultOf<Kind>> } = { kaplanMeier: kaplanMeierKind };

/** How every kind of panel is computed. */
export const panelKinds: Readonly<Record<PanelKindId, PanelKind>> = kinds;
