import type { ExportFormat, Written } from "../exportFormat";
import { madeBy } from "../facts";
import { figureFile } from "../figureFile";
import { fileName } from "../fileName";
import { lackingNote } from "../pdfExport";
import { pageTitle, removedNote } from "../svgExport";
import { loadOutlined } from "./load";

/** Vector for journals that ask for PostScript: every letter is an outline. */
export const epsExport: ExportFormat = {
  id: "eps",
  label: "EPS",
  about: "Vector, letters as outlines; for journals that ask for it",
  section: "Figure",
  asks: ["width"],
  holds: ["ticks", "wholeMonths", "cut"],
  async write(request) {
    const { facts, fonts, pictures } = request;
    const file = await figureFile(request);
    if ("refused" in file) return { files: [], notes: [file.refused] };
    const { pages, title } = file;
    const { figureEps, readTrueType } = await loadOutlined();
    const { regular, semibold } = await fonts();
    const faces = { 400: readTrueType(regular), 600: readTrueType(semibold) };
    const files: Written["files"] = [];
    const notes: string[] = [];
    for (const [page, figure] of pages.entries()) {
      const picture = pictures?.ofText ?? null;
      const { text, lacking, removed } = await figureEps({
        ...figure,
        faces,
        picture,
        title,
        program: madeBy(facts),
      });
      const content = new Blob([text], { type: "application/postscript" });
      files.push({ name: fileName(pageTitle(title, page), "eps"), content });
      notes.push(...figure.notes, ...lackingNote(lacking, pictures !== null, "EPS"), ...removedNote(removed));
    }
    return { files, notes: [...new Set(notes)] };
  },
};
