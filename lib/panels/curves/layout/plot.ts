import { scaleLinear, scaleLog } from "d3";
import type { FigureOptions } from "../../../board/figureOptions";
import { type Inks, inks } from "../../../figure/theme";
import type { KaplanMeierResult } from "../../kaplanMeier/result";
import type { Metrics, Sheet } from "../../sheet/sheet";
import type { TimeAxis } from "../axes/timeAxis";
import type { ValueAxis } from "../axes/valueAxis";
import { type GroupLook, groupLooks } from "../looks";

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
  /** What the numbers under the axis count, and under how many they are not printed. */
  table: { result: KaplanMeierResult; fewest: number | null };
}

/** The scales, and all that marks draw from. */
export function plotOf(
  result: KaplanMeierResult,
  options: FigureOptions,
  { theme, pixelRatio = 2, heldBack }: Sheet,
  { area, time, value, metrics }: Pick<Plot, "area" | "time" | "value" | "metrics">,
  counted: KaplanMeierResult,
): Plot {
  const x = time.log
    ? scaleLog([time.from, time.to], [area.left, area.right])
    : scaleLinear([time.from, time.to], [area.left, area.right]);
  const [from, to] = value.domain;
  return {
    result,
    options,
    inks: inks[theme],
    metrics,
    looks: groupLooks(result, options, theme),
    area,
    time,
    value,
    x: (at) => x(at),
    timeAt: (pixel) => x.invert(pixel),
    y: (survival) => area.bottom - ((value.of(survival) - from) / (to - from)) * (area.bottom - area.top),
    pixelRatio,
    table: { result: counted, fewest: heldBack?.fewest ?? null },
  };
}
