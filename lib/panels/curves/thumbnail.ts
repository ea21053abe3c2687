import { defaultFigureOptions } from "../../board/figureOptions";
import { element, rounded, type SvgElement } from "../../figure/svg";
import type { Theme } from "../../figure/theme";
import { metricsOf } from "../sheet/sheet";
import { timeAxis } from "./axes/timeAxis";
import { valueAxis } from "./axes/valueAxis";
import type { Drawn } from "./drawn";
import { drawnPoints } from "./drawnPoints";
import { bandMark } from "./marks/band";
import { curveMark } from "./marks/curve";
import { plotOf } from "./plot";

const options = { ...defaultFigureOptions, dashes: false };

/** The curves and bands alone, small: what a panel looks like in the row of panels, whose words stand beside it. */
export function thumbnail(
  drawn: Drawn,
  { width, height }: { width: number; height: number },
  theme: Theme,
): SvgElement {
  const metrics = { ...metricsOf({ width, height, theme, text: 9 }), line: 1.6 };
  const area = { left: 1, top: 2, right: width - 1, bottom: height - 1.5 };
  const axes = { time: timeAxis(drawn, options, width, width / 4), value: valueAxis(drawn, options, 3) };
  const plot = plotOf(drawn, options, { width, height, theme }, { area, metrics, ...axes });
  const points = drawn.curves.map((curve) => drawnPoints(curve.points, plot));
  const frame = `M${area.left},${area.top}V${rounded(area.bottom)}H${rounded(area.right)}`;
  return element(
    "svg",
    { width, height, viewBox: `0 0 ${rounded(width)} ${rounded(height)}`, "aria-hidden": "true" },
    element("path", { d: frame, stroke: plot.inks.grid, fill: "none" }),
    points.map((each, index) => bandMark(plot, index, each)),
    points.map((each, index) => curveMark(plot, index, each)),
  );
}
