import type { PanelKindId, PanelOf } from "../board/panelForms/registry";
import type { LeftOut } from "../cohort/ledger";
import type { Problem } from "../result";
import type { AlterationsResult } from "./alterations/result";
import type { CharacteristicsResult } from "./characteristics/result";
import type { CumulativeIncidenceResult } from "./cumulativeIncidence/result";
import type { KaplanMeierResult } from "./kaplanMeier/result";
import type { RegressionResult } from "./regression/result";
import type { ResponseResult } from "./response/result";
import type { Setting } from "./setting";
import type { ShownEndpoint } from "./shownEndpoint";
import type { SubgroupsResult } from "./subgroups/result";

/**
 * What the result of every kind has, whatever else it holds: the page and the files say it without asking for the kind.
 */
interface EveryResult {
  kind: PanelKindId;
  /** Null of a kind without. */
  endpoint: ShownEndpoint | null;
  /** Patients in it, under the filters. */
  patients: number;
  setting: Setting;
  /** Of the patients the filters keep, those not in it. */
  leftOut: LeftOut[];
  /** What must be said of it beside its numbers. */
  notices: Problem[];
}
type Among<Result extends EveryResult> = Result;

/** What a panel shows, by kind. */
export type PanelResult = Among<
  | KaplanMeierResult
  | CumulativeIncidenceResult
  | RegressionResult
  | SubgroupsResult
  | ResponseResult
  | CharacteristicsResult
  | AlterationsResult
>;
export type ResultOf<Kind extends PanelKindId> = Extract<PanelResult, { kind: Kind }>;

/** A panel and what it shows, of one kind. */
export type ShownPanel = { [Kind in PanelKindId]: { panel: PanelOf<Kind>; result: ResultOf<Kind> } }[PanelKindId];
