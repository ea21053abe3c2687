import { formatCount } from "../format";
import type { NumberTable, TextTable } from "../panels/report";
import { shownKinds } from "../panels/shownKinds";
import type { ExportedPanel } from "./exportFormat";
import type { PrintFigure } from "./printFigure";
import { heldBackBy, type Privacy } from "./privacy";
import { statisticsTable } from "./words";

/** Every table of a panel as it is read: the one beside its figure, and the numbers at risk at the ticks drawn. */
export function tablesOf(exported: ExportedPanel, figure: PrintFigure, privacy: Privacy): TextTable[] {
  const fewest = heldBackBy(privacy)?.fewest ?? null;
  const { panel, result } = exported;
  const atRisk = shownKinds[panel.kind].atRisk(result, figure, fewest);
  return [
    statisticsTable(exported, fewest),
    ...(atRisk && atRisk.rows.length > 0 && figure.ticks ? [atRiskTable(atRisk, figure.ticks)] : []),
  ];
}

/** Groups below each other, the ticks of the axis beside each other. */
function atRiskTable({ header, rows }: NumberTable, ticks: NonNullable<PrintFigure["ticks"]>): TextTable {
  const nameOf = (row: readonly (string | number)[]) =>
    [...["subgroup", "endpoint"].map((column) => row[header.indexOf(column)] ?? ""), row[0]]
      .filter((name) => name !== "")
      .join(", ");
  const names = [...new Set(rows.map(nameOf))];
  return {
    caption: "Numbers at risk (censored, events so far).",
    header: ["At", ...ticks.map(({ time }) => formatCount(time))],
    rows: names.map((name) => [name, ...rows.filter((row) => nameOf(row) === name).map(countsInWords)]),
  };
}

/** "22 (4, 3)": at risk, and censored and events so far. */
export function countsInWords([, , ...cells]: readonly (string | number)[]): string {
  const counts = cells.filter((cell) => typeof cell === "number");
  const [first = "–", ...others] = counts.map((count) => (Number.isNaN(count) ? "–" : formatCount(Number(count))));
  return first === "–" || others.length === 0 ? first : `${first} (${others.join(", ")})`;
}
