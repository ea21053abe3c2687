import type { ExportFormat } from "../exportFormat";
import { fileName } from "../fileName";

/** The tables of a panel for a manuscript, with its legend, what was found and how it was computed. */
export const wordExport: ExportFormat = {
  id: "docx",
  label: "Word",
  about: "Every table of the panel, with its legend, results and methods",
  section: "Numbers",
  asks: [],
  holds: ["cut"],
  async preview(request) {
    const { bodyOf, style } = await loadWord();
    return { kind: "page", body: bodyOf(request), style };
  },
  async write(request) {
    const { written } = await loadWord();
    const { content, notes } = await written(request);
    return { files: [{ name: fileName(request.shown.title, "docx"), content }], notes };
  },
};

/** What makes documents is heavy and no part of what loads first. */
export const loadWord = () => import("./wordDocument");
