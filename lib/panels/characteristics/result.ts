import type { CharacteristicChoice } from "../../board/panelForms/characteristics";
import type { Variable } from "../../board/variable";
import type { Problem } from "../../result";
import type { Setting } from "../setting";

/** A column of the table: all patients, or one group. */
export interface PatientColumn {
  /** Null of all patients. */
  level: string | null;
  label: string;
  /** As the user chose it for the level. */
  color: string | null;
  /** Patients in it; with count weights those they stand for. */
  patients: number;
  /** Sum of their weights: `patients` but under sampling weights. */
  size: number;
}

/** Numbers of the patients in one column who have a value; NaN where there is none. */
export interface Spread {
  /** Sum of the weights of those with a value. */
  size: number;
  median: number;
  lower: number;
  upper: number;
  min: number;
  max: number;
  mean: number;
  sd: number;
}

export type RowTestId =
  | "rankSum"
  | "kruskalWallis"
  | "welch"
  | "welchOneWay"
  | "chiSquare"
  | "fisher"
  | "cochranArmitage"
  | "jonckheere"
  | "spearman";

export interface RowTest {
  id: RowTestId;
  p: number;
  /** Of the rank sum test: without ties and of few patients, so that P is counted rather than approximated. */
  exact: boolean;
  /** Where P is drawn rather than counted: how many tables, and its standard error. */
  drawn: { tables: number; stdErr: number } | null;
}

/** The largest standardized difference of two groups; Infinity where they share no value. */
export interface Difference {
  value: number;
  /** Places of the two groups in `columns`. */
  between: [number, number];
}

interface AnyRow {
  of: Variable;
  /** How it is shown, as chosen or proposed. */
  choice: CharacteristicChoice;
  label: string;
  unit: string;
  /** Decimals of its numbers, or of its percentages. */
  digits: number;
  /** Without a value, by column: sums of weights. */
  missing: number[];
  test: RowTest | null;
  /** Why there is no P; null where there is one or none is asked for. */
  untested: string | null;
  difference: Difference | null;
  /** Its numbers are held back from a file, because a count is small. */
  withheld: boolean;
}

export interface NumbersRow extends AnyRow {
  kind: "numbers";
  /** Dates are days since 1970-01-01. */
  way: "median" | "range" | "mean" | "dates";
  /** By column. */
  spread: Spread[];
}

export interface LevelsRow extends AnyRow {
  kind: "levels";
  /**
   * Every level that somebody has, with its place among those of the column; those shown have a line. One alone stands
   * beside the name.
   */
  levels: { value: string; label: string; shown: boolean; counts: number[]; place: number }[];
  /** What percentages are of, by column. */
  of100: number[];
}

export type CharacteristicRow = NumbersRow | LevelsRow;

export interface CharacteristicsResult {
  kind: "characteristics";
  endpoint: null;
  setting: Setting;
  /** Patients in the table; with count weights those they stand for. */
  patients: number;
  leftOut: { reason: string; count: number }[];
  groupLabel: string | null;
  groupsOrdered: boolean;
  /** All patients, then the groups. */
  columns: PatientColumn[];
  /** Whether the column of all patients is shown: it is where there are no groups. */
  all: boolean;
  rows: CharacteristicRow[];
  percentOf: "known" | "all";
  missing: "whereAny" | "always";
  /** Whether P is shown, and why not where the groups were assigned at random. */
  p: boolean;
  randomized: boolean;
  differences: boolean;
  /**
   * Places of the rows whose groups differ by more than `noteworthy`, the largest difference first; not those that the
   * score of the groups is made of.
   */
  apart: number[];
  notices: Problem[];
  /** That the groups differ, and in what; null where they do not. */
  warning: Problem | null;
}

/** A standardized difference above this one is told of. */
export const noteworthy = 0.2;
/** Where the dashed line stands: below it groups count as alike. */
export const dashed = 0.1;
