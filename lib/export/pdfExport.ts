import type { ExportFormat } from "./exportFormat";
import { fileName } from "./fileName";
import { textPicture } from "./fonts";
import { figurePdf } from "./pdf/figurePdf";
import { readTrueType } from "./pdf/trueType";
import { printFigure } from "./printFigure";
import { provenance, removedNote } from "./svgExport";

/** A vector file for print: live text in the embedded font, its size in millimeters. */
export const pdfExport: ExportFormat = {
  id: "pdf",
  label: "PDF",
  about: "Vector with live text; for the journal",
  section: "Figure",
  asks: ["width"],
  holds: ["ticks", "wholeMonths", "cut"],
  async write({ shown, paper, privacy, facts, fonts }) {
    const figure = printFigure(shown, paper, privacy);
    const { regular, semibold } = await fonts();
    const { bytes, pictured, removed } = await figurePdf({
      ...figure,
      fonts: { 400: readTrueType(regular), 600: readTrueType(semibold) },
      picture: textPicture,
      title: shown.title,
      subject: provenance(shown, facts),
      program: facts.program,
    });
    return {
      files: [{ name: fileName(shown.title, "pdf"), content: new Blob([bytes], { type: "application/pdf" }) }],
      notes: [...figure.notes, ...picturedNote(pictured), ...removedNote(removed)],
    };
  },
};

function picturedNote(pictured: number): string[] {
  if (pictured === 0) return [];
  return [
    `${pictured} ${pictured === 1 ? "character is" : "characters are"} not in the figure’s font; the lines with ${pictured === 1 ? "it" : "them"} are pictures in the PDF.`,
  ];
}
