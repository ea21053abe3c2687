import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { nth } from "../../../numeric/nth";
import { type Drawn, isNamed } from "../drawn";
import { drawnPoints } from "../drawnPoints";
import type { Plot } from "../plot";
import { curvePath } from "./curve";

/**
 * Curves frozen earlier, thin dots behind the present ones, which no dash of a group looks like; those of the same group
 * in its color.
 */
export function ghostsMark(plot: Plot, frozen: Drawn): SvgElement {
  const { metrics, inks, looks, drawn } = plot;
  const dot = metrics.line * 0.8;
  const paths = frozen.curves.map(({ key, points }) => {
    const d = curvePath(plot, points, drawnPoints(points, plot));
    const now = drawn.curves.findIndex((each) => isNamed(each.key, key));
    return element("path", {
      d,
      stroke: now < 0 ? inks.faint : nth(looks, now).color,
      "data-group": now < 0 ? undefined : now,
    });
  });
  return group(
    {
      "data-part": "ghosts",
      fill: "none",
      "stroke-width": dot,
      "stroke-dasharray": `${rounded(dot)} ${rounded(dot * 1.8)}`,
      "stroke-opacity": 0.65,
    },
    paths,
  );
}
