import type { PanelKindId } from "../board/panelForms/registry";
import type { CumulativeIncidenceResult } from "./cumulativeIncidence/result";
import type { KaplanMeierResult } from "./kaplanMeier/result";

/** What a panel shows, by kind. */
export type PanelResult = KaplanMeierResult | CumulativeIncidenceResult;
export type ResultOf<Kind extends PanelKindId> = Extract<PanelResult, { kind: Kind }>;
