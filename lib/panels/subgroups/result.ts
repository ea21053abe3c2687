import type { Variable } from "../../board/board";
import type { LeftOut } from "../../cohort/ledger";
import type { Problem } from "../../result";
import type { Coefficient } from "../../survival";
import type { Counts } from "../regression/counts";
import type { WholeTest } from "../regression/result";
import type { Setting } from "../setting";
import type { ShownEndpoint } from "../shownEndpoint";

/** One of the two groups compared. */
export interface Arm {
  level: string;
  label: string;
}

/** The two groups within one level, or in all patients. */
export interface SubgroupLine {
  /** The level; "" of the line over all. */
  level: string;
  label: string;
  compared: Counts;
  reference: Counts;
  /** Of a Cox model of the two groups alone, in these patients; null where none can be fitted, for `why`. */
  ratio: Coefficient | null;
  why: string | null;
}

/** A column or score by whose levels the patients are parted. */
export interface SubgroupVariable {
  of: Variable;
  label: string;
  /** Patients of the two groups without a value of it. */
  missing: number;
  /** Of the model with the interaction against the one without; null where it cannot be had, for `why`. */
  interaction: WholeTest | null;
  why: string | null;
  lines: SubgroupLine[];
}

export interface SubgroupsResult {
  kind: "subgroups";
  endpoint: ShownEndpoint;
  setting: Setting;
  /** What the two groups are of. */
  groupLabel: string;
  compared: Arm;
  reference: Arm;
  /** Every group that somebody is in: the two are of these. */
  arms: Arm[];
  /** Patients of the two groups, and events among them. */
  patients: number;
  events: number;
  leftOut: LeftOut[];
  level: number;
  overall: SubgroupLine;
  variables: SubgroupVariable[];
  notices: Problem[];
}
