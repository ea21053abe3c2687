import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { label, middleToBaseline, textWidth, wrap } from "../../../figure/text";
import { nth } from "../../../numeric/nth";
import type { Metrics } from "../../sheet/sheet";
import type { Plot } from "../plot";
import type { ValueAxis } from "./valueAxis";

/** Room to the left of the plot for the ticks of the vertical axis and its title. */
export function valueAxisWidth({ ticks }: ValueAxis, metrics: Metrics): number {
  return tickColumn(ticks, metrics) + metrics.gap * 1.8 + metrics.row;
}

/** Room below the plot for the ticks of the time axis and its title. */
export const timeAxisHeight = ({ tick, text, row, gap }: Metrics): number => tick + text * 1.15 + gap * 0.6 + row;

const tickColumn = (ticks: ValueAxis["ticks"], { text, gap }: Metrics) =>
  Math.max(0, ...ticks.map((tick) => textWidth(tick.text, text))) + gap * 1.2;

export function axesMark(plot: Plot): SvgElement {
  return group({ "data-part": "axes" }, grid(plot), ...valueAxisMark(plot), ...timeAxisMark(plot));
}

function grid({ value, area, inks, metrics }: Plot): SvgElement {
  const lines = value.ticks
    .filter(({ value: at }) => at !== value.domain[0])
    .map((tick) => `M${rounded(area.left)},${rounded(valueToPixel(tick.value, value, area))}H${rounded(area.right)}`);
  return element("path", {
    "data-part": "grid",
    d: lines.join(""),
    stroke: inks.grid,
    "stroke-width": metrics.hair,
    fill: "none",
  });
}

/** Pixel of a value on the drawn scale. */
export function valueToPixel(
  value: number,
  { domain: [from, to] }: ValueAxis,
  { top, bottom }: { top: number; bottom: number },
): number {
  return bottom - ((value - from) / (to - from)) * (bottom - top);
}

function valueAxisMark({ value, area, inks, metrics }: Plot): SvgElement[] {
  const right = area.left - metrics.gap * 1.2;
  const texts = value.ticks.map((tick) =>
    label(right, valueToPixel(tick.value, value, area) + metrics.text * middleToBaseline, tick.text, {
      size: metrics.text,
      fill: inks.soft,
      anchor: "end",
    }),
  );
  const x = area.left - tickColumn(value.ticks, metrics) - metrics.gap * 1.3;
  const lines = wrap(value.title, area.bottom - area.top, metrics.text, 400, 2);
  const middle = (area.top + area.bottom) / 2;
  const title = lines.map((line, index) => {
    const at = x - (lines.length - 1 - index) * metrics.text * 1.2;
    const text = label(at, middle, line, {
      size: metrics.text,
      fill: inks.ink,
      anchor: "middle",
      whole: index === 0 ? value.title : undefined,
    });
    return { ...text, attributes: { ...text.attributes, transform: `rotate(-90 ${rounded(at)} ${rounded(middle)})` } };
  });
  const line = element("path", {
    d: `M${rounded(area.left)},${rounded(area.top)}V${rounded(area.bottom)}`,
    stroke: inks.axis,
    "stroke-width": metrics.hair,
    fill: "none",
  });
  return [line, group({ "data-part": "value-ticks" }, texts), group({ "data-part": "value-title" }, title)];
}

function timeAxisMark({ time, area, inks, metrics, x }: Plot): SvgElement[] {
  const { ticks, title } = time;
  const baseline = area.bottom + metrics.tick + metrics.text * 1.05;
  const marks = ticks.map(
    (tick) =>
      `M${rounded(x(tick.time))},${rounded(area.bottom)}v${rounded(tick.text === null ? metrics.tick * 0.6 : metrics.tick)}`,
  );
  const texts = ticks
    .filter((tick): tick is { time: number; text: string } => tick.text !== null)
    .map((tick) => label(x(tick.time), baseline, tick.text, { size: metrics.text, fill: inks.soft, anchor: "middle" }));
  const d = `M${rounded(area.left)},${rounded(area.bottom)}H${rounded(area.right)}${marks.join("")}`;
  const shown = nth(wrap(title, (area.right - area.left) * 1.1, metrics.text, 400, 1), 0);
  const name = label((area.left + area.right) / 2, baseline + metrics.gap * 0.6 + metrics.row * 0.95, shown, {
    size: metrics.text,
    fill: inks.ink,
    anchor: "middle",
    whole: title,
  });
  return [
    element("path", { d, stroke: inks.axis, "stroke-width": metrics.hair, fill: "none" }),
    group({ "data-part": "time-ticks" }, texts),
    group({ "data-part": "time-title" }, name),
  ];
}
