import { plainWriting, writtenAs } from "../format";
import type { NumberTable } from "../panels/report";
import { shownKinds } from "../panels/shownKinds";
import { csvRow } from "./csvRow";
import type { ExportFormat, ExportRequest } from "./exportFormat";
import { madeBy, selectionInWords } from "./facts";
import { fileName } from "./fileName";
import { printFigure } from "./printFigure";
import { heldBackBy } from "./privacy";

/** The steps of the curves as numbers, for checking and for other programs. */
export const stepsExport = csvOf(
  { id: "steps", label: "CSV, curves", about: "Every step at full precision", holds: ["wholeMonths", "cut"] },
  ({ shown, privacy }) => {
    const report = shownKinds[shown.panel.kind];
    const held = heldBackBy(privacy);
    if (!held) return report.steps(shown.result);
    const result = report.heldBack(shown.result, held);
    return result && report.steps(result);
  },
);

/** The table under the figure, at the ticks of its axis. */
export const atRiskExport = csvOf(
  { id: "at-risk", label: "CSV, numbers at risk", about: "At the ticks of the axis", holds: ["cut"] },
  ({ shown, paper, privacy }) => {
    const held = heldBackBy(privacy);
    const fewest = held?.fewest ?? null;
    const report = shownKinds[shown.panel.kind];
    if (held && fewest !== null && report.heldBack(shown.result, held) === null) return null;
    return report.atRisk(shown.result, printFigure(shown, paper, privacy), fewest);
  },
);

/** Every number beside the figure. */
export const statisticsExport = csvOf(
  { id: "statistics", label: "CSV, statistics", about: "Medians, tests, ratios", holds: [] },
  ({ shown: { panel, result } }) =>
    withReasons(shownKinds[panel.kind].numbers(result), shownKinds[panel.kind].reasons(result)),
);

/** Why a number is NA, one a line. */
const withReasons = ({ header, rows }: NumberTable, reasons: readonly string[]): NumberTable => ({
  header,
  rows: [...rows, ...reasons.map((reason) => [`note: ${reason}`, ...header.slice(1).map(() => Number.NaN)])],
});

function csvOf(
  about: Pick<ExportFormat, "id" | "label" | "about" | "holds">,
  tableOf: (request: ExportRequest) => NumberTable | null,
): ExportFormat {
  const textOf = (request: ExportRequest): string | null => {
    const made = () => {
      const table = tableOf(request);
      return table && csvText(withFacts(table, request));
    };
    return writtenAs(plainWriting, made);
  };
  return {
    ...about,
    section: "Numbers",
    asks: [],
    forMachines: true,
    preview: async (request) => ({ kind: "table", text: textOf(request) }),
    async write(request) {
      const text = textOf(request);
      if (text === null)
        return {
          files: [],
          notes: ["This kind of panel has no such table, or cannot hold back what is to be held back."],
        };
      const content = new Blob([text], { type: "text/csv;charset=utf-8" });
      return { files: [{ name: fileName(`${request.shown.title}, ${about.id}`, "csv"), content }], notes: [] };
    },
  };
}

/**
 * Every line with what a number of it is worth nothing without, as last columns: a file of one panel is passed on alone,
 * and readers of its first columns by name stay right.
 */
function withFacts({ header, rows }: NumberTable, { shown, facts }: ExportRequest): NumberTable {
  const { endpoint } = shown.result;
  const about: [string, string][] = [
    ...(endpoint
      ? ([
          ["endpoint", endpoint.label],
          ["unit", endpoint.unit],
        ] as [string, string][])
      : []),
    ["population", selectionInWords(facts, shown.ledger !== null)],
    ["program", madeBy(facts)],
  ];
  // A table that says of each line which endpoint it is of keeps that.
  const added = about.filter(([name]) => !header.includes(name));
  return {
    header: [...header, ...added.map(([name]) => name)],
    rows: rows.map((row) => [...row, ...added.map(([, value]) => value)]),
  };
}

/** The table as a CSV file; NA where there is no number. */
export const csvText = ({ header, rows }: NumberTable): string =>
  [csvRow(header), ...rows.map(csvRow), ""].join("\r\n");
