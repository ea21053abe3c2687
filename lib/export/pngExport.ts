import { serialize } from "../figure/svg";
import type { ExportFormat, ExportRequest, Written } from "./exportFormat";
import { figureFile } from "./figureFile";
import { fileName } from "./fileName";
import { withResolution } from "./pngResolution";
import { type PrintFigure, printFigure } from "./printFigure";
import { pageTitle, removedNote } from "./svgExport";

/** An image of pixels at the paper's resolution, drawn by whoever is given for it. */
export const pngExport: ExportFormat = {
  id: "png",
  label: "PNG",
  about: "Image of pixels, 150 to 1200 dpi",
  section: "Figure",
  asks: ["width", "dpi"],
  holds: ["ticks", "wholeMonths", "cut"],
  async write(request) {
    const files: Written["files"] = [];
    const notes: string[] = [];
    const file = await figureFile(request);
    if ("refused" in file) return { files: [], notes: [file.refused] };
    for (const [page, figure] of file.pages.entries()) {
      const made = await image(request, figure);
      files.push({ name: fileName(pageTitle(file.title, page), "png"), content: made.content });
      notes.push(...made.notes);
    }
    return { files, notes: [...new Set(notes)] };
  },
};

/** The same image for pasting into a slide or a mail. */
export const clipboardExport: ExportFormat = {
  ...pngExport,
  id: "clipboard",
  label: "Copy image",
  about: "The same image, for pasting",
  toClipboard: true,
  // One image is pasted, however tall.
  async write(request) {
    const { content, notes } = await image(request, printFigure(request.shown, request.paper, request.privacy));
    return { files: [{ name: fileName(request.shown.title, "png"), content }], notes };
  },
};

async function image(
  { paper, fonts, pictures }: ExportRequest,
  figure: PrintFigure,
): Promise<{ content: Blob; notes: string[] }> {
  if (!pictures) throw new Error("an image of pixels needs somebody who draws it");
  const { text, removed } = serialize(figure.tree, { embedFont: (await fonts()).webFont });
  const painted = await pictures.ofFigure(text, { width: figure.width, height: figure.height, scale: paper.dpi / 96 });
  const bytes = withResolution(new Uint8Array(await painted.arrayBuffer()), paper.dpi);
  return { content: new Blob([bytes], { type: "image/png" }), notes: [...figure.notes, ...removedNote(removed)] };
}
