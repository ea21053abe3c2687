import { stepPath } from "../../../figure/stepPath";
import { element, group, type SvgElement } from "../../../figure/svg";
import type { KaplanMeierResult } from "../../kaplanMeier/result";
import type { Plot } from "../layout/plot";
import { drawnSteps, levelAt } from "./drawnPoints";

/** Curves frozen earlier, thin and pale behind the present ones; those of the same level in its color. */
export function ghostsMark(plot: Plot, frozen: KaplanMeierResult): SvgElement {
  const { area, metrics, inks, looks, result, y } = plot;
  const paths = frozen.groups.map(({ level, curve }) => {
    const { xs, at, to } = drawnSteps(curve, plot);
    const d = stepPath({ xs, ys: at.map((place) => y(levelAt(curve, place))), to }, area.top, area.bottom);
    const now = result.groups.findIndex((each) => each.level === level);
    return element("path", {
      d,
      stroke: now < 0 ? inks.faint : looks[now].color,
      "data-group": now < 0 ? undefined : now,
    });
  });
  return group(
    { "data-part": "ghosts", fill: "none", "stroke-width": metrics.line * 0.7, "stroke-opacity": 0.4 },
    paths,
  );
}
