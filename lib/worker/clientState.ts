import type { Snapshot } from "../analysis/analyze";
import type { Board } from "../board/board";
import type { Inspection } from "../cohort/inspect";
import type { TableSummary } from "../cohort/tableSummary";
import type { Problem } from "../result";
import type { ReadProgress } from "../table";

/** The last answer and the board it answers; what is drawn is always one of these, whole. */
export interface Answer {
  board: Board;
  summary: TableSummary;
  snapshot: Snapshot;
  /** A quick answer while something is dragged: only the focused panel is in it. */
  preview: boolean;
}

export interface ClientState {
  answer: Answer | null;
  /** What each second file says, by the id of its join. */
  seconds: ReadonlyMap<string, TableSummary>;
  /** What is said about the cohort beside its curves; it follows the answer as soon as nothing more urgent is asked. */
  inspection: Inspection | null;
  /** Set when the calculation failed, or the file cannot be read as asked; the last answer stays. */
  problem: Problem | null;
  /** How far the reading of an open file in another way has come. */
  rereading: ReadProgress | null;
}
