import { inks } from "../../../figure/theme";
import { type Problem, problem } from "../../../result";
import type { DrawnFigure } from "../../sheet/drawnFigure";
import { figureTree } from "../../sheet/figureTree";
import { headingMark, headingPlan, paragraph, paragraphMark } from "../../sheet/heading";
import { metricsOf, pageInWords, type Sheet } from "../../sheet/sheet";
import type { RegressionResult } from "../result";
import { caption, sentence, subtitle } from "../words";
import { axisMark, axisOf } from "./axis";
import { type Columns, columnsOf } from "./columns";
import { emptyMark, headerMarks, labelMarks, numberMarks, ratioMark } from "./marks";
import { type Options, pagesOf, rowsOf } from "./rows";

/**
 * The forest plot: a square at each hazard ratio with its interval on a logarithmic axis, names and counts on the left,
 * numbers on the right. Intervals that reach beyond the axis end in an arrow. What a page does not hold goes on under its
 * header on the next, on the same axis. A pure function of result, options and sheet.
 */
export function forestFigure(result: RegressionResult, options: Options, sheet: Sheet): DrawnFigure {
  const metrics = metricsOf(sheet);
  const { width, theme } = sheet;
  const { gap } = metrics;
  const ink = inks[theme];
  const heading = sheet.titleInside
    ? headingPlan(
        options.title ?? `${result.endpoint.label}: hazard ratios`,
        (options.subtitle ?? subtitle(result)) + pageInWords(sheet),
        width - 2 * gap,
        metrics,
      )
    : null;
  const said = sheet.titleInside ? (options.caption ?? caption(result, options)) : "";
  const foot = said === "" ? null : paragraph(said, width - 2 * gap, metrics.small);
  const top = gap + (heading ? heading.height + gap : 0);
  const start = top + metrics.row * 1.6;
  const under = metrics.row * 3 + (foot ? foot.height + gap * 2 : 0) + gap;
  const every = rowsOf(result.lines, options, start, metrics);
  const { tallest = Number.POSITIVE_INFINITY, number = 0 } = sheet.page ?? {};
  const pages = pagesOf(every, tallest - start - under);
  const rows = rowsOf(pages[Math.min(number, pages.length - 1)] ?? [], options, start, metrics);
  const columns = columnsOf(every, options, result.level, width, metrics);
  const bottom = (rows.at(-1)?.top ?? start) + (rows.at(-1)?.height ?? metrics.row * 2);
  const height = pages.length > 1 ? bottom + under : Math.max(sheet.height, bottom + under);
  const x = axisOf(every, options, columns);
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
  return {
    width,
    height,
    tree,
    problems: rows.length === 0 ? [] : withoutRoom(columns, options),
    ...(pages.length > 1 ? { pages: pages.length } : {}),
  };
}

/** Which numbers of the table the figure has no room for. */
function withoutRoom({ p, counts }: Columns, options: Options): Problem[] {
  const lacking = [...(options.counts && counts === 0 ? ["events and patients"] : []), ...(p === 0 ? ["P"] : [])];
  if (lacking.length === 0) return [];
  const hint = "Make the figure wider or its texts smaller; the table beside it has them.";
  return [problem("forest-columns", `There is no room for ${lacking.join(" and ")}.`, hint)];
}
