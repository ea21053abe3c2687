import type { PanelOf } from "../../../board/panelForms/registry";
import type { KaplanMeierResult } from "../../../panels/kaplanMeier/result";
import type { Cells, Check } from "../checked";

/** What the numbers of some curves are called beside the figure: those of a small figure and an endpoint. */
export type Called = (quantity: RegExp, column?: string) => Cells;

export const calledIn =
  (of: NonNullable<Cells["of"]>): Called =>
  (quantity, column = "value") => ({ quantity, column, of });

/**
 * What is computed of the patients who stand in `dat`: all of a panel, those of a small figure, or those of a second
 * endpoint. The parts of its script push what R must agree with to `checks`.
 */
export interface Part {
  panel: PanelOf<"kaplanMeier">;
  result: KaplanMeierResult;
  /** The outcome in R: `Surv(time, event)`, with entries where the endpoint has them. */
  surv: string;
  /** Whether rows enter late: those of the endpoint, or spells after a change. */
  late: boolean;
  /** Whether the endpoint itself has entries. */
  entered: boolean;
  sampled: boolean;
  /** Rows are intervals of patients. */
  intervals: boolean;
  strata: boolean;
  called: Called;
  checks: Check[];
}

/** What weighted fits are given beside their data. Of rows that enter late R asks whose they are before it gives a robust variance. */
export const weightsInR = ({ sampled, late }: Pick<Part, "sampled" | "late">): string =>
  sampled ? `, weights = weight, robust = TRUE${late ? ", id = seq_len(nrow(dat))" : ""}` : "";

/** Where the log-rank test and the Cox model are stratified. */
export const strataInR = ({ strata }: Pick<Part, "strata">): string => (strata ? " + strata(stratum)" : "");

/** The first of the groups is 1 in R. */
export const placeInR = ({ groups }: Pick<KaplanMeierResult, "groups">, level: string): number =>
  groups.findIndex((group) => group.level === level) + 1;
