import type { PanelKindId } from "../board/panelForms/registry";
import { drawingOf } from "../figure/drawing";
import { inGray } from "../figure/inGray";
import { counted, formatCount, numberInWords } from "../format";
import type { PanelResult } from "../panels/result";
import type { DrawnFigure } from "../panels/sheet/drawnFigure";
import type { Sheet } from "../panels/sheet/sheet";
import { shownKinds } from "../panels/shownKinds";
import type { ExportedPanel } from "./exportFormat";
import { type Paper, pixelsPerMm, pixelsPerPoint, printSheet, smallestPt } from "./paper";
import { heldBackBy, type Privacy } from "./privacy";
import { smallGroups } from "./smallGroups";

/** A figure laid out for paper, with what is to be known of it. */
export interface PrintFigure extends DrawnFigure {
  /** Of the smallest text, in points. */
  smallestPt: number;
  notes: string[];
}

/** Every page of the panel's figure, none taller than the paper allows. */
export function printPages(
  exported: ExportedPanel,
  paper: Paper,
  privacy: Privacy,
  { titleInside } = { titleInside: true },
): [PrintFigure, ...PrintFigure[]] {
  const page = (number: number) => printFigure(exported, paper, privacy, { titleInside, page: number });
  const first = page(0);
  return [first, ...Array.from({ length: (first.pages ?? 1) - 1 }, (_, further) => page(further + 1))];
}

/**
 * The panel's result and options that are on the screen, laid out again at the paper's own size: one page of several,
 * or all on one, however tall.
 */
export function printFigure(
  { panel, title, result }: ExportedPanel,
  paper: Paper,
  privacy: Privacy,
  { titleInside, page = null, inset }: { titleInside: boolean; page?: number | null } & Pick<Sheet, "inset"> = {
    titleInside: true,
  },
): PrintFigure {
  const heldBack = heldBackBy(privacy);
  const unticked = privacy.ticks ? {} : { censorTicks: false };
  const options = { ...panel.figure, title, ...unticked, ...(heldBack?.wholeMonths ? { medianLines: false } : {}) };
  const figure = shownKinds[panel.kind].figure(result, options, {
    ...printSheet(paper, page),
    titleInside,
    heldBack,
    ...(inset && { inset }),
  });
  const sizes = drawingOf(figure.tree).flatMap((shape) =>
    shape.kind === "text" ? shape.runs.map(({ size }) => size / pixelsPerPoint) : [],
  );
  const smallest = Math.round(Math.min(...sizes) * 10) / 10;
  const notes = [...figure.problems.map(({ message }) => message), ...heldBackNotes(panel.kind, result, privacy)];
  if (paper.gray && tellsByColor.has(panel.kind))
    notes.push("Without color the categories of this kind of panel can look alike.");
  const { pages = 1 } = figure;
  if (pages > 1) notes.push(`The figure has ${counted(pages, "page")}.`);
  if (smallest < smallestPt)
    notes.push(`The smallest text has ${numberInWords(smallest)} pt; journals ask for at least ${smallestPt}.`);
  return { ...figure, ...(paper.gray && { tree: inGray(figure.tree) }), smallestPt: smallest, notes };
}

/** That a figure is higher than was asked for, where it is; of one on several pages each is as high as it needs. */
export function heightNote({ height, pages = 1 }: DrawnFigure, { heightMm }: Paper): string[] {
  const high = Math.round(height / pixelsPerMm);
  if (pages > 1 || high <= Math.round(heightMm)) return [];
  return [
    `The figure is ${formatCount(high)} mm high, not ${formatCount(Math.round(heightMm))}: what is in it needs the room. Smaller texts or a greater width need less.`,
  ];
}

/** Kinds whose categories are told by their color alone. */
const tellsByColor: ReadonlySet<PanelKindId> = new Set(["response", "alterations"]);

/** What stands beside the figure on the screen, laid out on a sheet of its own; null where nothing does. */
export function besideFigure({ panel, result }: ExportedPanel, paper: Paper, privacy: Privacy): DrawnFigure | null {
  const sheet = { ...printSheet(paper), titleInside: false, heldBack: heldBackBy(privacy) };
  return shownKinds[panel.kind].beside?.(result, panel.figure, sheet) ?? null;
}

function heldBackNotes(kind: PanelKindId, result: PanelResult, privacy: Privacy): string[] {
  if (!heldBackBy(privacy)) return [];
  const report = shownKinds[kind];
  if (!report.figureHoldsBack) return ["This kind of panel holds nothing back: every time and count is in it."];
  const { wholeMonths, cut, smallest } = privacy;
  const notes: string[] = [];
  if (wholeMonths) notes.push("Steps are drawn at the ends of months; the numbers are those of the exact times.");
  if (cut)
    notes.push(
      `Curves end where fewer than ${smallest} are at risk; a dash stands for a count under ${smallest} and those that give it away.`,
    );
  const undrawn = cut ? smallGroups(report.groups(result), smallest) : [];
  if (undrawn.length > 0) notes.push(`Without a curve: ${undrawn.map(({ label }) => label).join(", ")}.`);
  return notes;
}
