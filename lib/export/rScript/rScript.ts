import type { Board, Panel } from "../../board/board";
import type { PanelResult } from "../../panels/result";
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
  board: Board,
  data: DataSet,
  facts: Facts,
  file: string,
  { wholeMonths, counted }: { wholeMonths: boolean; counted: boolean },
): string {
  const blocks = board.panels.flatMap((panel, index) => {
    const outcome = data.panels[index];
    if (outcome?.state !== "ready") return [];
    const title = `Panel ${index + 1}: ${titleOf(panel, outcome.result)}`;
    const block = blockOf(panel, outcome.result, data);
    const head = `\n# ---- ${rComment(title).slice(2)} ${"-".repeat(Math.max(4, 90 - title.length))}`;
    if (typeof block === "string") return [head, rComment(`Not computed again: ${block}`)];
    return [head, ...block];
  });
  return `${[
    rComment(`Written by ${facts.program}. ${disclaimer}`),
    rComment(`${selectionInWords(facts, counted)} ${cutoffInWords(facts)}`),
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

const titleOf = (panel: Panel, result: PanelResult) =>
  panel.title ??
  panel.figure.title ??
  `${result.endpoint.label}${"groupLabel" in result && result.groupLabel ? ` by ${result.groupLabel}` : ""}`;

function blockOf(panel: Panel, result: PanelResult, data: DataSet): string[] | string {
  if (panel.kind === "kaplanMeier" && (panel.changes !== null || panel.cut !== null))
    return "groups that change with time and searched cut-points are not in the script yet.";
  if (panel.kind === "kaplanMeier" && result.kind === "kaplanMeier") return kaplanMeierScript(panel, result, data);
  if (panel.kind === "cumulativeIncidence" && result.kind === "cumulativeIncidence")
    return cumulativeIncidenceScript(panel, result, data);
  if (panel.kind === "regression" && result.kind === "regression") return regressionScript(panel, result, data);
  return "this kind of panel is not in the script yet.";
}
