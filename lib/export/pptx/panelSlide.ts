import { drawingOf, type Shape } from "../../figure/drawing";
import { ellipsis } from "../../figure/text";
import { formatCount } from "../../format";
import { nth } from "../../numeric/nth";
import type { NumberTable, TextTable } from "../../panels/report";
import { colorOfLevel, type DrawnFigure, placesOfLevel } from "../../panels/sheet/drawnFigure";
import { shownKinds } from "../../panels/shownKinds";
import type { ExportedPanel, ExportRequest } from "../exportFormat";
import { cutoffInWords, disclaimer, madeBy, selectionInWords, sentences } from "../facts";
import { besideFigure, type PrintFigure, printFigure, printPages } from "../printFigure";
import { heldBackBy } from "../privacy";
import { countsInWords } from "../tables";
import { careText, legendText, methodsText, resultsText, statisticsTable, tabbed } from "../words";
import { addShape, type Origin } from "./slideShapes";
import type { Slide } from "./slideText";
import { hex, slideFont } from "./slideText";
import { addTextTable, captionTop, sharedOut } from "./tableSlides";

type Clean = (text: string) => string;

/** The figure's place on a slide of 13.33 × 7.5 inches. */
const origin: Origin = { x: 0.45, y: 1.3 };
const paper = { widthMm: 8.9 * 25.4, heightMm: 5.55 * 25.4, textPt: 11, dpi: 150 };
const perInch = 96;
const mostHighlights = 8;

/**
 * One panel, a slide for each of its pages: title, figure of editable shapes, its numbers at risk as a table, its main
 * numbers, and in the notes how it was made. A panel that is a table is one on its slides too, followed by what
 * stands beside it; rates have a table after their figure.
 */
export function addPanelSlides(
  newSlide: () => Slide,
  exported: ExportedPanel,
  request: ExportRequest,
  clean: Clean,
): string[] {
  const kind = shownKinds[exported.panel.kind];
  const fewest = heldBackBy(request.privacy)?.fewest ?? null;
  const instead = kind.asTable(exported.result, fewest);
  // A table is shared out over slides by its rows, whatever its figure would take.
  const pages = instead
    ? [printFigure(exported, paper, request.privacy, { titleInside: false })]
    : printPages(exported, paper, request.privacy, { titleInside: false });
  if (!instead)
    for (const page of pages) {
      const slide = newSlide();
      addHead(slide, exported, request, clean, "");
      addFigure(slide, exported, page, request.privacy, clean);
      addFoot(slide, exported, page, request, clean);
    }
  const table = instead ?? (kind.tableOnSlides(exported.result) ? statisticsTable(exported, fewest) : null);
  if (table) addTableSlides(newSlide, exported, table, nth(pages, 0), request, clean);
  const beside = instead && besideFigure(exported, paper, request.privacy);
  if (beside) {
    const slide = newSlide();
    addHead(slide, exported, request, clean, "");
    addShapes(slide, exported, drawingOf(beside.tree), beside, clean);
    addFoot(slide, exported, nth(pages, 0), request, clean);
  }
  return pages.flatMap((page) => page.notes);
}

/** A table on as many slides as it needs. */
function addTableSlides(
  newSlide: () => Slide,
  exported: ExportedPanel,
  table: TextTable,
  page: PrintFigure,
  request: ExportRequest,
  clean: Clean,
): void {
  const { size, parts } = sharedOut(table);
  for (const [at, rows] of parts.entries()) {
    const slide = newSlide();
    addHead(slide, exported, request, clean, at === 0 ? "" : ` (${at + 1} of ${parts.length})`);
    addTextTable(slide, table, rows, size, clean);
    const y = captionTop(table, rows.length, size);
    text(slide, clean(table.caption), { x: 0.45, y, w: 12.4, h: 0.45, fontSize: 10, color: "44536A" });
    addFoot(slide, exported, page, request, clean);
  }
}

function addHead(
  slide: Slide,
  { panel, title, result }: ExportedPanel,
  { facts }: ExportRequest,
  clean: Clean,
  part: string,
): void {
  const subtitle = panel.figure.subtitle ?? shownKinds[panel.kind].subtitle(result);
  const example = facts.example ? " · synthetic example cohort" : "";
  text(slide, clean(title + part), { x: 0.45, y: 0.25, w: 12.4, h: 0.55, fontSize: 28, bold: true, color: "0F172A" });
  text(slide, clean(subtitle + example), { x: 0.45, y: 0.82, w: 12.4, h: 0.35, fontSize: 14, color: "44536A" });
}

function addFigure(
  slide: Slide,
  exported: ExportedPanel,
  figure: PrintFigure,
  privacy: ExportRequest["privacy"],
  clean: Clean,
): void {
  const { panel, result } = exported;
  // Of small figures, and of two endpoints, the numbers at risk stay where they are drawn.
  const counts = shownKinds[panel.kind].atRisk(result, figure, heldBackBy(privacy)?.fewest ?? null);
  const table = counts?.header.some((column) => column === "subgroup" || column === "endpoint") ? null : counts;
  const shapes = drawingOf(figure.tree).filter(({ part }) => !(table && isTable(part)));
  addShapes(slide, exported, shapes, figure, clean);
  if (table) addTable(slide, table, figure, clean);
  addHighlights(slide, exported, figure, clean);
}

