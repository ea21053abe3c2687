import type { Panel } from "../board/board";
import type { Quantile } from "../survival";
import type { Headline } from "./headline";
import type { MethodUse } from "./methods/methods";
import type { PanelResult } from "./result";
import type { DrawnFigure } from "./sheet/drawnFigure";
import type { Sheet } from "./sheet/sheet";

/** A table to read: texts as they stand on the screen. */
export interface TextTable {
  caption: string;
  header: string[];
  rows: string[][];
  /** Sentences below it: why numbers are not known. */
  notes?: readonly string[];
}

/** A table to calculate with: numbers at full precision, NaN where there is none. */
export interface NumberTable {
  header: string[];
  rows: (string | number)[][];
}

/** The one number of a group that matters most. */
export interface Highlight {
  level: string;
  label: string;
  patients: number;
  /** "19.9 months". */
  value: string;
  /** "median, 95% CI 11.1–53.1". */
  interval: string;
  /** Why a number of it is not known: see `panels/whyUnknown.ts`. */
  why?: readonly string[];
}

/** A group as it is set beside an earlier cut; `median` null where the kind has none. */
export interface GroupInCut {
  level: string;
  label: string;
  n: number;
  events: number;
  median: Quantile | null;
  /** Level of the interval of the median. */
  confidence: number;
}

type HeldBack = NonNullable<Sheet["heldBack"]>;

/** What one kind of panel says in words and tables; its file is one line of the registry. */
export interface PanelReport<P extends Panel = Panel, R extends PanelResult = PanelResult> {
  /** The methods of everything it shows, in any order. */
  methods(result: R, panel: P): MethodUse[];
  /** The text under a drawn figure in a manuscript, without its title. */
  legend(result: R, panel: P, figure: DrawnFigure): string;
  /** What was found, first: one claim that the numbers carry; null where there is nothing to claim. */
  headline(result: R): Headline | null;
  /** What was found, as in a results section. */
  results(result: R): string;
  /** The table beside the figure; one that counts parts of groups holds back counts under `fewest`. */
  statistics(result: R, fewest?: number | null): TextTable;
  /** Why numbers read NE, NR or "not estimable", whole sentences; they stand below the table wherever it stands. */
  reasons(result: R): string[];
  /** The figure itself as a table, where it is one: slides have that in its place; null where it is drawn. */
  asTable(result: R, fewest: number | null): TextTable | null;
  /** Whether its numbers are a table worth a slide of its own, after those of the figure. */
  tableOnSlides(result: R): boolean;
  /** Every number beside the figure, one a line. */
  numbers(result: R): NumberTable;
  /** The steps of the curves. */
  steps(result: R): NumberTable;
  /** The table under the figure, at the ticks drawn, without counts under `fewest`; null where the kind has none. */
  atRisk(result: R, figure: DrawnFigure, fewest: number | null): NumberTable | null;
  /** Whether the figure follows `Sheet.heldBack`. */
  figureHoldsBack: boolean;
  /**
   * The result as a table tells it that holds back exact times, or everything of a few patients; null where the kind
   * cannot.
   */
  heldBack(result: R, heldBack: HeldBack): R | null;
  /** What is read from the back of a room, one of each group. */
  highlights(result: R): Highlight[];
  /** The groups' values at a time, in the unit of its figure; null where the kind has no time. */
  at(result: R, time: number): { time: string; values: string[] } | null;
  /** The test of the groups and their ratios, for below the highlights of a slide; missing: the kind has none. */
  verdict?(result: R): (readonly [name: string, value: string])[];
  /** What must be said of the result where its warnings are not beside it, as on a slide. */
  remarks(result: R): { id: string; message: string; hint: string }[];
  /** What is set beside an earlier cut of the same cohort; none where the kind has no groups of patients. */
  inCuts(result: R): GroupInCut[];
  /** Whether a P of the comparison of its groups is on the screen with it. */
  compared(result: R): boolean;
  /**
   * The groups and how many patients each has, to warn of small ones. `part`: one that is no level of the panel's group, which a file can
   * neither merge nor leave out by itself.
   */
  groups(result: R): { level: string; label: string; patients: number; part?: true }[];
}
