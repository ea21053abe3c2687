import type { PanelKindId, PanelOf } from "../board/panelForms/registry";
import type { CumulativeIncidenceResult } from "./cumulativeIncidence/result";
import type { KaplanMeierResult } from "./kaplanMeier/result";
import type { RegressionResult } from "./regression/result";

/** What a panel shows, by kind. */
export type PanelResult = KaplanMeierResult | CumulativeIncidenceResult | RegressionResult;
export type ResultOf<Kind extends PanelKindId> = Extract<PanelResult, { kind: Kind }>;

/** A panel and what it shows, of one kind. */
export type ShownPanel = { [Kind in PanelKindId]: { panel: PanelOf<Kind>; result: ResultOf<Kind> } }[PanelKindId];
