import { inks } from "../../../figure/theme";
import type { DrawnFigure } from "../../sheet/drawnFigure";
import { figureTree } from "../../sheet/figureTree";
import { headingMark, headingPlan, paragraph, paragraphMark } from "../../sheet/heading";
import { metricsOf, pageInWords, type Sheet } from "../../sheet/sheet";
import { caption } from "../caption";
import { withoutFew } from "../heldBack";
import type { CharacteristicsResult } from "../result";
import { sentence, subtitle, titleOf } from "../words";
import { balanceInWords, balanceMarks } from "./balance";
import { dotAxis } from "./dots";
import { columnsOf, leastWidth, linePages, linesAt, type Options, type PlacedLine } from "./layout";
import { emptyMark, headerMarks, lineMarks, namesOfColumns } from "./marks";

/**
 * The table of characteristics: names and measures on the left, a column for all patients and for each group, and on
 * the right how the groups compare; where it stands alone, under it the balance plot, on a page of its own where the
 * last one is full. What a page does not hold goes on under its header on the next. Where the sheet is too narrow for its columns the texts get smaller. A pure function of result, options and
 * sheet.
 */
export function tableFigure(whole: CharacteristicsResult, options: Options, sheet: Sheet): DrawnFigure {
  const result = sheet.heldBack ? withoutFew(whole, sheet.heldBack.fewest) : whole;
  const { width, theme, text = 12 } = sheet;
  const least = leastWidth(result, metricsOf(sheet));
  const metrics = metricsOf({ ...sheet, text: text * Math.min(1, width / least) });
  const { gap } = metrics;
  const ink = { ...inks[theme], theme };
  const heading = sheet.titleInside
    ? headingPlan(
        options.title ?? titleOf(result),
        (options.subtitle ?? subtitle(result)) + pageInWords(sheet),
        width - 2 * gap,
        metrics,
      )
    : null;
  const foot = paragraph(options.caption ?? caption(result), width - 2 * gap, metrics.small);
  const top = (heading ? gap + heading.height : 0) + gap;
  const columns = columnsOf(result, options, width, metrics);
  const names = Math.max(1, ...namesOfColumns(result, columns, metrics).map(({ length }) => length));
  const header = top + metrics.text * (2.6 + 1.4 * names);
  const all = linesAt(result, columns, header, metrics);
  const { tallest = Number.POSITIVE_INFINITY, number = 0 } = sheet.page ?? {};
  const pages = linePages(all, tallest - header - gap, foot.height + 2 * gap);
  const endOf = (own: readonly PlacedLine[]) => {
    const last = own.at(-1);
    return last ? last.top + last.height : header + metrics.row * 3;
  };
  const bottom = endOf(onPage(pages.at(-1) ?? [], header));
  const needed = bottom + gap * 2 + foot.height + gap;
  const axis = dotAxis(result.rows, columns.dots);
  const plotAt = (from: number, most?: number) =>
    balanceMarks(result, { left: gap, top: from, width: width - 2 * gap, text: metrics.text, theme }, true, most);
  const under = sheet.alone && options.balance ? plotAt(needed + gap * 2) : null;
  const apart = under !== null && needed + gap * 3 + under.height > tallest;
  if (apart && number === pages.length) {
    const alone = plotAt(top, tallest - top - gap);
    const tall = Math.max(sheet.height, top + (alone?.height ?? 0) + gap);
    const head = heading ? headingMark(heading, gap, gap, ink) : [];
    return {
      width,
      height: tall,
      tree: figureTree(sheet, tall, balanceInWords(result), ...head, alone?.marks),
      problems: [],
      pages: pages.length + 1,
    };
  }
  const ends = number >= pages.length - 1;
  const lines = onPage(pages[Math.min(number, pages.length - 1)] ?? [], header);
  const plot = apart || !ends ? null : under;
  const height = Math.max(
    number === 0 ? sheet.height : 0,
    ends ? needed + (plot ? gap * 3 + plot.height : 0) : endOf(lines) + gap,
  );
  const tree = figureTree(
    sheet,
    height,
    [sentence(result), ...(plot ? [balanceInWords(result)] : [])].join(" "),
    ...(heading ? headingMark(heading, gap, gap, ink) : []),
    ...(lines.length === 0
      ? [emptyMark(width, top, metrics, ink)]
      : [
          headerMarks(result, columns, header, width, metrics, ink),
          ...lines.map((line) => lineMarks(result, line, columns, axis, width, metrics, ink)),
        ]),
    ends && lines.length > 0 && paragraphMark(foot, "caption", gap, bottom + gap * 2, ink.soft),
    plot?.marks,
  );
  const drawn: DrawnFigure = { width, height, tree, problems: [] };
  const count = pages.length + (apart ? 1 : 0);
  if (count > 1) drawn.pages = count;
  return drawn;
}

/** The lines of a page from the height at which its header ends. */
const onPage = (lines: readonly PlacedLine[], from: number): PlacedLine[] =>
  lines.map((line) => ({ ...line, top: line.top - (lines[0]?.top ?? 0) + from }));
