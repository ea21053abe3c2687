import type { LeftOut } from "../../cohort/ledger";
import type { Problem } from "../../result";
import type { Curve, Quantile } from "../../survival";
import type { Setting } from "../setting";
import type { ShownEndpoint } from "../shownEndpoint";
import type { Warning } from "../warning";
import type { AtTime, GivenAlive } from "./atTimes";
import type { Comparisons } from "./comparisons";
import type { Medians } from "./medians";
import type { PanelTest } from "./panelTest";
import type { PermutedP } from "./permuted";
import type { RestrictedMeans } from "./restrictedMeans";
import type { SearchedCut } from "./searchedCut";

/** One curve with what is said about it. Keyed by level, never by position or name alone. */
export interface GroupResult {
  /** The level as written in the column or score; "" when there is one group of all patients. */
  level: string;
  /** What the reader sees: the user's label, else the level; "All patients" for a single group. */
  label: string;
  /** The user's color for the level, else null: the palette decides by the level's place. */
  color: string | null;
  /** The level's place among all levels of the column, so that a filter never changes a color. */
  place: number;
  curve: Curve;
  /** Patients with the event: counted, also where the curve's own are sums of sampling weights. */
  events: number;
  /** With sampling weights: how many patients of equal weight tell as much, the sums of weights, and the greatest; null without. */
  sample: { effective: number; n: number; events: number; heaviest: number } | null;
  median: Quantile;
  /** In a drawing of two endpoints, which one the curve is of. */
  endpointPlace?: 0 | 1;
}

export interface KaplanMeierResult {
  kind: "kaplanMeier";
  endpoint: ShownEndpoint;
  /** What the curves are split by, in words; null for one curve of all. */
  groupLabel: string | null;
  /** Ordered groups (score groups, ordered levels) take an ordered palette. */
  ordered: boolean;
  /** Groups with at least one patient, in the user's order. */
  groups: GroupResult[];
  /** How many levels the group variable has, those without patients included. */
  places: number;
  /** Levels nobody is left in after filtering, by label. */
  emptyGroups: string[];
  /** An answer while something is dragged: models and follow-up are still to come. */
  preview: boolean;
  /** The curves of a quick preview lack times between ticks and pixels: enough to draw, not to be read at any time. */
  thinned: boolean;
  /** Null with a single group. */
  test: PanelTest | null;
  /** Where the groups come from a cut searched among the patients; null else. */
  cut: SearchedCut | null;
  /** Beside the test, where the panel asks for it. */
  permutation: PermutedP | null;
  /** Medians against that of the reference, where the panel asks for it. */
  medians: Medians | null;
  /** Place among `groups` of the one the others are compared with. */
  reference: number;
  patients: number;
  events: number;
  /** Level of every interval shown, 0.95 unless said, and its type. */
  confidence: { type: "log-log" | "log" | "plain" | "logit" | "arcsine"; level: number };
  /** Hazard ratios, trend and follow-up; null in a quick preview. */
  comparisons: Comparisons | null;
  /** Survival at the milestones. */
  atTimes: AtTime[];
  /** Null with nobody followed past time zero. */
  restrictedMeans: RestrictedMeans | null;
  givenAlive: GivenAlive | null;
  setting: Setting;
  /** The same within each level of a second variable, drawn as small figures; null where none is asked for. */
  multiples: Multiples | null;
  /** The same of another endpoint, drawn in the same figure; null where none is asked for. */
  second: KaplanMeierResult | null;
  notices: Problem[];
  /** Of the patients the filters keep, those in no curve of this endpoint and group, by reason. */
  leftOut: LeftOut[];
  /** Biases to beware of; none in a quick preview. */
  warnings: Warning[];
}

/** The curves within one level of the second variable. */
export interface Facet {
  level: string;
  label: string;
  result: KaplanMeierResult;
}

export interface Multiples {
  /** What the figure is split by, in words. */
  label: string;
  /** Levels with at least one patient. */
  facets: Facet[];
  /** Levels without a patient left, by label. */
  empty: string[];
}
