import type { LeftOut } from "../../cohort/ledger";
import type { Problem } from "../../result";
import type { Coefficient, GrayResult, IncidenceAt, IncidenceCurves, IntervalType } from "../../survival";
import type { Setting } from "../setting";
import type { ShownEndpoint } from "../shownEndpoint";

/** One group with the incidence of every cause. Keyed by level. */
export interface IncidenceGroup {
  level: string;
  label: string;
  color: string | null;
  /** The level's place among all levels, so that a filter never changes a color. */
  place: number;
  curves: IncidenceCurves;
  /** With sampling weights, of which all counts are sums: the greatest of them; null without. */
  heaviest: number | null;
}

/** How groups compare in one cause. */
export interface CauseComparison {
  cause: number;
  gray: GrayResult | null;
  /**
   * Subdistribution hazard ratios by Fine and Gray against the reference; null with one group, or where they cannot be
   * had.
   */
  subdistribution: GroupRatio[] | null;
  /** Hazard ratios of a Cox model in which other causes count as censored. */
  causeSpecific: GroupRatio[] | null;
  /** P of the test of proportional hazards of the cause-specific model; NaN where it cannot be computed. */
  proportionalHazards: number;
}

export interface GroupRatio {
  level: string;
  label: string;
  coefficient: Coefficient;
}

export interface CumulativeIncidenceResult {
  kind: "cumulativeIncidence";
  endpoint: ShownEndpoint;
  groupLabel: string | null;
  ordered: boolean;
  /** The event (cause 1) first, then what competes, by name. Only causes that occur, and the event. */
  causes: { cause: number; label: string }[];
  /** Causes with curves, as the panel asks. */
  shown: number[];
  groups: IncidenceGroup[];
  places: number;
  emptyGroups: string[];
  /** Place among `groups` of the one the others are compared with. */
  reference: number;
  patients: number;
  events: number;
  competing: number;
  /** Of each cause shown; empty in a quick preview. */
  comparisons: CauseComparison[];
  /** Incidence at the milestones, in the endpoint's unit; per cause shown and group. */
  atTimes: { time: number; causes: { cause: number; groups: (IncidenceAt | null)[] }[] }[];
  confidence: { type: IntervalType; level: number };
  setting: Setting;
  leftOut: LeftOut[];
  notices: Problem[];
}
