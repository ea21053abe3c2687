import type { PanelOf } from "../../board/panelForms/registry";
import { ciInWords, formatInterval, formatRatio } from "../../format";
import { standardErrorOf } from "../coefficientInWords";
import type { NumberTable, PanelReport, TextTable } from "../report";
import { filterRows, filtersInText } from "../setting";
import { headline } from "./headline";
import { methods } from "./methods";
import type { SubgroupLine, SubgroupsResult } from "./result";
import { caption, contrast, countsText, interactionText, namedLines, ratioText, reasons, results } from "./words";

export const subgroupsReport: PanelReport<PanelOf<"subgroups">, SubgroupsResult> = {
  methods,
  headline,
  results,
  legend: (result, { figure }) =>
    `${figure.caption === null ? "" : filtersInText(result)} ${figure.caption ?? caption(result)}`.trim(),
  statistics,
  reasons,
  asTable: () => null,
  tableOnSlides: () => false,
  numbers,
  steps: () => ({ header: [], rows: [] }),
  atRisk: () => null,
  figureHoldsBack: false,
  heldBack: () => null,
  at: () => null,
  // Of a subgroup nothing is read from the back of a room but in its figure: no single one is to stand out.
  highlights: ({ overall, patients, level }) =>
    overall.ratio?.kind === "estimated"
      ? [
          {
            level: "",
            label: overall.label,
            patients,
            value: `HR ${formatRatio(overall.ratio.hazardRatio)}`,
            interval: `${ciInWords(level)} ${formatInterval(overall.ratio, formatRatio)}`,
          },
        ]
      : [],
  remarks: ({ notices }) =>
    notices
      .filter(({ code }) => code === "subgroups-many")
      .map(({ code, message, hint }) => ({ id: code, message, hint })),
  inCuts: () => [],
  compared: ({ variables }) => variables.some(({ interaction }) => interaction),
  groups: (result) =>
    namedLines(result).flatMap(({ name, line }) =>
      (["compared", "reference"] as const).map((arm) => {
        const { level, label } = result[arm];
        const { patients } = line[arm];
        return line === result.overall
          ? { level, label, patients }
          : { level: `${name}, ${level}`, label: `${name}, ${label}`, patients, part: true as const };
      }),
    ),
};

/** A line for all patients, then each column with its P of interaction and its levels under it. */
export function statistics(result: SubgroupsResult): TextTable {
  const { overall, variables, compared, reference, level, endpoint } = result;
  const cells = (line: SubgroupLine) => [countsText(line.compared), countsText(line.reference), ratioText(line)];
  return {
    caption: `${endpoint.label}, hazard ratio, ${contrast(result)}. Counts are events/patients.${filtersInText(result)}`,
    header: ["Subgroup", compared.label, reference.label, `HR (${ciInWords(level)})`, "P of interaction"],
    rows: [
      [overall.label, ...cells(overall), ""],
      ...variables.flatMap((variable) => [
        [variable.label, "", "", "", interactionText(variable)],
        ...variable.lines.map((line) => [`\u2003${line.label}`, ...cells(line), ""]),
      ]),
    ],
  };
}

function numbers(result: SubgroupsResult): NumberTable {
  const header = [
    "subgroup of",
    "level",
    "n compared",
    "events compared",
    "n reference",
    "events reference",
    "coef",
    "se",
    "hr",
    "lower",
    "upper",
    "df interaction",
    "p interaction",
  ];
  const none = (count: number) => Array.from({ length: count }, () => Number.NaN);
  const cells = ({ compared, reference, ratio }: SubgroupLine) => [
    ...[compared.patients, compared.events, reference.patients, reference.events],
    ...(ratio?.kind === "estimated"
      ? [ratio.coefficient, standardErrorOf(ratio), ratio.hazardRatio, ratio.lower, ratio.upper]
      : none(5)),
  ];
  return {
    header,
    rows: [
      [result.overall.label, "", ...cells(result.overall), ...none(2)],
      ...result.variables.flatMap(({ label, lines, interaction }) => [
        [label, "", ...none(9), interaction?.df ?? Number.NaN, interaction?.p ?? Number.NaN],
        ...lines.map((line) => [label, line.label, ...cells(line), ...none(2)]),
      ]),
      ...filterRows(result, header.length),
    ],
  };
}
