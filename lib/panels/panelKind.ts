import type { Panel } from "../board/board";
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
  /** Sets of columns of the result that are handed over to the page rather than copied: nothing else may read them. */
  columns(result: R): object[];
}

/** Names of what of a panel is meant, in its kind's own order; null stands for all. */
export type PanelPart = readonly (string | null)[];

export type PanelOutcome<R extends PanelResult = PanelResult> = { state: "ready"; result: R; ledger: Ledger } | Blocked;

/** The outcome with the panel it is of. */
export type PanelAnswer = ({ state: "ready"; ledger: Ledger } & ShownPanel) | ({ panel: Panel } & Blocked);
