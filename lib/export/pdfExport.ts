import { counted } from "../format";
import type { ExportFormat } from "./exportFormat";
import { type FigureFile, figureFile } from "./figureFile";
import { fileName } from "./fileName";
import { heldBackBy } from "./privacy";
import { removedNote } from "./svgExport";
import { insteadOfSeeing } from "./words";

/** A vector file for print: live text in the embedded font, its size in millimeters. */
export const pdfExport: ExportFormat = {
  id: "pdf",
  label: "PDF",
  about: "Vector with live text; for the journal",
  section: "Figure",
  asks: ["width"],
  holds: ["ticks", "wholeMonths", "cut"],
  async write(request) {
    const { privacy, facts, fonts, pictures } = request;
    const file = await figureFile(request);
    if ("refused" in file) return { files: [], notes: [file.refused] };
    const [figure, ...further] = file.pages;
    const { figurePdf, readTrueType } = await loadPdf();
    const { regular, semibold } = await fonts();
    const alt = file.shown.map((each) => altOf(each, heldBackBy(privacy)?.fewest ?? null)).join(" ");
    const page = (place: number) =>
      further.length === 0 ? alt : `${alt} Page ${place + 1} of ${further.length + 1} of the figure.`;
    const { bytes, lacking, removed } = await figurePdf({
      ...figure,
      alt: page(0),
      further: further.map((each, place) => ({ ...each, alt: page(place + 1) })),
      fonts: { 400: readTrueType(regular), 600: readTrueType(semibold) },
      picture: pictures?.ofText ?? null,
      title: file.title,
      subject: file.about,
      program: facts.program,
    });
    return {
      files: [{ name: fileName(file.title, "pdf"), content: new Blob([bytes], { type: "application/pdf" }) }],
      notes: [...figure.notes, ...lackingNote(lacking, pictures !== null), ...removedNote(removed)],
    };
  },
};

/** What a panel shows, for those who do not see it; one of several begins with its letter. */
function altOf({ letter, panel }: FigureFile["shown"][number], fewest: number | null): string {
  const words = insteadOfSeeing(panel, fewest);
  const said = words === `${panel.title}.` ? words : `${panel.title}. ${words}`;
  return letter === null ? said : `(${letter}) ${said}`;
}

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
