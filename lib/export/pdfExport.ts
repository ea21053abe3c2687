import { counted } from "../format";
import type { ExportFormat } from "./exportFormat";
import { fileName } from "./fileName";
import { printPages } from "./printFigure";
import { heldBackBy } from "./privacy";
import { provenance, removedNote } from "./svgExport";
import { insteadOfSeeing } from "./words";

/** A vector file for print: live text in the embedded font, its size in millimeters. */
export const pdfExport: ExportFormat = {
  id: "pdf",
  label: "PDF",
  about: "Vector with live text; for the journal",
  section: "Figure",
  asks: ["width"],
  holds: ["ticks", "wholeMonths", "cut"],
  async write({ shown, paper, privacy, facts, fonts, pictures }) {
    const [figure, ...further] = printPages(shown, paper, privacy);
    const { figurePdf, readTrueType } = await loadPdf();
    const { regular, semibold } = await fonts();
    const words = insteadOfSeeing(shown, heldBackBy(privacy)?.fewest ?? null);
    const alt = words === `${shown.title}.` ? words : `${shown.title}. ${words}`;
    const page = (place: number) =>
      further.length === 0 ? alt : `${alt} Page ${place + 1} of ${further.length + 1} of the figure.`;
    const { bytes, lacking, removed } = await figurePdf({
      ...figure,
      alt: page(0),
      further: further.map((each, place) => ({ ...each, alt: page(place + 1) })),
      fonts: { 400: readTrueType(regular), 600: readTrueType(semibold) },
      picture: pictures?.ofText ?? null,
      title: shown.title,
      subject: provenance(shown, facts),
      program: facts.program,
    });
    return {
      files: [{ name: fileName(shown.title, "pdf"), content: new Blob([bytes], { type: "application/pdf" }) }],
      notes: [...figure.notes, ...lackingNote(lacking, pictures !== null), ...removedNote(removed)],
    };
  },
};

/** What writes a PDF is no part of what loads first. */
export const loadPdf = () => import("./pdf/figurePdf");

/** That characters stand in the file as pictures, or as empty places. */
export function lackingNote(lacking: number, pictured: boolean, file = "PDF"): string[] {
  if (lacking === 0) return [];
  const are = `${counted(lacking, "character")} ${lacking === 1 ? "is" : "are"} not in the figure’s font`;
  const them = lacking === 1 ? "it" : "them";
  return [
    pictured
      ? `${are}; the lines with ${them} are pictures in the ${file}.`
      : `${are}; the ${file} has an empty place for ${lacking === 1 ? "it" : "each"}${file === "PDF" ? `, and search finds ${them}` : ""}.`,
  ];
}
