import { serialize } from "../../figure/svg";
import type { ExportFormat, Written } from "../exportFormat";
import { figureFile } from "../figureFile";
import { fileName } from "../fileName";
import { pageTitle, removedNote } from "../svgExport";

/** What packs pixels is no part of what loads first. */
export const loadTiff = () => import("./tiffFile");

/** An image of pixels as journals ask for it: on white, packed without loss, with its resolution. */
export const tiffExport: ExportFormat = {
  id: "tiff",
  label: "TIFF",
  about: "Image of pixels for journals that ask for it, 300 to 1,200 dpi, packed by LZW",
  section: "Figure",
  asks: ["width", "dpi"],
  holds: ["ticks", "wholeMonths", "cut"],
  async write(request) {
    const { paper, facts, fonts, pictures } = request;
    if (!pictures) throw new Error("an image of pixels needs somebody who draws it");
    const file = await figureFile(request);
    if ("refused" in file) return { files: [], notes: [file.refused] };
    const { pages, title } = file;
    const description = `${title}. ${file.about}`;
    const { packedStrip, tiffFile } = await loadTiff();
    const { webFont } = await fonts();
    const files: Written["files"] = [];
    const notes: string[] = [];
    for (const [page, { tree, width, height, notes: said }] of pages.entries()) {
      const { text, removed } = serialize(tree, { embedFont: webFont });
      const strips: Uint8Array[] = [];
      let rowsPerStrip = 0;
      const size = await pictures.ofRows(text, { width, height, scale: paper.dpi / 96 }, (strip) => {
        rowsPerStrip ||= strip.rows;
        strips.push(packedStrip(strip));
      });
      const bytes = tiffFile({ ...size, dpi: paper.dpi, strips, rowsPerStrip, description, software: facts.program });
      files.push({
        name: fileName(pageTitle(title, page), "tif"),
        content: new Blob([bytes], { type: "image/tiff" }),
      });
      notes.push(...said, ...removedNote(removed));
    }
    return { files, notes: [...new Set(notes)] };
  },
};
