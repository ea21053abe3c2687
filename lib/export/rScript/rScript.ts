import { type PanelKindId, type PanelOf, panelForms } from "../../board/panelForms/registry";
import { formatCount } from "../../format";
import type { ResultOf, ShownPanel } from "../../panels/result";
import type { DataSet } from "../dataSet/dataSet";
import { cutoffInWords, disclaimer, type Facts, madeBy, selectionInWords, sentences } from "../facts";
import { alterationsScript } from "./alterationsScript";
import { characteristicsScript } from "./characteristicsScript";
import { type Check, checkedBy, closedBy } from "./checked";
import { cumulativeIncidenceScript } from "./cumulativeIncidenceScript";
import { kaplanMeierScript } from "./kaplanMeier/kaplanMeierScript";
import type { Block } from "./patientsInR";
import { preamble } from "./preamble";
import { regressionScript } from "./regression/regressionScript";
import { responseScript } from "./response/responseScript";
import { rComment, rText, rTexts } from "./rText";
import { scoresInR } from "./scoresInR";
import { subgroupsScript } from "./subgroupsScript";

/** A script, and how many of the numbers in the tables beside the figures it compares. */
export interface RScript {
  text: string;
  /** "114 of 120 numbers are compared; not compared: Panel 1, upper limit of …". */
  compares: string;
}

/**
 * A script for R that reads the data set, computes the curves, tests and models of the board again and stops where a
 * number is not that of the screen. It counts the numbers compared, and names the others and the panels it cannot
 * compute. Unless `counted`, how many the filters leave out is not said.
 */
export function rScript(
  data: DataSet,
  facts: Facts,
  file: string,
  { wholeMonths, counted, without = [] }: { wholeMonths: boolean; counted: boolean; without?: readonly string[] },
): RScript {
  const blocks = data.panels.flatMap((shown, index) =>
    shown.state === "ready" ? [blockOf(shown, `Panel ${index + 1}`, data)] : [],
  );
  const sum = (of: (block: (typeof blocks)[number]) => number) => blocks.reduce((total, block) => total + of(block), 0);
  const shown = sum((block) => block.shown);
  const others = blocks.flatMap((block) => block.others);
  const compares = `${formatCount(sum((block) => block.compared))} of ${formatCount(shown)} numbers are compared${others.length > 0 ? `; not compared: ${others.join("; ")}` : ""}.`;
  const needs = [
    ...new Set(
      blocks.flatMap(({ further }) =>
        further ? [`${further.compared} of them where the package ${further.needs} is installed`] : [],
      ),
    ),
  ];
  const text = `${[
    rComment(`Written by ${madeBy(facts)} ${disclaimer}`),
    rComment(
      sentences(
        selectionInWords(facts, counted),
        cutoffInWords(data.panels.flatMap((each) => (each.state === "ready" ? [each.result] : []))),
      ),
    ),
    ...(wholeMonths
      ? [rComment("Times are raised to whole months in this data set: numbers differ a little from the screen.")]
      : []),
    ...without.map(rComment),
    rComment("Run it beside the data set:  Rscript thisfile.R"),
    rComment(`Of the tables beside the figures, ${compares}${needs.length > 0 ? ` (${needs.join(", ")}.)` : ""}`),
    "",
    preamble(rText(file)),
    `shown <- ${shown}`,
    "agreed <- 0",
    `others <- ${others.length > 0 ? rTexts(others) : "character(0)"}`,
    ...scoresInR(data),
    ...blocks.flatMap(({ lines }) => lines),
    "",
    "if (!interactive()) invisible(dev.off())",
    "print(sessionInfo())",
    'cat("\\n", agreed, " of ", shown, " numbers checked and equal.", sep = "")',
    'cat(if (agreed == shown) " Every number agrees.\\n" else paste0(" Not checked: ", paste(others, collapse = "; "), ".\\n"))',
  ].join("\n")}\n`;
  return { text, compares };
}

interface Compared {
  lines: string[];
  shown: number;
  compared: number;
  others: string[];
  further: { needs: string; compared: number } | null;
}

/** The commands of one panel, which count what they compare. */
function blockOf(shown: ShownPanel, name: string, data: DataSet): Compared {
  const title = `${name}: ${titleOf(shown)}`;
  const head = `\n# ---- ${rComment(title).slice(2)} ${"-".repeat(Math.max(4, 90 - title.length))}`;
  const block = scripts[shown.panel.kind](shown.panel, shown.result, data);
  const all = checkedBy(typeof block === "string" ? [] : everyCheck(block), shown);
  if (typeof block === "string")
    return {
      lines: [head, rComment(`Not computed again: ${block}`)],
      shown: all.shown,
      compared: 0,
      others: [`${name}, all ${formatCount(all.shown)}`],
      further: null,
    };
  const parts = [{ name: "", lines: block.lines, checks: block.checks }, ...(block.parts ?? [])];
  // A number that several comparisons hold counts with the first.
  let compared = 0;
  const closed = parts.flatMap((part, place) => {
    const upTo = checkedBy(
      parts.slice(0, place + 1).flatMap(({ checks }) => checks),
      shown,
    ).compared;
    const own = upTo - compared;
    compared = upTo;
    return [...(place > 0 ? ["", rComment(`---- ${part.name}`)] : []), ...part.lines, ...closedBy(part.checks, own)];
  });
  const more = all.compared - compared;
  return {
    lines: [head, ...closed, ...(block.further ? furtherInR(block.further, more, name) : [])],
    shown: all.shown,
    compared: all.compared,
    others: all.others.map((other) => `${name}, ${other}`),
    further: block.further ? { needs: block.further.needs, compared: more } : null,
  };
}

const everyCheck = ({ checks, parts = [], further }: Block): Check[] => [
  ...checks,
  ...parts.flatMap((part) => part.checks),
  ...(further?.checks ?? []),
];

function furtherInR({ needs, lines, checks }: NonNullable<Block["further"]>, compared: number, name: string): string[] {
  return [
    `if (requireNamespace("${needs}", quietly = TRUE)) {`,
    ...[...lines, ...closedBy(checks, compared)].map((line) => `  ${line}`),
    "} else {",
    `  others <- c(others, ${rText(`${name}, ${compared} for which R needs ${needs}`)})`,
    "}",
  ];
}

const titleOf = ({ panel, result }: ShownPanel) =>
  panel.title ??
  panel.figure.title ??
  `${result.endpoint?.label ?? panelForms[panel.kind].label}${"groupLabel" in result && result.groupLabel ? ` by ${result.groupLabel}` : ""}`;

/** The commands that compute a panel again and stop where a number differs, or why there are none. */
type Script<Kind extends PanelKindId> = {
  of(panel: PanelOf<Kind>, result: ResultOf<Kind>, data: DataSet): Block | string;
}["of"];

const everyKind: { [Kind in PanelKindId]: Script<Kind> } = {
  kaplanMeier: kaplanMeierScript,
  cumulativeIncidence: cumulativeIncidenceScript,
  regression: regressionScript,
  subgroups: subgroupsScript,
  response: responseScript,
  characteristics: characteristicsScript,
  alterations: alterationsScript,
};
const scripts: Readonly<Record<PanelKindId, Script<PanelKindId>>> = everyKind;
