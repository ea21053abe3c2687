import { inks } from "../../../figure/theme";
import type { DrawnFigure } from "../../sheet/drawnFigure";
import { figureTree } from "../../sheet/figureTree";
import { headingMark, headingPlan, paragraph, paragraphMark } from "../../sheet/heading";
import { metricsOf, type Sheet } from "../../sheet/sheet";
import { caption } from "../caption";
import { withoutFew } from "../heldBack";
import type { CharacteristicsResult } from "../result";
import { sentence, subtitle, titleOf } from "../words";
import { dotAxis } from "./dots";
import { columnsOf, leastWidth, linesAt, type Options } from "./layout";
import { emptyMark, headerMarks, lineMarks, namesOfColumns } from "./marks";

/**
 * The table of characteristics: names and measures on the left, a column for all patients and for each group, and on
 * the right how the groups compare. Where the sheet is too narrow for its columns the texts get smaller. A pure function
 * of result, options and sheet.
 */
export function tableFigure(whole: CharacteristicsResult, options: Options, sheet: Sheet): DrawnFigure {
  const result = sheet.heldBack ? withoutFew(whole, sheet.heldBack.fewest) : whole;
  const { width, theme, text = 12 } = sheet;
  const least = leastWidth(result, metricsOf(sheet));
  const metrics = metricsOf({ ...sheet, text: text * Math.min(1, width / least) });
  const { gap } = metrics;
  const ink = { ...inks[theme], theme };
  const heading = sheet.titleInside
    ? headingPlan(options.title ?? titleOf(result), options.subtitle ?? subtitle(result), width - 2 * gap, metrics)
    : null;
  const foot = paragraph(options.caption ?? caption(result), width - 2 * gap, metrics.small);
  const top = (heading ? gap + heading.height : 0) + gap;
  const columns = columnsOf(result, options, width, metrics);
  const names = Math.max(1, ...namesOfColumns(result, columns, metrics).map(({ length }) => length));
  const header = top + metrics.text * (2.6 + 1.4 * names);
  const lines = linesAt(result, columns, header, metrics);
  const last = lines.at(-1);
  const bottom = last ? last.top + last.height : header + metrics.row * 3;
  const needed = bottom + gap * 2 + foot.height + gap;
  const height = Math.max(sheet.height, needed);
  const axis = dotAxis(result.rows, columns.dots);
  const tree = figureTree(
    sheet,
    height,
    sentence(result),
    ...(heading ? headingMark(heading, gap, gap, ink) : []),
    ...(lines.length === 0
      ? [emptyMark(width, top, metrics, ink)]
      : [
          headerMarks(result, columns, header, width, metrics, ink),
          ...lines.map((line) => lineMarks(result, line, columns, axis, width, metrics, ink)),
        ]),
    lines.length > 0 && paragraphMark(foot, "caption", gap, bottom + gap * 2, ink.soft),
  );
  return { width, height, tree, problems: [] };
}
