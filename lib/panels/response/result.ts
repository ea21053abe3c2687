import type { TimeUnit } from "../../board/board";
import type { LeftOut } from "../../cohort/ledger";
import type { Problem } from "../../result";
import type { Quantile } from "../../survival";
import type { Setting } from "../setting";
import type { ShownEndpoint } from "../shownEndpoint";
import type { ResponseWord } from "./categories";

export type RateId = "ORR" | "DCR" | "CBR";

export interface ResponseRate {
  id: RateId;
  count: number;
  of: number;
  /** Shares with exact limits; NaN of nobody. */
  estimate: number;
  lower: number;
  upper: number;
}

export interface ResponseGroup {
  level: string;
  label: string;
  color: string | null;
  n: number;
  /** Whom the rates are of. */
  of: number;
  /** Patients by category, in the order of `responseCategories`; none where no column says best response. */
  categories: number[];
  /** Patients with a best change, and those of them with a smaller tumor than at baseline. */
  measured: number;
  smaller: number;
  /** Of those stable: how many so long that it is a benefit, and of how many nobody knows. */
  stable: { lasted: number; unknown: number };
  rates: ResponseRate[];
}

export interface ResponseComparison {
  rate: RateId;
  reference: { level: string; label: string };
  /** Each other group less the reference, as shares, with Newcombe's limits. */
  differences: {
    level: string;
    label: string;
    estimate: number;
    lower: number;
    upper: number;
    oddsRatio: { estimate: number; lower: number; upper: number } | null;
  }[];
  /** Fisher's, over all groups; NaN where nobody or everybody responded. */
  p: number;
  drawn: { stdErr: number; tables: number } | null;
}

/** A stretch of a lane, in the unit of the lanes; `state` is a place in `courseStates`. */
export interface Stretch {
  from: number;
  to: number;
  state: number;
}

/** A patient of the figure; times are in `unit`. */
export interface ResponsePatient {
  /** Data row of the file, from 1. */
  row: number;
  /** Running number in the order of the file, which names nobody. */
  number: number;
  group: number;
  /** How many patients the row stands for: one, or its count weight. */
  size: number;
  /** Place in `responseCategories`; −1 where no column says best response. */
  category: number;
  /** Best change in percent; NaN without a measurement. */
  change: number;
  /** Whether stable disease lasted long enough to be a benefit: 1, 0, −1 where nobody knows. */
  lasted: -1 | 0 | 1;
  /** Places in `color.levels` and `strip.levels`, −1 without a value. */
  color: number;
  strip: number;
  lane: {
    length: number;
    dead: boolean;
    /** NaN where there was none. */
    progression: number;
    response: number;
    courses: Stretch[];
    markers: { at: number; state: number }[];
  } | null;
  /** Sums at baseline and at their smallest from then on, or the smallest change; NaN without. */
  sums: { baseline: number; nadir: number };
  /** Changes over time from a file of measurements, from the baseline on; empty without. */
  series: { time: number; change: number }[];
}

/** What bars, lanes or the strip are colored by. */
export interface Colored {
  label: string;
  levels: { value: string; label: string; color: string | null }[];
  ordered: boolean;
}

/** A marked patient: its bar lies on the other side of −30% than its category. */
export interface Marked {
  row: number;
  number: number;
  category: number;
  change: number;
}

export interface ResponseResult {
  kind: "response";
  /** The endpoint of survival, where one is chosen. */
  endpoint: ShownEndpoint | null;
  progression: { id: string; label: string } | null;
  groupLabel: string | null;
  ordered: boolean;
  groups: ResponseGroup[];
  /** Groups without patients under these filters. */
  emptyGroups: string[];
  /** The column of best response; null: none is read, so that there are no categories and no rates. */
  responseLabel: string | null;
  patients: number;
  /** Patients with a best change. */
  measured: number;
  /** Where the best changes come from; null: from nowhere yet. */
  changes: {
    from: "column" | "measurements";
    label: string;
    fractions: boolean;
    turned: boolean;
    scaleSaid: boolean;
  } | null;
  measurements: { file: string; as: "sum" | "percent"; rows: number; patients: number } | null;
  denominator: "all" | "evaluable";
  /** Months that make a benefit of stable disease; null where no endpoint tells how long it lasted. */
  benefit: number | null;
  comparison: ResponseComparison | null;
  /** Median durations of response, of the groups that have responders known to the endpoint. */
  duration: {
    endpoint: ShownEndpoint;
    unit: TimeUnit;
    /** Some enter late. */
    entry: boolean;
    groups: { level: string; label: string; n: number; median: Quantile }[];
  } | null;
  level: number;
  unit: TimeUnit;
  origin: string;
  each: ResponsePatient[];
  color: Colored | null;
  strip: Colored | null;
  courseStates: string[];
  markerStates: string[];
  marked: Marked[];
  words: ResponseWord[];
  /** Patients without a best response, and what they count as. */
  blank: { count: number; as: "NE" | "exclude" };
  /** A comparison of survival by response that begins when responses are known. */
  guard: {
    endpoint: string;
    label: string;
    unit: TimeUnit;
    /** Landmark in the unit of the endpoint. */
    at: number;
    /** When the last first response was seen, in the same unit; NaN where nothing says so. */
    lastResponse: number;
  } | null;
  setting: Setting;
  /** Rows carry weights of a sample, which nothing here uses. */
  sampled: boolean;
  leftOut: LeftOut[];
  notices: Problem[];
}
