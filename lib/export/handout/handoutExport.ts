import type { ExportFormat } from "../exportFormat";
import { disclaimer, madeBy } from "../facts";
import { boardFileName } from "../fileName";
import { lackingNote, loadPdf } from "../pdfExport";
import { removedNote } from "../svgExport";

/** The slides on paper, for those who sit in the room. */
export const handoutExport: ExportFormat = {
  id: "handout",
  label: "Hand-out",
  about: "A PDF of the slides, two a page, with notes and results below each",
  section: "Whole board",
  asks: [],
  holds: ["ticks", "wholeMonths", "cut"],
  async preview(request) {
    const { handoutPages } = await loadHandout();
    return { kind: "slides", each: "Page", slides: handoutPages(request).pages };
  },
  async write(request) {
    const { handoutPages, sheet } = await loadHandout();
    const { pages, notes } = handoutPages(request);
    const [first, ...further] = pages.map((tree) => ({ tree, ...sheet }));
    if (!first) throw new Error("a hand-out has a page");
    const { figurePdf, readTrueType } = await loadPdf();
    const { regular, semibold } = await request.fonts();
    const { facts, pictures } = request;
    const { bytes, lacking, removed } = await figurePdf({
      ...first,
      further,
      fonts: { 400: readTrueType(regular), 600: readTrueType(semibold) },
      picture: pictures?.ofText ?? null,
      title: "Hand-out",
      subject: `${madeBy(facts)} ${disclaimer}`,
      program: facts.program,
    });
    const content = new Blob([bytes], { type: "application/pdf" });
    return {
      files: [{ name: boardFileName(request, "hand-out.pdf"), content }],
      notes: [...notes, ...lackingNote(lacking, pictures !== null), ...removedNote(removed)],
    };
  },
};

const loadHandout = () => import("./pages");
