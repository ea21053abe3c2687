import type { TimeUnit } from "../../board/board";
import type { DashName, FigureOptions } from "../../board/figureOptions";
import { nth } from "../../numeric/nth";
import type { Curve, IntervalType, Limits, Quantile } from "../../survival";
import type { MethodUse } from "../methods/methods";

/**
 * What the figure of curves draws, whichever kind of panel it comes from: values over time with their standard errors, how they are shown, and
 * the words beside them. Axes, names, table, marks and reading know nothing else.
 */
export interface Drawn {
  /** What the values are of: "Overall survival". */
  label: string;
  /** What those are called who have not had the event: "alive". */
  without: string;
  /** Of every time here; what time zero is, "" where that is not said. */
  unit: TimeUnit;
  origin: string;
  curves: DrawnCurve[];
  /** The level that differences are read against; null where none are. */
  reference: string | null;
  /** How many levels there are, those without a curve included, and whether they have an order: colors follow from these. */
  places: number;
  ordered: boolean;
  patients: number;
  /** Steps change at a time and keep their value up to the next; a line joins its points. */
  shape: "steps" | "line";
  /** The value of a curve before its first time; null where it has none. */
  before: number | null;
  /** What a value is: a share of the patients, or a number of its own. */
  values: Quantity;
  scale: Scale;
  confidence: { type: IntervalType; level: number };
  /** Limits of one value; NaN where it has none. */
  limits(value: number, stdErr: number): Limits;
  /** Times between ticks and pixels are missing: enough to draw, not to be read at any time. */
  thinned: boolean;
  /** The groups come from a search among the same patients: no difference is read between them. */
  exploratory?: boolean;
  /** How the curves were estimated. */
  method: MethodUse;
  words: Words;
  /** The same within each level of another variable, drawn as small figures on shared axes; null for one figure. */
  facets: Facet[] | null;
}

type Quantity = "share" | "number";

/** What the vertical axis shows of a value. */
export interface Scale {
  of(value: number): number;
  /** Shares have an axis from 0 to 100%, numbers one that follows from the data. */
  quantity: Quantity;
  /** The axis of numbers begins at 0. */
  fromZero: boolean;
  /** The time axis is logarithmic. */
  logTime: boolean;
  title: string;
}

/** What tells a curve from the others. */
export interface CurveKey {
  level: string;
  /** Where each cause has a curve of its own. */
  cause?: number;
  /** Where two endpoints of the same patients are drawn. */
  endpoint?: number;
}

export interface DrawnCurve {
  key: CurveKey;
  label: string;
  /** The user's color, else null: the palette decides by the place among all levels. */
  color: string | null;
  place: number;
  /** Where the dash says more than which group it is. */
  dash?: DashName;
  points: Points;
  /** What the table under the axis counts. */
  counts: Counts;
  /** Where what is counted are sums of sampling weights: the greatest of them. */
  heaviest?: number | null;
  /** Where the value passes one half, for kinds that have a median. */
  median: Quantile | null;
  /** The value after the last time, where it stays what it was; null: nobody was followed so long. */
  after: number | null;
  /** Limits at a time, where they are more than limits of a value and its error. */
  limitsAt?(time: number): Limits | null;
  /** The value at a time of those without the event at an earlier one; null where nobody is left. */
  given?(from: number, to: number): GivenEarlier | null;
}

/** The value from each time on (of steps) or at it (of a line), and how many are at risk just before it. */
export interface Points {
  time: Float64Array;
  value: Float64Array;
  stdErr: Float64Array;
  nRisk: Float64Array;
  /** How many have a tick at each time; null where none are drawn. */
  nCensor: Float64Array | null;
}

export type Counts = Pick<
  Curve,
  "n" | "events" | "censored" | "competing" | "time" | "nRisk" | "nEvent" | "nCensor" | "entered"
>;

export interface GivenEarlier {
  value: number;
  lower: number | null;
  upper: number | null;
}

export interface Words {
  title: string;
  subtitle: string;
  /** Sentences of the caption: what is drawn; what was done and found; what to beware of. Those on the drawing itself stand between them. */
  estimate: string;
  sentences: string[];
  cautions: readonly { id: string; text: string }[];
  /** The figure for those who do not see it. */
  spoken: string;
  /** What the box in the plot can hold beside medians. */
  box: Partial<Record<BoxItem, BoxLine[]>>;
}

export type BoxItem = Exclude<FigureOptions["annotation"][number], "medians">;

export interface BoxLine {
  text: string;
  /** Written in the shade of this curve, or softly as a head. */
  of?: CurveKey;
  soft?: boolean;
}

export interface Facet {
  level: string;
  label: string;
  drawn: Drawn;
}

/** Options name a curve by its group and, where each has one, its cause; the curves of two endpoints go together. */
export type CurveName = Pick<CurveKey, "level" | "cause">;
export const isNamed = (key: CurveKey, name: CurveName): boolean =>
  key.level === name.level && key.cause === name.cause;

/** The value at a place of the points, before the first of them where that is −1. */
export const valueAt = ({ before }: Pick<Drawn, "before">, { value }: Points, place: number): number =>
  place < 0 ? (before ?? Number.NaN) : nth(value, place);

/** A text that tells curves apart in lists and maps. */
export const curveId = ({ level, cause, endpoint }: CurveKey): string => JSON.stringify([level, cause, endpoint]);

/** The longest of the times. */
export const lastTime = (curves: readonly { time: Float64Array }[]): number =>
  Math.max(0, ...curves.map(({ time }) => time[time.length - 1] ?? 0));
