import { bisectLeft, bisectRight } from "d3";
import { element, rounded, type SvgElement } from "../../figure/svg";
import type { Plot } from "./plot";

/** A tick on the curve where somebody is censored; one per pixel column, in which more could not be told apart. */
export function censorTicks({ result, looks, metrics, area, x, y, time: axis }: Plot, index: number): SvgElement {
  const { time, nCensor, survival } = result.groups[index].curve;
  const shown = bisectRight(time, axis.to);
  const half = metrics.tick * 0.85;
  let d = "";
  let drawn = Number.NEGATIVE_INFINITY;
  for (let at = axis.log ? bisectLeft(time, axis.from) : 0; at < shown; at++) {
    if (nCensor[at] === 0) continue;
    const left = x(time[at]);
    const top = y(survival[at]);
    if (left - drawn < 1 || !(top >= area.top - 1e-6 && top <= area.bottom + 1e-6)) continue;
    d += `M${rounded(left)},${rounded(top - half)}v${rounded(2 * half)}`;
    drawn = left;
  }
  const look = { fill: "none", stroke: looks[index].color, "stroke-width": metrics.hair * 1.2 };
  return element("path", { "data-part": "censor", "data-group": index, d, ...look });
}
