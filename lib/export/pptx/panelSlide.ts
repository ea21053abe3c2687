import { drawingOf, type Shape } from "../../figure/drawing";
import { ellipsis, textWidth } from "../../figure/text";
import { formatCount } from "../../format";
import { nth } from "../../numeric/nth";
import type { Highlight, TextTable } from "../../panels/report";
import { colorOfLevel, type DrawnFigure, placesOfLevel } from "../../panels/sheet/drawnFigure";
import { shownKinds } from "../../panels/shownKinds";
import type { ExportedPanel, ExportRequest } from "../exportFormat";
import { cutoffInWords, disclaimer, madeBy, selectionInWords, sentences } from "../facts";
import type { Paper } from "../paper";
import { besideFigure, type PrintFigure, printFigure, printPages } from "../printFigure";
import { heldBackBy } from "../privacy";
import { tablesOf } from "../tables";
import { careText, insteadOfSeeing, legendText, methodsText, resultsText, statisticsTable, tabbed } from "../words";
import { atRiskTable, isTable } from "./atRiskTable";
import { inFigure } from "./mendedFile";
import { addShape } from "./slideShapes";
import type { Slide, Spoken } from "./slideText";
import { hex, origin, perInch, slideFont, smallest } from "./slideText";
import { addTextTable, captionTop, sharedOut } from "./tableSlides";

type Clean = (text: string) => string;

type NewSlide = (spoken: Spoken) => Slide;

/** The figure's place on a slide of 13.33 × 7.5 inches: beside its main numbers, or over the whole width. */
const widths = { beside: 8.9, whole: 12.4 };
const heightInches = 5.55;
const paperOf = (width: keyof typeof widths, textPt = 11): Paper => ({
  widthMm: widths[width] * 25.4,
  heightMm: heightInches * 25.4,
  textPt,
  dpi: 150,
});
/** The tallest figure that ends above the line at the foot, in pixels. */
const tallest = (heightInches + 0.15) * perInch;
/** More main numbers beside a figure would be under ten points. */
const mostHighlights = 5;
const mostTicks = 10;

/**
 * One panel, a slide for each of its pages: title, figure of editable shapes, its numbers at risk as a table, its main
 * numbers, and in the notes how it was made. A panel that is a table is one on its slides too, followed by what
 * stands beside it; rates have a table after their figure, and so have more groups than fit beside it.
 */
export function addPanelSlides(
  newSlide: NewSlide,
  exported: ExportedPanel,
  request: ExportRequest,
  clean: Clean,
): string[] {
  const kind = shownKinds[exported.panel.kind];
  const fewest = heldBackBy(request.privacy)?.fewest ?? null;
  const instead = kind.asTable(exported.result, fewest);
  const every = kind.highlights(exported.result);
  const highlights = every.length > mostHighlights ? [] : every;
  const width = highlights.length > 0 ? "beside" : "whole";
  const { smallestPt } = printFigure(exported, paperOf(width), request.privacy, { titleInside: false, page: 0 });
  // Some figures have texts smaller than their others.
  const paper = smallestPt < smallest ? paperOf(width, (11.1 * smallest) / smallestPt) : paperOf(width);
  const spoken = { figure: clean(insteadOfSeeing(exported, fewest)), table: "Numbers at risk" };
  // A table is shared out over slides by its rows, whatever its figure would take.
  const pages = instead
    ? [printFigure(exported, paper, request.privacy, { titleInside: false })]
    : printPages(exported, paper, request.privacy, { titleInside: false });
  // Where so many groups leave no room, their numbers at risk stand on a slide of their own.
  const apart = pages.some(({ height }) => height > tallest) ? withoutTable(exported) : null;
  const drawn = apart ? printPages(apart, paper, request.privacy, { titleInside: false }) : pages;
  if (!instead)
    for (const [at, page] of drawn.entries()) {
      const slide = newSlide(spoken);
      addHead(slide, exported, request, clean, partOf(at, drawn.length));
      addFigure(slide, apart ?? exported, page, request.privacy, clean);
      addHighlights(slide, highlights, page, clean);
      addFoot(slide, exported, page, request, clean);
    }
  const table = instead ?? (kind.tableOnSlides(exported.result) ? statisticsTable(exported, fewest) : null);
  // A figure without curves, as a forest plot, has the numbers of its lines in it.
  const curves = nth(pages, 0).levels !== undefined;
  if (!table && curves && every.length > highlights.length)
    addTableSlides(newSlide, exported, tableOfHighlights(every), nth(pages, 0), request, clean);
  if (table) addTableSlides(newSlide, exported, table, nth(pages, 0), request, clean);
  if (apart)
    for (const each of tablesOf(exported, atFewTicks(nth(pages, 0)), request.privacy).slice(1))
      addTableSlides(newSlide, exported, each, nth(pages, 0), request, clean);
  const beside = instead && besideFigure(exported, paper, request.privacy);
  if (beside) {
    const slide = newSlide(spoken);
    addHead(slide, exported, request, clean, "");
    addShapes(slide, exported, drawingOf(beside.tree), beside, clean);
    addFoot(slide, exported, nth(pages, 0), request, clean);
  }
  return pages.flatMap((page) => page.notes);
}

