import { least, scaleLinear, scaleLog } from "d3";
import { element, group, type SvgElement } from "../../../figure/svg";
import { inks } from "../../../figure/theme";
import type { Figure } from "../figure";
import { endingAt, eventTimeAfter, eventTimeBefore } from "./eventTimes";
import { readAt } from "./readAt";

const timeScale = ({ time: { domain, range, log } }: Figure) =>
  (log ? scaleLog(domain, range) : scaleLinear(domain, range)).clamp(true);

/** Pixel of a time in the unit of the curves, and time at a pixel; both stay inside the plot. */
export const pixelOfTime = (figure: Figure, t: number): number => timeScale(figure)(t);
export const timeAtPixel = (figure: Figure, x: number): number => timeScale(figure).invert(x);

/** So many pixels from a numbered tick, or from an event, a pointer means it. */
const reach = { tick: 3, event: 6 };

/**
 * The time a pointer at `x` means: that of a numbered tick or of an event close by, else rounded to what a pixel can
 * tell apart. An event is met at its own time, so that the rows behind it are found.
 */
export function timeMeantAt(figure: Figure, x: number): number {
  const { factor, numbered } = figure.time;
  const away = (time: number) => Math.abs(pixelOfTime(figure, time) - x);
  const near = numbered.find((tick) => away(tick) <= reach.tick);
  if (near !== undefined) return near;
  const at = timeAtPixel(figure, x);
  const [first, last] = figure.time.domain;
  const events = [eventTimeBefore(figure.drawn, at, true), eventTimeAfter(figure.drawn, at)].filter(
    (time): time is number => time !== null && time >= first && time <= last && away(time) <= reach.event,
  );
  const event = least(events, away);
  if (event !== undefined) return event;
  const step = 10 ** Math.round(Math.log10(Math.abs(timeAtPixel(figure, x + 1) - timeAtPixel(figure, x - 1)) * factor));
  const shown = Number((Math.round((at * factor) / step) * step).toPrecision(12));
  return Number.isFinite(shown) ? Math.max(0, shown / factor) : at;
}

/** Pixel of a value; null where it lies outside of what the figure shows. */
export function pixelOfValue({ value: { scale, domain, range } }: Figure, value: number): number | null {
  const shown = scale.of(value);
  return shown >= domain[0] && shown <= domain[1] ? scaleLinear(domain, range)(shown) : null;
}

/** The guide line at time `t` and a dot on each curve that reaches so far, full where the curve has a step then, to lay over the figure. */
export function crosshair(figure: Figure, t: number): SvgElement {
  const { drawn, plot, theme, text, lineColors } = figure;
  const x = pixelOfTime(figure, t);
  const { withEvent } = endingAt(drawn, t);
  const dots = readAt(drawn, t).flatMap((reading, index) => {
    const y = reading.kind === "estimated" ? pixelOfValue(figure, reading.value) : null;
    // A step is marked: there is somebody behind it.
    const fill = withEvent[index] ? lineColors[index] : inks[theme].surface;
    const look = { r: text * 0.32, fill, stroke: lineColors[index], "stroke-width": text / 6 };
    return y === null ? [] : [element("circle", { "data-group": index, cx: x, cy: y, ...look })];
  });
  const line = { stroke: inks[theme].soft, "stroke-width": text / 12, "stroke-dasharray": `${text / 6} ${text / 5}` };
  return group(
    { "data-part": "crosshair", "pointer-events": "none" },
    element("line", { x1: x, x2: x, y1: plot.top, y2: plot.bottom, ...line }),
    dots,
  );
}