/** Shapes that are edited one by one, each named by its part and group. */
function addShapes(
  slide: Slide,
  { panel, result }: ExportedPanel,
  shapes: readonly Shape[],
  figure: DrawnFigure,
  clean: Clean,
): void {
  const names = new Map<number, string>();
  for (const { level, label } of shownKinds[panel.kind].groups(result))
    for (const place of placesOfLevel(figure, level)) names.set(place, label);
  for (const shape of shapes)
    if (shape.part !== "ground") addShape(slide, shape, origin, clean, clean(nameOf(shape, names)));
}

/** Where the numbers come from, and in the notes everything that is said of them. */
function addFoot(
  slide: Slide,
  exported: ExportedPanel,
  figure: PrintFigure,
  request: ExportRequest,
  clean: Clean,
): void {
  const { facts } = request;
  const foot = sentences(
    selectionInWords(facts, exported.ledger !== null),
    cutoffInWords([exported.result]),
    madeBy(facts),
    disclaimer,
  );
  text(slide, clean(foot), { x: 0.45, y: 7.05, w: 12.4, h: 0.3, fontSize: 10, color: "5D6B80" });
  slide.addNotes(clean(notesOf(exported, figure, request)));
}

const isTable = (part: string | null) => part === "table" || part === "table-group";

/** "Curve, Arm A": what the selection list of the program shows. */
function nameOf({ part, group }: Shape, names: Map<number, string>): string {
  const of = group === null ? "" : `, ${names.get(group) ?? group + 1}`;
  return `${(part ?? "figure").replace(/^./, (letter) => letter.toUpperCase())}${of}`;
}

interface Look {
  x: number;
  y: number;
  w: number;
  h: number;
  fontSize: number;
  color: string;
  bold?: boolean;
}

function text(slide: Slide, content: string, look: Look): void {
  slide.addText(content, { ...look, margin: 0, fontFace: slideFont, valign: "top", fit: "shrink" });
}

/** The numbers at risk as a table whose columns stand under the ticks of the axis. */
function addTable(slide: Slide, { rows }: NumberTable, figure: PrintFigure, clean: Clean): void {
  const ticks = figure.ticks ?? [];
  const [zero, next] = ticks;
  if (!zero || !next) return;
  const step = (next.x - zero.x) / perInch;
  const first = Math.max(0.6, zero.x / perInch - step / 2);
  const tops = drawingOf(figure.tree).flatMap((shape) =>
    shape.kind === "text" && isTable(shape.part) ? [shape.y - (shape.runs[0]?.size ?? 0)] : [],
  );
  const top = origin.y + Math.min(...tops) / perInch;
  const labels = [...new Set(rows.map(([label]) => String(label)))];
  const size = labels.length > 6 ? 8 : 10;
  const cell = (content: string, align: "left" | "center", bold = false) => ({
    text: clean(content),
    options: { align, bold, fontSize: size, color: "0F172A", fontFace: slideFont, margin: 0 },
  });
  const body = labels.map((label) => [
    cell(ellipsis(label, first * perInch, size / 0.75), "left", true),
    ...rows.filter(([of]) => of === label).map((row) => cell(countsInWords(row), "center")),
  ]);
  const what = cell("At risk (censored, events so far)", "left", true);
  const head = [{ ...what, options: { ...what.options, colspan: ticks.length + 1 } }];
  slide.addTable([head, ...body], {
    x: origin.x,
    y: top,
    w: first + step * ticks.length,
    colW: [first, ...ticks.map(() => step)],
    rowH: (size * 1.45) / 72,
    border: { type: "none" },
    margin: 0,
  });
}

function addHighlights(slide: Slide, { panel, result }: ExportedPanel, figure: PrintFigure, clean: Clean): void {
  const kind = shownKinds[panel.kind];
  const every = kind.highlights(result);
  // More of them would be too small to read; a table has them.
  const all = every.length > mostHighlights && kind.tableOnSlides(result) ? [] : every;
  const room = 5.3 / Math.max(all.length, 4);
  const scale = Math.min(1, room / 1.2);
  all.forEach(({ level, label, patients, value, interval }, index) => {
    const y = 1.4 + index * room;
    const color = hex(colorOfLevel(figure, level) ?? "#0f172a");
    const line = (content: string, size: number, offset: number, look: { color: string; bold?: boolean }) =>
      text(slide, clean(content), {
        x: 9.75,
        y: y + offset * scale,
        w: 3.15,
        h: (size * scale * 1.3) / 72,
        fontSize: size * scale,
        ...look,
      });
    line(`${label}   n = ${formatCount(patients)}`, 14, 0, { color });
    line(value, 24, 0.27, { color, bold: true });
    line(interval, 12, 0.7, { color: "44536A" });
  });
  const why = [...new Set(all.flatMap((each) => each.why ?? []))].join(" ");
  if (why !== "") text(slide, clean(why), { x: 9.75, y: 6.75, w: 3.15, h: 0.3, fontSize: 8, color: "44536A" });
}

/** What stands under the slide: results, legend, methods with the ledger, and every number beside the figure. */
function notesOf(exported: ExportedPanel, figure: PrintFigure, { facts, privacy, without }: ExportRequest): string {
  return [
    resultsText(exported),
    legendText(exported, figure),
    methodsText(exported, facts),
    tabbed(statisticsTable(exported, heldBackBy(privacy)?.fewest ?? null)),
    careText(exported),
    without.join(" "),
    `${madeBy(facts)} ${disclaimer}`,
  ]
    .filter((said) => said !== "")
    .join("\n\n");
}
