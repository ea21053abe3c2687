import type { Panel, Variable } from "../board/board";
import type { Ledger } from "../cohort/ledger";
import type { Blocked } from "./blocked";
import type { Grouped } from "./grouped";
import type { Prepared, Titled } from "./prepared";
import type { PanelResult, ShownPanel } from "./result";

/** How one kind of panel is computed; its file is one line of the registry. */
export interface PanelKind<P extends Panel = Panel, R extends PanelResult = PanelResult> {
  /** The generated title: "Overall survival by arm". */
  title(panel: P, prepared: Titled): string;
  /**
   * The result with its ledger, or the sentence why there is none. `quick`: an answer while something is dragged, of
   * the essentials alone.
   */
  analyze(prepared: Prepared, panel: P, quick: boolean): PanelOutcome<R>;
  /** The rows behind its numbers by group and time; null where it has no such numbers. */
  rows(prepared: Prepared, panel: P): Grouped | Blocked | null;
  /** The rows (from 0) behind a part of it, and the columns they are about; null where it has no such part. */
  part(prepared: Prepared, panel: P, part: PanelPart): { rows: number[]; columns: string[] } | null;
  /** The columns it is computed from beside endpoints and groups, as a data set has them. */
  data(prepared: Prepared, panel: P): PanelColumn[];
  /** Sets of columns of the result that are handed over to the page rather than copied: nothing else may read them. */
  columns(result: R): object[];
}

/** A column as a panel reads it: numbers, or levels by their codes. */
export interface PanelColumn {
  id: string;
  /** What the column of a data set is called, as far as no other is. */
  name: string;
  title: string;
  /** Null of what no column or score of the cohort gives. */
  of: Variable | null;
  values: { numbers: Float64Array } | { codes: ArrayLike<number>; levels: string[]; reference: number };
  /** Times of patients, which a data set in whole months leaves out. */
  exactTime?: true;
}

/** Names of what of a panel is meant, in its kind's own order; null stands for all. */
export type PanelPart = readonly (string | null)[];

export type PanelOutcome<R extends PanelResult = PanelResult> = { state: "ready"; result: R; ledger: Ledger } | Blocked;

/** The outcome with the panel it is of. */
export type PanelAnswer = ({ state: "ready"; ledger: Ledger } & ShownPanel) | ({ panel: Panel } & Blocked);
