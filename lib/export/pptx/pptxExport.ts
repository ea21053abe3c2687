import type { ExportFormat } from "../exportFormat";
import { boardFileName } from "../fileName";

/** One slide a panel, in shapes, texts and tables that PowerPoint and LibreOffice edit. */
export const pptxExport: ExportFormat = {
  id: "pptx",
  label: "PowerPoint",
  about: "One slide a panel, of shapes, texts and tables that can be edited; methods in the notes",
  section: "Whole board",
  asks: [],
  holds: ["ticks", "wholeMonths", "cut"],
  async preview(request) {
    const { drawnSlides } = await loadPresentations();
    return { kind: "slides", each: "Slide", slides: drawnSlides(request).slides };
  },
  async write(request) {
    const { written } = await loadPresentations();
    const { bytes, notes } = await written(request);
    const type = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    return { files: [{ name: boardFileName(request, "pptx"), content: new Blob([bytes], { type }) }], notes };
  },
};

/** What makes slides is heavy and no part of what loads first. */
export const loadPresentations = () => import("./presentation");
