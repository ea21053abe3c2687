import { inGray } from "../../figure/inGray";
import { group, type SvgElement } from "../../figure/svg";
import { label } from "../../figure/text";
import { inks } from "../../figure/theme";
import { collisions, outside } from "../../figure/treeReading";
import { formatCount, numberInWords } from "../../format";
import { nth } from "../../numeric/nth";
import { figureTree } from "../../panels/sheet/figureTree";
import { shownKinds } from "../../panels/shownKinds";
import type { ExportedPanel } from "../exportFormat";
import { type Paper, pixelsPerMm, pixelsPerPoint, printSheet } from "../paper";
import { type PrintFigure, printFigure } from "../printFigure";
import type { Privacy } from "../privacy";
import { legendText } from "../words";

/** Several panels as one figure, with their legend; or the sentence why they cannot be one. */
export type Composed = { figure: PrintFigure; legend: string } | { refused: string };

/** No text of panels beside each other is smaller, in points. */
const leastPt = 6;
/** Narrower, in millimeters, no panel can be read. */
const narrowest = 45;
const gutter = 5 * pixelsPerMm;

/** A, B, C. */
export const letterOf = (place: number) => String.fromCharCode(65 + place);

/**
 * Panels as A, B, C in one figure as wide as the paper, in rows of `columns`: letters bold at the upper left, all texts of
 * one size, plots of curves equally wide and, within a row, on one line. Titles and captions are the legend's.
 */
export function composedFigure(
  panels: readonly ExportedPanel[],
  { paper, privacy, columns }: { paper: Paper; privacy: Privacy; columns: number },
): Composed {
  const width = paper.widthMm * pixelsPerMm;
  const cell = (width - (columns - 1) * gutter) / columns;
  const cellMm = cell / pixelsPerMm;
  if (cellMm < narrowest)
    return {
      refused: `${formatCount(columns)} columns of ${formatCount(Math.round(paper.widthMm))} mm leave ${formatCount(Math.floor(cellMm))} mm for a panel, which needs ${narrowest} mm: choose fewer columns or a wider figure.`,
    };
  const rows = Math.ceil(panels.length / columns);
  const share = (paper.heightMm * pixelsPerMm - (rows - 1) * gutter) / rows;
  const drawnAt = (textPt: number) => {
    const heightMm = Math.max(20, (share - letterRow(textPt)) / pixelsPerMm);
    return aligned(panels, { ...paper, widthMm: cellMm, heightMm, textPt }, privacy);
  };
  let textPt = paper.textPt;
  let figures = drawnAt(textPt);
  const smallest = Math.min(...figures.map((each) => each.smallestPt));
  if (smallest < leastPt) {
    textPt = Math.ceil(((textPt * leastPt) / smallest) * 20 + 1) / 20;
    figures = drawnAt(textPt);
  }
  for (const [place, { tree, width: own, height, smallestPt }] of figures.entries())
    if (smallestPt < leastPt || collisions(tree).length + outside(tree, own, height).length > 0)
      return {
        refused: `Panel ${letterOf(place)}, “${nth(panels, place).title}”, does not fit into ${formatCount(Math.floor(cellMm))} mm with no text under ${formatCount(leastPt)} pt: choose fewer columns, a wider figure, or fewer of its parts.`,
      };
  const tops: number[] = [];
  let height = 0;
  for (let row = 0; row < rows; row++) {
    tops.push(height);
    const own = figures.slice(row * columns, (row + 1) * columns);
    height += letterRow(textPt) + Math.max(...own.map((each) => each.height)) + (row + 1 < rows ? gutter : 0);
  }
  const tallest = paper.tallestMm ?? paper.heightMm;
  if (height > Math.max(tallest, paper.heightMm) * pixelsPerMm + 1)
    return {
      refused: `The panels need ${formatCount(Math.ceil(height / pixelsPerMm))} mm of height, and a page has ${formatCount(tallest)} mm: choose more columns or fewer panels.`,
    };
  const sheet = { ...printSheet({ ...paper, textPt }), width };
  const marks = figures.map((figure, place) => {
    const [x, y] = [(place % columns) * (cell + gutter), nth(tops, Math.floor(place / columns))];
    return placed(figure, letterOf(place), x, y, letterRow(textPt), textPt * pixelsPerPoint);
  });
  const spoken = panels
    .map(({ panel, result }, place) => `(${letterOf(place)}) ${shownKinds[panel.kind].sentence(result)}`)
    .join(" ");
  const tree = figureTree(sheet, height, spoken, ...marks);
  const legend = panels.map((each, place) => `(${letterOf(place)}) ${legendText(each, nth(figures, place))}`).join(" ");
  return {
    legend,
    figure: {
      width,
      height,
      tree: paper.gray ? inGray(tree) : tree,
      problems: figures.flatMap(({ problems }) => problems),
      smallestPt: Math.min(...figures.map((each) => each.smallestPt)),
      notes: [
        ...(textPt === paper.textPt
          ? []
          : [`Texts have ${numberInWords(textPt)} pt, so that none is under ${leastPt} pt.`]),
        ...new Set(figures.flatMap(({ notes }, place) => notes.map((note) => `Panel ${letterOf(place)}: ${note}`))),
      ],
    },
  };
}

const letterRow = (textPt: number) => textPt * pixelsPerPoint * 1.7;

/**
 * The panels, drawn again until the plots of curves have the same borders: those that leave room to each. Where the names
 * of one stand in a legend, those of all do, so that none is narrower for names that are not there.
 */
function aligned(panels: readonly ExportedPanel[], paper: Paper, privacy: Privacy): PrintFigure[] {
  const asChosen = drawnAlike(panels, paper, privacy);
  const inLegend = asChosen.some(({ problems }) => problems.some(({ code }) => code === "labels-in-legend"));
  return inLegend ? drawnAlike(panels.map(withLegend), paper, privacy) : asChosen;
}

const withLegend = (exported: ExportedPanel): ExportedPanel =>
  "labels" in exported.panel.figure
    ? ({
        ...exported,
        panel: { ...exported.panel, figure: { ...exported.panel.figure, labels: "legend" } },
      } as ExportedPanel)
    : exported;

function drawnAlike(panels: readonly ExportedPanel[], paper: Paper, privacy: Privacy): PrintFigure[] {
  const drawn = (inset?: Inset) =>
    panels.map((each) => printFigure(each, paper, privacy, { titleInside: false, ...(inset && { inset }) }));
  let figures = drawn();
  for (let round = 0; round < 2; round++) {
    const plots = figures.flatMap(({ plot, width, height }) =>
      plot ? [{ left: plot.left, top: plot.top, right: width - plot.right, bottom: height - plot.bottom }] : [],
    );
    if (plots.length < 2) break;
    const most = (side: keyof Inset) => Math.max(...plots.map((each) => each[side]));
    figures = drawn({ left: most("left"), top: most("top"), right: most("right"), bottom: most("bottom") });
  }
  return figures;
}

type Inset = { left: number; top: number; right: number; bottom: number };

function placed({ tree }: PrintFigure, letter: string, x: number, y: number, row: number, text: number): SvgElement {
  const inside = tree.children.filter(
    (child) => typeof child !== "string" && child.attributes["data-part"] !== "ground",
  );
  const size = text * 1.35;
  return group(
    { "data-part": "panel" },
    label(x, y + size, letter, { size, weight: 600, fill: inks.light.ink }),
    group({ transform: `translate(${x},${y + row})`, "font-size": tree.attributes["font-size"] }, inside),
  );
}
