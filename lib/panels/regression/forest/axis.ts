import { scaleLog } from "d3";
import { logTicks } from "../../../figure/logTicks";
import { element, group, type SvgElement } from "../../../figure/svg";
import { label } from "../../../figure/text";
import type { Inks } from "../../../figure/theme";
import { numberInWords } from "../../../format";
import type { Coefficient } from "../../../survival";
import type { Metrics } from "../../sheet/sheet";
import type { Columns } from "./columns";
import type { Options } from "./rows";

/** The logarithmic axis of hazard ratios; what lies beyond its ends stands at them. */
export interface Axis {
  of(ratio: number): number;
  from: number;
  to: number;
  ticks: number[];
  labeled: number[];
}

const widestRange = [0.02, 50] as const;

/** The axis over what the intervals need, of those that are not extreme, or over the range asked for. */
export function axisOf(
  rows: readonly { marks: readonly { coefficient: Coefficient }[] }[],
  { range }: Pick<Options, "range">,
  { left, right }: Pick<Columns, "left" | "right">,
): Axis {
  const values = rows.flatMap(({ marks }) =>
    marks.flatMap(({ coefficient }) =>
      coefficient.kind === "estimated" ? [coefficient.lower, coefficient.upper, coefficient.hazardRatio] : [],
    ),
  );
  const within = values.filter((value) => value > widestRange[0] && value < widestRange[1]);
  const [low, high] = range ?? [
    Math.min(0.5, ...within.map((v) => v * 0.9)),
    Math.max(2, ...within.map((v) => v * 1.1)),
  ];
  const { ticks, labeled } = logTicks(low, high, right - left, 26);
  const scale = scaleLog([low, high], [left, right]);
  return { of: (ratio) => scale(Math.min(high, Math.max(low, ratio))), from: low, to: high, ticks, labeled };
}

/** Ticks and title, and a line at 1. */
export function axisMark(
  x: Axis,
  { left, right }: Pick<Columns, "left" | "right">,
  top: number,
  bottom: number,
  metrics: Metrics,
  ink: Inks,
): SvgElement {
  const { text, tick, hair, small, row } = metrics;
  const line = (a: number, b: number, c: number, d: number, stroke: string, dash?: string) =>
    element("line", { x1: a, y1: b, x2: c, y2: d, stroke, "stroke-width": hair, "stroke-dasharray": dash });
  const unity =
    x.from <= 1 && x.to >= 1 ? [line(x.of(1), top, x.of(1), bottom, ink.axis, `${text / 4} ${text / 4}`)] : [];
  return group(
    { "data-part": "axis" },
    ...unity,
    line(left, bottom, right, bottom, ink.axis),
    ...x.ticks.map((each) => line(x.of(each), bottom, x.of(each), bottom + tick, ink.axis)),
    ...x.labeled.map((each) =>
      label(x.of(each), bottom + tick + text * 1.1, numberInWords(each), {
        size: small,
        fill: ink.soft,
        anchor: "middle",
      }),
    ),
    label((left + right) / 2, bottom + row * 2.1, "Hazard ratio, log scale", {
      size: text,
      fill: ink.ink,
      anchor: "middle",
    }),
  );
}
