import type { Panel } from "../board/board";
import type { DrawnFigure } from "./drawings";
import type { PanelResult } from "./result";

/** A table to read: texts as they stand on the screen. */
export interface TextTable {
  caption: string;
  header: string[];
  rows: string[][];
}

/** A table to calculate with: numbers at full precision, NaN where there is none. */
export interface NumberTable {
  header: string[];
  rows: (string | number)[][];
}

/** What one kind of panel says in words and tables; its file is one line of the registry. */
export interface PanelReport<P extends Panel = Panel, R extends PanelResult = PanelResult> {
  /** How it was computed, as in a methods section. */
  methods(result: R, panel: P): string;
  /** The text under the figure in a manuscript, without its title. */
  legend(result: R, panel: P): string;
  /** What was found, as in a results section. */
  results(result: R): string;
  /** The table beside the figure. */
  statistics(result: R): TextTable;
  /** Every number beside the figure, one a line. */
  numbers(result: R): NumberTable;
  /** The steps of the curves. */
  steps(result: R): NumberTable;
  /** The table under the figure, at the ticks drawn; null where the kind has none. */
  atRisk(result: R, figure: DrawnFigure): NumberTable | null;
  /** The groups and how many patients each has, to warn of small ones. */
  groups(result: R): { level: string; label: string; patients: number }[];
}
