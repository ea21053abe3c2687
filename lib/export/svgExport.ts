import { element, serialize } from "../figure/svg";
import { counted } from "../format";
import type { ExportFormat } from "./exportFormat";
import { type FigureFile, figureFile } from "./figureFile";
import { fileName } from "./fileName";
import { loadOutlined } from "./outlined/load";
import { pixelsPerMm } from "./paper";
import type { PrintFigure } from "./printFigure";

/** A vector file that opens alone: live text, the font inside, its size in millimeters. */
export const svgExport: ExportFormat = {
  id: "svg",
  label: "SVG",
  about: "Vector with live text; for editing",
  section: "Figure",
  asks: ["width", "letters"],
  holds: ["ticks", "wholeMonths", "cut"],
  async write(request) {
    const { webFont, regular, semibold } = await request.fonts();
    const file = await figureFile(request);
    if ("refused" in file) return { files: [], notes: [file.refused] };
    const { pages, title } = file;
    const made = pages.map((page) => svgFile(file, webFont, page));
    if (request.paper.outlined) {
      const { outlinedSvg, readTrueType } = await loadOutlined();
      const faces = { 400: readTrueType(regular), 600: readTrueType(semibold) };
      for (const [place, page] of pages.entries()) {
        const { tree, kept } = outlinedSvg(page.tree, faces);
        const notes = [...page.notes, ...(kept > 0 ? [keptNote(kept)] : [])];
        made[place] = svgFile(file, kept > 0 ? webFont : undefined, { ...page, tree, notes });
      }
    }
    return {
      files: made.map(({ text }, page) => ({
        name: fileName(pageTitle(title, page), "svg"),
        content: new Blob([text], { type: "image/svg+xml" }),
      })),
      notes: [...new Set(made.flatMap(({ notes }) => notes))],
    };
  },
};

const keptNote = (kept: number) =>
  `${counted(kept, "character")} ${kept === 1 ? "is" : "are"} not in the figure’s font; the lines with ${kept === 1 ? "it" : "them"} stay text.`;

/** The title for the file of a page, from 0: the first has none of its own. */
export const pageTitle = (title: string, page: number): string => (page === 0 ? title : `${title} ${page + 1}`);

/** The file's text, of one page. */
export function svgFile(
  { title, about: from }: Pick<FigureFile, "title" | "about">,
  font: string | undefined,
  page: PrintFigure,
): { text: string; notes: string[] } {
  const { tree, width, height, notes } = page;
  const size = { width: millimeters(width), height: millimeters(height) };
  const about = [element("title", {}, title), element("desc", {}, from)];
  const file = { ...tree, attributes: { ...tree.attributes, ...size }, children: [...about, ...tree.children] };
  const { text, removed } = serialize(file, font === undefined ? {} : { embedFont: font });
  return { text, notes: [...notes, ...removedNote(removed)] };
}

export function removedNote(removed: number): string[] {
  if (removed === 0) return [];
  return [`${counted(removed, "character")} that no such file can hold ${removed === 1 ? "was" : "were"} left out.`];
}

const millimeters = (pixels: number) => `${Math.round((pixels / pixelsPerMm) * 100) / 100}mm`;
