import type { ExportFormat } from "./exportFormat";
import { boardFileName } from "./fileName";

/** The whole board as one page. */
export const htmlReportExport: ExportFormat = {
  id: "report",
  label: "HTML report",
  about: "The whole board as one page: figures, numbers, methods; it opens and prints everywhere",
  section: "Whole board",
  asks: [],
  holds: ["ticks", "wholeMonths", "cut"],
  async preview(request) {
    const { bodyOf, style } = await loadReport();
    return { kind: "page", body: bodyOf(request).body, style: style("") };
  },
  async write(request) {
    const { htmlReport } = await loadReport();
    const { text, notes } = htmlReport(request, (await request.fonts()).webFont);
    const content = new Blob([text], { type: "text/html;charset=utf-8" });
    return { files: [{ name: boardFileName(request, "html"), content }], notes };
  },
};

/** What writes it is no part of what loads first. */
export const loadReport = () => import("./htmlReport");
