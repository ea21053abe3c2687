import { element, group, type SvgElement } from "../../figure/svg";
import { wrap } from "../../figure/text";
import { nth } from "../../numeric/nth";
import type { ExportRequest } from "../exportFormat";
import { pixelsPerPoint } from "../paper";
import { drawnSlides } from "../pptx/drawnSlides";
import { toSay } from "../words";

const perMm = 96 / 25.4;
/** A4 upright; lengths in pixels. */
export const sheet = { width: 210 * perMm, height: 297 * perMm };
const margin = 14 * perMm;
const foot = 6 * perMm;
const bottom = sheet.height - margin - foot;
const side = 25 * perMm;
const width = sheet.width - 2 * side;
const slideSize = { width: 13.333 * 96, height: 7.5 * 96 };
const scale = width / slideSize.width;
const slideHeight = slideSize.height * scale;
/** Two slides a page, where what is said of the first leaves room. */
const half = (bottom - margin) / 2;
const size = 8.5 * pixelsPerPoint;
const leading = 1.35 * size;
const gap = 3 * perMm;

/** A slide with what is said of it, or words alone. */
interface Item {
  slide: SvgElement | null;
  said: readonly string[];
}

/**
 * The board's slides on paper, two a page, each with what there is to say of it; what does not fit below a slide goes on overleaf, and
 * nothing is cut. The notes are what is to be known of the slides.
 */
export function handoutPages(request: ExportRequest): { pages: SvgElement[]; notes: string[] } {
  const notes: string[] = [];
  const items = request.panels.flatMap((panel): Item[] => {
    const drawn = drawnSlides({ ...request, panels: [panel] });
    notes.push(...drawn.notes);
    return drawn.slides.map((slide, at) => ({ slide, said: at === 0 ? toSay(panel) : [] }));
  });
  if (request.without.length > 0) items.push({ slide: null, said: request.without });
  const pages = placed(items);
  return { pages: pages.map((parts, at) => pageOf(parts, at + 1, pages.length)), notes: [...new Set(notes)] };
}

function placed(items: readonly Item[]): SvgElement[][] {
  const pages: SvgElement[][] = [[]];
  let y = margin;
  const place = (part: SvgElement) => nth(pages, pages.length - 1).push(part);
  const turn = () => {
    pages.push([]);
    y = margin;
  };
  for (const { slide, said } of items) {
    const lines = said.flatMap((paragraph) => wrap(paragraph, width, size));
    const needed = (slide ? slideHeight + gap : 0) + lines.length * leading;
    if (y > margin && y + needed > bottom) turn();
    const begun = { y, page: pages.length };
    if (slide) {
      place(framed(slide, y));
      y += slideHeight + gap;
    }
    for (const line of lines) {
      if (y + leading > bottom) turn();
      place(element("text", { x: side, y: y + size, "font-size": size, fill: "#0f172a" }, line));
      y += leading;
    }
    // The slide that stands second does so at the same place on every page.
    y = pages.length === begun.page ? Math.max(y + gap, begun.y + half) : y + gap;
  }
  return pages;
}

const framed = (slide: SvgElement, y: number): SvgElement =>
  group(
    { transform: `translate(${side},${y}) scale(${scale})` },
    slide.children.filter((child) => typeof child !== "string"),
    element("rect", { ...slideSize, fill: "none", stroke: "#c5ced8", "stroke-width": 1 }),
  );

function pageOf(parts: SvgElement[], page: number, pages: number): SvgElement {
  const at = { x: sheet.width - side, y: sheet.height - margin, "text-anchor": "end", "font-size": size };
  return element(
    "svg",
    { viewBox: `0 0 ${sheet.width} ${sheet.height}`, "font-family": "Inter, Arial, Helvetica, sans-serif" },
    element("rect", { ...sheet, fill: "#ffffff" }),
    parts,
    element("text", { ...at, fill: "#5d6b80" }, `${page} of ${pages}`),
  );
}
