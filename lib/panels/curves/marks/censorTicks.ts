import { bisectLeft, bisectRight } from "d3";
import { element, rounded, type SvgElement } from "../../../figure/svg";
import { nth } from "../../../numeric/nth";
import type { Plot } from "../plot";

export interface Tick {
  x: number;
  y: number;
}

/** Where ticks mark censored patients of a group: one per pixel, in which more could not be told apart. */
export function censorPlaces({ drawn, area, x, y, time: axis }: Plot, index: number): Tick[] {
  const { time, nCensor, value } = nth(drawn.curves, index).points;
  if (!nCensor) return [];
  const shown = bisectRight(time, axis.to);
  const ticks: Tick[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let at = axis.from > 0 ? bisectLeft(time, axis.from) : 0; at < shown; at++) {
    if (nCensor[at] === 0 || x(nth(time, at)) - last < 1) continue;
    const level = y(nth(value, at));
    if (!(level >= area.top - 1e-6 && level <= area.bottom + 1e-6)) continue;
    last = x(nth(time, at));
    ticks.push({ x: last, y: level });
  }
  return ticks;
}

export function censorMark({ looks, metrics }: Plot, index: number, ticks: Tick[]): SvgElement {
  const half = metrics.tick * 0.85;
  const d = ticks.map(({ x, y }) => `M${rounded(x)},${rounded(y - half)}v${rounded(2 * half)}`).join("");
  const look = { fill: "none", stroke: nth(looks, index).color, "stroke-width": metrics.hair * 1.2 };
  return element("path", { "data-part": "censor", "data-group": index, d, ...look });
}
