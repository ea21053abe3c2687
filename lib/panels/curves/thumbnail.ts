import { defaultFigureOptions, type FigureOptions } from "../../board/figureOptions";
import { element, rounded, type SvgElement } from "../../figure/svg";
import type { Theme } from "../../figure/theme";
import type { KaplanMeierResult } from "../kaplanMeier/result";
import { bothEndpoints } from "../kaplanMeier/secondEndpoint";
import { metricsOf } from "../sheet/sheet";
import { timeAxis } from "./axes/timeAxis";
import { valueAxis } from "./axes/valueAxis";
import { plotOf } from "./layout/plot";
import { bandMark } from "./marks/band";
import { curveMark } from "./marks/curve";
import { drawnSteps } from "./marks/drawnPoints";

/** The curves and bands alone, small: what a panel looks like in the row of panels, whose words stand beside it. */
export function thumbnail(
  whole: KaplanMeierResult,
  { width, height }: { width: number; height: number },
  theme: Theme,
  given: FigureOptions = defaultFigureOptions,
): SvgElement {
  const result = bothEndpoints(whole);
  const options = { ...given, dashes: false };
  const metrics = { ...metricsOf({ width, height, theme, text: 9 }), line: 1.6 };
  const area = { left: 1, top: 2, right: width - 1, bottom: height - 1.5 };
  const axes = { time: timeAxis(result, options, width, width / 4), value: valueAxis(result, options, 3) };
  const plot = plotOf(result, options, { width, height, theme }, { area, metrics, ...axes }, result);
  const steps = result.groups.map(({ curve }) => drawnSteps(curve, plot));
  const frame = `M${area.left},${area.top}V${rounded(area.bottom)}H${rounded(area.right)}`;
  return element(
    "svg",
    { width, height, viewBox: `0 0 ${rounded(width)} ${rounded(height)}`, "aria-hidden": "true" },
    element("path", { d: frame, stroke: plot.inks.grid, fill: "none" }),
    options.band ? steps.map((each, index) => bandMark(plot, index, each)) : [],
    steps.map((each, index) => curveMark(plot, index, each)),
  );
}
