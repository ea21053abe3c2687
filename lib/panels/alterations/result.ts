import type { Proportion } from "../../association";
import type { AlterationClass } from "../../board/genes";
import type { Problem } from "../../result";
import type { Coefficient } from "../../survival";
import type { Setting } from "../setting";
import type { ShownEndpoint } from "../shownEndpoint";

export interface Share {
  altered: number;
  tested: number;
}

/** One gene of the figure; counts are of patients. */
export interface GeneLine extends Share, Proportion {
  gene: string;
  /** Patients with each class, one patient perhaps with several. */
  classes: { of: AlterationClass; count: number }[];
  /** In the order of `groups`; empty without a group. */
  byGroup: Share[];
  /** Fisher's exact test of altered by group, and Benjamini–Hochberg's q over the genes shown; NaN where there is none. */
  p: number;
  q: number;
  /** P was drawn rather than counted: its standard error. */
  drawn: number | null;
  /** Patients tested by one source of it and not by another. */
  partly: number;
  /** The column of the cohort that says the same by itself; null where a file, or several sources, say it. */
  column: string | null;
  /** Bits of each patient, in the order of the figure. */
  cells: { bits: Uint16Array };
}

/** Two genes in the patients tested for both. */
export interface GenePair {
  a: string;
  b: string;
  both: number;
  onlyA: number;
  onlyB: number;
  neither: number;
  /** By conditional likelihood; 0 and infinite are estimates. */
  oddsRatio: number;
  p: number;
  q: number;
}

/** Survival of altered against wild type, of the patients tested. */
export interface GeneSurvival {
  gene: string;
  tested: number;
  altered: number;
  events: number;
  eventsAltered: number;
  ratio: Coefficient | null;
  /** Of the log-rank test, and Benjamini–Hochberg's q over the genes compared. */
  p: number;
  q: number;
}

/** A column above the genes: the level of each patient in the order of the figure, −1 for none. */
export interface Track {
  label: string;
  /** `response`: the place of the category of best response that the level says, where all levels say one. */
  levels: { label: string; color: string | null; response: number | null }[];
  ordered: boolean;
  codes: Int16Array;
}

export interface AlterationsResult {
  kind: "alterations";
  endpoint: ShownEndpoint | null;
  setting: Setting;
  patients: number;
  leftOut: { reason: string; count: number }[];
  level: number;
  counted: AlterationClass[];
  /** Where genes are read from, in words. */
  sources: string[];
  /** Of all sources together, before the most frequent are taken. */
  genesKnown: number;
  groupLabel: string | null;
  groups: { level: string; label: string; color: string | null; patients: number }[];
  ordered: boolean;
  genes: GeneLine[];
  tracks: Track[];
  /** Rows of the cohort in the order of the figure, and the group of each. */
  order: { rows: Int32Array; group: Int16Array };
  sort: "memo" | "group" | "file";
  pairs: GenePair[];
  /** Null without an endpoint. */
  survival: {
    lines: GeneSurvival[];
    few: number;
    leastAltered: number;
    leastEvents: number;
    causeSpecific: boolean;
  } | null;
  /** Patients with an alteration of a class that is not counted, and such alterations. */
  notCounted: { classes: AlterationClass[]; alterations: number };
  /** Entry at the date of a report could be used, and is not. */
  notices: Problem[];
}
