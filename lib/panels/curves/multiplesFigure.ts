import type { FigureOptions } from "../../board/figureOptions";
import { element, group, rounded, type SvgElement } from "../../figure/svg";
import { fontFamily, inks } from "../../figure/theme";
import type { Problem } from "../../result";
import type { Facet, KaplanMeierResult } from "../kaplanMeier/result";
import { multiplesSentence } from "../kaplanMeier/sentence";
import { generatedCaption, generatedSubtitle, generatedTitle } from "../kaplanMeier/words";
import { headingMark, headingPlan, paragraph, paragraphMark } from "../sheet/heading";
import { metricsOf, type Sheet } from "../sheet/sheet";
import { lastTime } from "./axes/timeAxis";
import { valueAxis } from "./axes/valueAxis";
import { type Figure, kaplanMeierFigure } from "./figure";
import { groupColors } from "./looks";
import { visible } from "./visible";

/** A small figure among others, and where it stands. */
export interface Cell {
  facet: Facet;
  x: number;
  y: number;
  figure: Figure;
}

/** One small figure per level of the second variable, on shared axes; each with its own table, numbers and P. */
export interface MultiplesFigure {
  width: number;
  height: number;
  tree: SvgElement;
  cells: Cell[];
  /** Times that have a number on the axis, the same in all, and where they stand in the first. */
  ticks: Figure["ticks"];
  /** Of the groups, which are the same in all. */
  colors: string[];
  spoken: string;
  problems: Problem[];
}

export function multiplesFigure(
  result: KaplanMeierResult,
  facets: readonly Facet[],
  options: FigureOptions,
  sheet: Sheet,
): MultiplesFigure {
  const metrics = metricsOf(sheet);
  const { gap, small } = metrics;
  const inner = sheet.width - 2 * gap;
  const title = options.title ?? generatedTitle(result);
  const heading = sheet.titleInside
    ? headingPlan(title, options.subtitle ?? generatedSubtitle(result), inner, metrics)
    : null;
  const words = sheet.titleInside ? (options.caption ?? generatedCaption(result, options)) : "";
  const caption = words === "" ? null : paragraph(words, inner, small);
  const top = heading ? heading.height + gap * 2 : 0;
  const below = caption ? caption.height + gap * 2 : 0;
  const columns = columnsOf(facets.length, sheet.width, sheet.height - top - below, metrics.text);
  const cells = cellsOf(facets, cellOptions(facets, options), sheet, columns, top, sheet.height - below);
  const bottom = Math.max(...cells.map(({ y, figure }) => y + figure.height));
  const height = Math.max(sheet.height, bottom + below);
  const spoken = multiplesSentence(result, facets);
  const ink = inks[sheet.theme];
  const root = {
    width: sheet.width,
    height,
    viewBox: `0 0 ${rounded(sheet.width)} ${rounded(height)}`,
    role: "img",
    "aria-label": spoken,
    "font-family": fontFamily,
    "font-size": metrics.text,
  };
  const tree = element(
    "svg",
    root,
    element("rect", { "data-part": "ground", width: sheet.width, height, fill: ink.surface }),
    heading ? headingMark(heading, gap, gap, ink) : null,
    cells.map(({ x, y, figure }, index) =>
      group({ "data-cell": index, transform: `translate(${rounded(x)} ${rounded(y)})` }, figure.tree.children),
    ),
    caption ? paragraphMark(caption, "caption", gap, height - gap - caption.height, ink.soft) : null,
  );
  const problems = new Map(cells.flatMap(({ figure }) => figure.problems.map((problem) => [problem.code, problem])));
  return {
    ...{ width: sheet.width, height, tree, cells, spoken },
    ticks: cells[0].figure.ticks.map(({ time, x }) => ({ time, x: x + cells[0].x })),
    colors: groupColors(result, sheet.theme, options),
    problems: [...problems.values()],
  };
}

/** As many columns as leave each figure legible, in rows that are as even as can be. */
function columnsOf(count: number, width: number, height: number, text: number): number {
  const most = Math.max(1, Math.min(count, Math.floor(width / (text * 26))));
  const shape = (columns: number) => {
    const [w, h] = [width / columns, height / Math.ceil(count / columns)];
    return Math.abs(Math.log(w / h / 1.35));
  };
  return Array.from({ length: most }, (_, index) => index + 1).sort((a, b) => shape(a) - shape(b))[0];
}

/** What all figures share: the end of the time axis, and the range of the other where it follows from the data. */
function cellOptions(facets: readonly Facet[], options: FigureOptions): FigureOptions {
  const drawn = facets.map(({ result }) => visible(result, options));
  const domains = drawn.map((result) => valueAxis(result, options, 5).domain);
  const range: [number, number] = [
    Math.min(...domains.map(([from]) => from)),
    Math.max(...domains.map(([, to]) => to)),
  ];
  const shared = options.scale === "cumulativeHazard" || options.scale === "logLog";
  return { ...options, caption: "", yRange: options.yRange ?? (shared ? range : null) };
}

function cellsOf(
  facets: readonly Facet[],
  options: FigureOptions,
  sheet: Sheet,
  columns: number,
  top: number,
  bottom: number,
): Cell[] {
  const rows = Math.ceil(facets.length / columns);
  const last = Math.max(...facets.map(({ result }) => lastTime(visible(result, options))));
  const size = { ...sheet, titleInside: true, width: sheet.width / columns, height: (bottom - top) / rows };
  const cells: Cell[] = [];
  let y = top;
  for (let row = 0; row < rows; row++) {
    const inRow = facets.slice(row * columns, (row + 1) * columns);
    const drawn = inRow.map((facet) => {
      const own = { ...options, title: facet.label, subtitle: generatedSubtitle(facet.result) };
      return { facet, figure: kaplanMeierFigure(facet.result, own, size, null, last) };
    });
    cells.push(...drawn.map(({ facet, figure }, column) => ({ facet, figure, x: column * size.width, y })));
    y += Math.max(...drawn.map(({ figure }) => figure.height));
  }
  return cells;
}