/** The main number of each group where there are too many to stand beside the figure. */
const tableOfHighlights = (all: readonly Highlight[]): TextTable => ({
  caption: [...new Set(all.flatMap((each) => each.why ?? []))].join(" "),
  header: ["Group", "n", "Estimate", ""],
  rows: all.map(({ label, patients, value, interval }) => [label, formatCount(patients), value, interval]),
});

/** As many ticks as a table has room for, evenly spaced. */
function atFewTicks(page: PrintFigure): PrintFigure {
  const ticks = page.ticks ?? [];
  const every = Math.ceil(ticks.length / mostTicks);
  return { ...page, ticks: ticks.filter((_, at) => at % every === 0) };
}

/** The panel without the table under its curves; null where it has none. */
const withoutTable = (exported: ExportedPanel): ExportedPanel | null =>
  "table" in exported.panel.figure && exported.panel.figure.table.length > 0
    ? ({ ...exported, panel: { ...exported.panel, figure: { ...exported.panel.figure, table: [] } } } as ExportedPanel)
    : null;

const partOf = (at: number, parts: number) => (parts > 1 ? ` (${at + 1} of ${parts})` : "");

/** A table on as many slides as it needs. */
function addTableSlides(
  newSlide: NewSlide,
  exported: ExportedPanel,
  table: TextTable,
  page: PrintFigure,
  request: ExportRequest,
  clean: Clean,
): void {
  const { size, parts } = sharedOut(table);
  for (const [at, rows] of parts.entries()) {
    const slide = newSlide({ figure: "", table: clean(table.caption) || "Numbers of each group" });
    addHead(slide, exported, request, clean, partOf(at, parts.length));
    addTextTable(slide, table, rows, size, clean);
    const y = captionTop(table, rows.length, size);
    text(slide, clean(table.caption), { x: 0.45, y, w: 12.4, h: 0.45, fontSize: smallest, color: "44536A" }, "Caption");
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
  const name = clean(title + part);
  // A long title has smaller letters; the program would shrink it only when it is edited.
  const fontSize = textWidth(name, 28 / 0.75, 600) <= 12.4 * perInch ? 28 : 20;
  slide.addText(name, { placeholder: "title", fontSize, align: "left" });
  const said = clean(subtitle + example);
  const fits = textWidth(said, 14 / 0.75) <= 12.4 * perInch;
  const look = { x: 0.45, y: 0.82, w: 12.4, h: 0.35, fontSize: fits ? 14 : smallest, color: "44536A" };
  text(slide, said, look, "Subtitle");
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
  const parted = counts?.header.some((column) => column === "subgroup" || column === "endpoint");
  const table = counts && !parted ? atRiskTable(counts, figure, clean) : null;
  const shapes = drawingOf(figure.tree).filter(({ part }) => !(table && isTable(part)));
  addShapes(slide, exported, shapes, figure, clean);
  table?.(slide);
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
    if (shape.part !== "ground") addShape(slide, shape, origin, clean, inFigure + clean(nameOf(shape, names)));
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
  text(slide, clean(foot), { x: 0.45, y: 7.05, w: 12.4, h: 0.3, fontSize: smallest, color: "5D6B80" }, "Source");
  slide.addNotes(clean(notesOf(exported, figure, request)));
}

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

function text(slide: Slide, content: string, look: Look, objectName: string): void {
  slide.addText(content, { ...look, margin: 0, fontFace: slideFont, valign: "top", fit: "none", objectName });
}

/** The main number of each group, beside the figure: its name, never smaller than the rest, on two lines at most. */
function addHighlights(slide: Slide, all: readonly Highlight[], figure: PrintFigure, clean: Clean): void {
  const [x, w, room] = [9.75, 3.15, 5.3 / Math.max(all.length, 4)];
  all.forEach(({ level, label, patients, value, interval }, index) => {
    const color = hex(colorOfLevel(figure, level) ?? "#0f172a");
    const size = `   n = ${formatCount(patients)}`;
    const widthOf = (content: string, points: number) => textWidth(content, points / 0.75) * 1.08;
    const free = 1.8 * w * perInch - widthOf(size, 12);
    const name = clean(label);
    const points = widthOf(name + size, 14) <= w * perInch ? 14 : 12;
    const line = (content: string, fontSize: number, look: { color: string; bold?: boolean }) => ({
      text: content,
      options: { fontSize, fontFace: slideFont, breakLine: true, ...look },
    });
    slide.addText(
      [
        line(`${points === 14 ? name : ellipsis(name, free, 16)}${size}`, points, { color }),
        line(clean(value), 24, { color, bold: true }),
        line(clean(interval), 12, { color: "44536A" }),
      ],
      { x, y: 1.35 + index * room, w, h: room, margin: 0, valign: "top", fit: "none", objectName: `Median, ${name}` },
    );
  });
  const why = [...new Set(all.flatMap((each) => each.why ?? []))].join(" ");
  if (why !== "")
    text(slide, clean(why), { x: 9.75, y: 6.5, w, h: 0.5, fontSize: smallest, color: "44536A" }, "Why not known");
}

/** What stands under the slide: results, legend, methods with the ledger, and every number beside the figure. */
function notesOf(exported: ExportedPanel, figure: PrintFigure, { facts, privacy, without }: ExportRequest): string {
  return [
    exported.panel.notes.trim(),
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
