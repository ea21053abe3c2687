import { linePath } from "../../../figure/linePath";
import { stepPath } from "../../../figure/stepPath";
import { element, group, type SvgElement } from "../../../figure/svg";
import { nth } from "../../../numeric/nth";
import { valueAt } from "../drawn";
import type { DrawnPoints } from "../drawnPoints";
import type { Plot } from "../plot";

/** The curve of one group, drawn only while somebody is at risk. */
export function curveMark(plot: Plot, index: number, points: DrawnPoints): SvgElement {
  const { drawn, looks, metrics } = plot;
  const curve = nth(drawn.curves, index).points;
  const { color, dash } = nth(looks, index);
  const d = curvePath(plot, curve, points);
  const look = { fill: "none", stroke: color, "stroke-width": metrics.line, "stroke-dasharray": dash(metrics.line) };
  return group({ "data-part": "curve", "data-group": index, ...look, "stroke-linejoin": "miter" }, [
    d && element("path", { d }),
  ]);
}

/** Path of a curve through the points drawn, in the shape of its kind. */
export function curvePath(
  { drawn, area, y }: Plot,
  curve: Plot["drawn"]["curves"][number]["points"],
  { xs, at, to }: DrawnPoints,
): string {
  const ys = at.map((place) => y(valueAt(drawn, curve, place)));
  if (drawn.shape === "line") return linePath(xs, ys, area.top, area.bottom);
  return stepPath({ xs, ys, to }, area.top, area.bottom);
}
