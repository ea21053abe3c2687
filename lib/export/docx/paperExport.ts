import type { ExportFormat } from "../exportFormat";
import { boardFileName } from "../fileName";

/** The board as the draft of a paper: methods, results, flow of patients, tables, figures with legends, and checklists. */
export const paperExport: ExportFormat = {
  id: "paper",
  label: "Word, a paper’s draft",
  about: "Methods, results, flow of patients, tables, figures with legends, and reporting checklists",
  section: "Whole board",
  asks: [],
  holds: ["ticks", "wholeMonths", "cut"],
  async preview(request) {
    const { bodyOf, style } = await loadPaper();
    return { kind: "page", body: bodyOf(request), style };
  },
  async write(request) {
    const { written } = await loadPaper();
    const { content, notes } = await written(request);
    return { files: [{ name: boardFileName(request, "docx"), content }], notes };
  },
};

/** What makes documents is heavy and no part of what loads first. */
export const loadPaper = () => import("./paperDocument");
