import type { NumberTable } from "../panels/report";
import { panelReports } from "../panels/reports";
import { csvRow } from "./csvRow";
import type { ExportFormat, ExportRequest } from "./exportFormat";
import { fileName } from "./fileName";
import { printFigure } from "./printFigure";

/** The steps of the curves as numbers, for checking and for other programs. */
export const stepsExport = csvOf("steps", "CSV, curves", "Every step at full precision", ({ shown }) =>
  panelReports[shown.panel.kind].steps(shown.result),
);

/** The table under the figure, at the ticks of its axis. */
export const atRiskExport = csvOf("at-risk", "CSV, numbers at risk", "At the ticks of the axis", (request) => {
  const { shown, paper, privacy } = request;
  return panelReports[shown.panel.kind].atRisk(shown.result, printFigure(shown, paper, privacy));
});

/** Every number beside the figure. */
export const statisticsExport = csvOf("statistics", "CSV, statistics", "Medians, tests, ratios", ({ shown }) =>
  panelReports[shown.panel.kind].numbers(shown.result),
);

function csvOf(
  id: string,
  label: string,
  about: string,
  tableOf: (request: ExportRequest) => NumberTable | null,
): ExportFormat {
  return {
    id,
    label,
    about,
    section: "Numbers",
    asks: [],
    async write(request) {
      const table = tableOf(request);
      if (!table) return { files: [], notes: ["This kind of panel has no such table."] };
      const content = new Blob([csvText(table)], { type: "text/csv;charset=utf-8" });
      return { files: [{ name: fileName(`${request.shown.title}, ${id}`, "csv"), content }], notes: [] };
    },
  };
}

/** The table as a CSV file; NA where there is no number. */
export const csvText = ({ header, rows }: NumberTable): string =>
  [csvRow(header), ...rows.map(csvRow), ""].join("\r\n");
