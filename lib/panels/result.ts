import type { PanelKindId } from "../board/panelForms/registry";
import type { KaplanMeierResult } from "./kaplanMeier/result";

/** What a panel shows, by kind. */
export type PanelResult = KaplanMeierResult;
export type ResultOf<Kind extends PanelKindId> = Extract<PanelResult, { kind: Kind }>;
