import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { nth } from "../../../numeric/nth";
import type { Plot } from "../plot";

/** Guide lines from 50% to each curve's median and down to the time axis; none for a median that is not reached. */
export function medianLines({ drawn, looks, metrics, inks, area, time, x, y }: Plot): SvgElement | null {
  const half = y(0.5);
  if (!(half >= area.top && half <= area.bottom)) return null;
  const reached = drawn.curves.flatMap(({ median }, index) =>
    median?.kind === "reached" && median.time <= time.to && median.time >= time.from
      ? [{ index, x: x(median.time) }]
      : [],
  );
  if (reached.length === 0) return null;
  const across = Math.max(...reached.map((each) => each.x));
  const dash = `${rounded(metrics.hair * 3)} ${rounded(metrics.hair * 3)}`;
  const look = { "stroke-width": metrics.hair, "stroke-dasharray": dash, fill: "none" };
  return group(
    { "data-part": "median-lines" },
    element("path", { d: `M${rounded(area.left)},${rounded(half)}H${rounded(across)}`, stroke: inks.faint, ...look }),
    reached.map((each) =>
      element("path", {
        "data-group": each.index,
        d: `M${rounded(each.x)},${rounded(half)}V${rounded(area.bottom)}`,
        stroke: nth(looks, each.index).color,
        ...look,
      }),
    ),
  );
}
