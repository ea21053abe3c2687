import type { PanelKindId, PanelOf } from "../../board/panelForms/registry";
import type { ResultOf, ShownPanel } from "../../panels/result";
import type { DataSet } from "../dataSet/dataSet";
import { cutoffInWords, disclaimer, type Facts, selectionInWords } from "../facts";
import { cumulativeIncidenceScript } from "./cumulativeIncidenceScript";
import { kaplanMeierScript } from "./kaplanMeierScript";
import { preamble } from "./preamble";
import { regressionScript } from "./regressionScript";
import { rComment, rText } from "./rText";

/**
 * A script for R that reads the data set, computes the curves, tests and models of the board again and stops where a number is not that of
 * the screen. Panels it cannot compute are named in a comment. Unless `counted`, how many the filters leave out is not said.
 */
export function rScript(
  data: DataSet,
  facts: Facts,
  file: string,
  { wholeMonths, counted }: { wholeMonths: boolean; counted: boolean },
): string {
  const blocks = data.panels.flatMap((shown, index) => {
    if (shown.state !== "ready") return [];
    const title = `Panel ${index + 1}: ${titleOf(shown)}`;
    const block = scripts[shown.panel.kind](shown.panel, shown.result, data);
    const head = `\n# ---- ${rComment(title).slice(2)} ${"-".repeat(Math.max(4, 90 - title.length))}`;
    if (typeof block === "string") return [head, rComment(`Not computed again: ${block}`)];
    return [head, ...block];
  });
  return `${[
    rComment(`Written by ${facts.program}. ${disclaimer}`),
    rComment(
      `${selectionInWords(facts, counted)} ${cutoffInWords(data.panels.flatMap((shown) => (shown.state === "ready" ? [shown.result] : [])))}`,
    ),
    ...(wholeMonths
      ? [rComment("Times are raised to whole months in this data set: numbers differ a little from the screen.")]
      : []),
    rComment("Run it beside the data set:  Rscript thisfile.R"),
    "",
    preamble(rText(file)),
    ...blocks,
    "",
    'cat("Every number agrees.\\n")',
  ].join("\n")}\n`;
}

const titleOf = ({ panel, result }: ShownPanel) =>
  panel.title ??
  panel.figure.title ??
  `${result.endpoint.label}${"groupLabel" in result && result.groupLabel ? ` by ${result.groupLabel}` : ""}`;

/** The commands that compute a panel again and stop where a number differs, or why there are none. */
type Script<Kind extends PanelKindId> = {
  of(panel: PanelOf<Kind>, result: ResultOf<Kind>, data: DataSet): string[] | string;
}["of"];

const everyKind: { [Kind in PanelKindId]: Script<Kind> } = {
  kaplanMeier: (panel, result, data) =>
    panel.changes !== null || panel.cut !== null
      ? "groups that change with time and searched cut-points are not in the script yet."
      : kaplanMeierScript(panel, result, data),
  cumulativeIncidence: cumulativeIncidenceScript,
  regression: regressionScript,
};
const scripts: Readonly<Record<PanelKindId, Script<PanelKindId>>> = everyKind;
