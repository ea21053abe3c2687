import type { FigureOptions } from "../../board/figureOptions";
import { group, rounded } from "../../figure/svg";
import { inks } from "../../figure/theme";
import { nth } from "../../numeric/nth";
import type { DrawnFigure } from "../sheet/drawnFigure";
import { figureTree } from "../sheet/figureTree";
import { headingMark, headingPlan, paragraph, paragraphMark } from "../sheet/heading";
import { metricsOf, type Sheet } from "../sheet/sheet";
import { lastTimeOf } from "./axes/timeAxis";
import { valueAxis } from "./axes/valueAxis";
import { underFigure } from "./caption";
import type { Drawn, Facet } from "./drawn";
import { fewBelow } from "./fewBelow";
import { curvesFigure, type Figure } from "./figure";
import { curveColors } from "./looks";
import { visible } from "./visible";

/** A small figure among others, and where it stands. */
export interface Cell {
  facet: Facet;
  x: number;
  y: number;
  figure: Figure;
}

/** One small figure per level of the second variable, on shared axes; each with its own table, numbers and P. */
export interface MultiplesFigure extends DrawnFigure {
  cells: Cell[];
}

export function multiplesFigure(
  whole: Drawn,
  facets: readonly Facet[],
  options: FigureOptions,
  sheet: Sheet,
): MultiplesFigure {
  // Where no figure has ticks the caption must not say so, which makes it shorter.
  const ticked = laidOut(whole, facets, options, sheet, options.censorTicks);
  return ticked.ticked || !options.censorTicks ? ticked : laidOut(whole, facets, options, sheet, false);
}

function laidOut(
  whole: Drawn,
  facets: readonly Facet[],
  options: FigureOptions,
  sheet: Sheet,
  ticked: boolean,
): MultiplesFigure {
  const metrics = metricsOf(sheet);
  const { gap, small } = metrics;
  const { words } = whole;
  const inner = sheet.width - 2 * gap;
  const heading = sheet.titleInside
    ? headingPlan(options.title ?? words.title, options.subtitle ?? words.subtitle, inner, metrics)
    : null;
  const under = sheet.titleInside ? underFigure(whole, options, ticked) : "";
  const caption = under === "" ? null : paragraph(under, inner, small);
  const top = heading ? heading.height + gap * 2 : 0;
  const below = caption ? caption.height + gap * 2 : 0;
  const columns = columnsOf(facets.length, sheet.width, sheet.height - top - below, metrics.text);
  const cells = cellsOf(facets, cellOptions(whole, facets, options), sheet, columns, top, sheet.height - below);
  const bottom = Math.max(...cells.map(({ y, figure }) => y + figure.height));
  const height = Math.max(sheet.height, bottom + below);
  const ink = inks[sheet.theme];
  const tree = figureTree(
    sheet,
    height,
    words.spoken,
    heading ? headingMark(heading, gap, gap, ink) : null,
    cells.map(({ x, y, figure }, index) =>
      group({ "data-cell": index, transform: `translate(${rounded(x)} ${rounded(y)})` }, figure.tree.children),
    ),
    caption ? paragraphMark(caption, "caption", gap, height - gap - caption.height, ink.soft) : null,
  );
  const problems = new Map(cells.flatMap(({ figure }) => figure.problems.map((problem) => [problem.code, problem])));
  const colors = curveColors(whole, sheet.theme, options);
  return {
    width: sheet.width,
    height,
    tree,
    cells,
    ticks: nth(cells, 0).figure.ticks.map(({ time, x }) => ({ time, x: x + nth(cells, 0).x })),
    colors: whole.curves.map(({ key }, index) => ({ level: key.level, color: nth(colors, index) })),
    ticked: cells.some(({ figure }) => figure.ticked),
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
  return nth(
    Array.from({ length: most }, (_, index) => index + 1).sort((a, b) => shape(a) - shape(b)),
    0,
  );
}

/** What all figures share: the range of the vertical axis where it follows from the data. */
function cellOptions(whole: Drawn, facets: readonly Facet[], options: FigureOptions): FigureOptions {
  const shown = facets.map(({ drawn }) => visible(drawn, options));
  const domains = shown.map((drawn) => valueAxis(drawn, options, 5).domain);
  const range: [number, number] = [
    Math.min(...domains.map(([from]) => from)),
    Math.max(...domains.map(([, to]) => to)),
  ];
  const shared = shown.some(({ scale }) => scale.quantity === "number");
  return {
    ...options,
    caption: "",
    fadeBelow: fewBelow(whole, options),
    yRange: options.yRange ?? (shared ? range : null),
  };
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
  const last = Math.max(...facets.map(({ drawn }) => lastTimeOf(visible(drawn, options))));
  const size = { ...sheet, titleInside: true, width: sheet.width / columns, height: (bottom - top) / rows };
  const cells: Cell[] = [];
  let y = top;
  for (let row = 0; row < rows; row++) {
    const inRow = facets.slice(row * columns, (row + 1) * columns);
    const drawn = inRow.map((facet) => {
      const own = { ...options, title: facet.label, subtitle: facet.drawn.words.subtitle };
      return { facet, figure: curvesFigure(facet.drawn, own, size, null, last) };
    });
    cells.push(...drawn.map(({ facet, figure }, column) => ({ facet, figure, x: column * size.width, y })));
    y += Math.max(...drawn.map(({ figure }) => figure.height));
  }
  return cells;
}
