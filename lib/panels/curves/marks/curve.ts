import { stepPath } from "../../../figure/stepPath";
import { element, group, type SvgElement } from "../../../figure/svg";
import type { Plot } from "../layout/plot";
import { type DrawnSteps, levelAt, stretches } from "./drawnPoints";

export const fadedOpacity = 0.5;

/** The step curve of one group, drawn only while somebody is at risk; paler where few are. */
export function curveMark(plot: Plot, index: number, steps: DrawnSteps): SvgElement {
  const { result, looks, metrics, area, options, x, y } = plot;
  const { curve } = result.groups[index];
  const { color, dash } = looks[index];
  const paths = stretches(curve, steps, options.fadeBelow, x).map(({ steps: { xs, at, to }, faded }) => {
    const ys = at.map((place) => y(levelAt(curve, place)));
    const d = stepPath({ xs, ys, to }, area.top, area.bottom);
    return d && element("path", { d, "stroke-opacity": faded ? fadedOpacity : undefined });
  });
  const look = { fill: "none", stroke: color, "stroke-width": metrics.line, "stroke-dasharray": dash(metrics.line) };
  return group({ "data-part": "curve", "data-group": index, ...look, "stroke-linejoin": "miter" }, paths);
}
