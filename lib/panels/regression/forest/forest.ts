import { inks } from "../../../figure/theme";
import type { DrawnFigure } from "../../sheet/drawnFigure";
import { figureTree } from "../../sheet/figureTree";
import { headingMark, headingPlan, paragraph, paragraphMark } from "../../sheet/heading";
import { metricsOf, type Sheet } from "../../sheet/sheet";
import type { RegressionResult } from "../result";
import { caption, sentence, subtitle } from "../words";
import { axisMark, axisOf } from "./axis";
import { columnsOf } from "./columns";
import { emptyMark, headerMarks, labelMarks, numberMarks, ratioMark } from "./marks";
import { type Options, rowsOf } from "./rows";

/**
 * The forest plot: a square at each hazard ratio with its interval on a logarithmic axis, names and counts on the left,
 * numbers on the right. Intervals that reach beyond the axis end in an arrow. A pure function of result, options and
 * sheet.
 */
export function forestFigure(result: RegressionResult, options: Options, sheet: Sheet): DrawnFigure {
  const metrics = metricsOf(sheet);
  const { width, theme } = sheet;
  const { gap } = metrics;
  const ink = inks[theme];
  const heading = sheet.titleInside
    ? headingPlan(
        options.title ?? `${result.endpoint.label}: hazard ratios`,
        options.subtitle ?? subtitle(result),
        width - 2 * gap,
        metrics,
      )
    : null;
  const under = sheet.titleInside ? (options.caption ?? caption(result, options)) : "";
  const foot = under === "" ? null : paragraph(under, width - 2 * gap, metrics.small);
  const top = gap + (heading ? heading.height + gap : 0);
  const rows = rowsOf(result, options, top + metrics.row * 1.6, metrics);
  const columns = columnsOf(rows, options, result.level, width, metrics);
  const bottom = (rows.at(-1)?.top ?? top + metrics.row * 1.6) + (rows.at(-1)?.height ?? metrics.row * 2);
  const needed = bottom + metrics.row * 3 + (foot ? foot.height + gap * 2 : 0) + gap;
  const height = Math.max(sheet.height, needed);
  const x = axisOf(rows, options, columns);
  const drawn =
    rows.length === 0
      ? [emptyMark(width, top, metrics, ink)]
      : [
          ...headerMarks(columns, options, result, top, metrics, ink),
          ...rows.map((row) => labelMarks(row, columns, options, metrics, ink)),
          axisMark(x, columns, top + metrics.row * 1.3, bottom, metrics, ink),
          ...rows.flatMap((row) => row.marks.map((mark) => ratioMark(mark, x, columns, metrics, ink))),
          ...rows.map((row) => numberMarks(row, columns, metrics, ink)),
        ];
  const tree = figureTree(
    sheet,
    height,
    sentence(result),
    ...(heading ? headingMark(heading, gap, gap, ink) : []),
    ...drawn,
    foot && paragraphMark(foot, "caption", gap, height - gap - foot.height, ink.soft),
  );
  return { width, height, tree, problems: [] };
}
