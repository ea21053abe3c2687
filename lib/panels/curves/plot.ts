import { scaleLinear, scaleLog } from "d3";
import type { FigureOptions } from "../../board/figureOptions";
import type { Box } from "../../figure/box";
import { type Inks, inks } from "../../figure/theme";
import type { Metrics, Sheet } from "../sheet/sheet";
import type { TimeAxis } from "./axes/timeAxis";
import type { ValueAxis } from "./axes/valueAxis";
import type { Drawn } from "./drawn";
import { curveLooks, type Look } from "./looks";

/** What every mark of the figure draws from. */
export interface Plot {
  drawn: Drawn;
  options: FigureOptions;
  inks: Inks;
  metrics: Metrics;
  looks: Look[];
  /** Where the curves are, in pixels. */
  area: Box;
  time: TimeAxis;
  value: ValueAxis;
  /** Pixel of a time, not clamped. */
  x(time: number): number;
  /** Time at a pixel. */
  timeAt(x: number): number;
  /** Pixel of a value on the chosen scale; ±Infinity where the scale has no such value. */
  y(value: number): number;
  pixelRatio: number;
  /** Under how many the table prints no count; null: it prints all. */
  fewest: number | null;
}

/** The scales, and all that marks draw from. */
export function plotOf(
  drawn: Drawn,
  options: FigureOptions,
  { theme, pixelRatio = 2, heldBack }: Sheet,
  { area, time, value, metrics }: Pick<Plot, "area" | "time" | "value" | "metrics">,
): Plot {
  const x = time.log
    ? scaleLog([time.from, time.to], [area.left, area.right])
    : scaleLinear([time.from, time.to], [area.left, area.right]);
  const [from, to] = value.domain;
  return {
    drawn,
    options,
    inks: inks[theme],
    metrics,
    looks: curveLooks(drawn, options, theme),
    area,
    time,
    value,
    x: (at) => x(at),
    timeAt: (pixel) => x.invert(pixel),
    y: (given) => area.bottom - ((drawn.scale.of(given) - from) / (to - from)) * (area.bottom - area.top),
    pixelRatio,
    fewest: heldBack?.fewest ?? null,
  };
}
