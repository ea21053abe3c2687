import type { FigureOptions } from "../../board/figureOptions";
import type { Inks } from "../../figure/theme";
import type { GroupLook } from "./groupLooks";
import type { KaplanMeierResult } from "./result";
import type { Metrics } from "./sheet";
import type { TimeAxis } from "./timeAxis";
import type { ValueAxis } from "./valueAxis";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What every mark of the figure draws from. */
export interface Plot {
  result: KaplanMeierResult;
  options: FigureOptions;
  inks: Inks;
  metrics: Metrics;
  looks: GroupLook[];
  /** Where the curves are, in pixels. */
  area: Box;
  time: TimeAxis;
  value: ValueAxis;
  /** Pixel of a time, not clamped. */
  x(time: number): number;
  /** Time at a pixel. */
  timeAt(x: number): number;
  /** Pixel of a survival probability on the chosen scale; ±Infinity where the scale has no such value. */
  y(survival: number): number;
  pixelRatio: number;
}
