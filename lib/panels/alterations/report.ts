import type { PanelOf } from "../../board/panelForms/registry";
import { classNames } from "../../cohort/genes";
import { ciInWords, counted, formatCount, formatP, inSentence } from "../../format";
import type { NumberTable, PanelReport, TextTable } from "../report";
import { filterRows, filtersInText } from "../setting";
import { whyRatio } from "../whyUnknown";
import { headline } from "./headline";
import { methods } from "./methods";
import type { AlterationsResult, Share } from "./result";
import { caption, limitsInWords, percentOf, ratioText, results, shareInWords } from "./words";

export const alterationsReport: PanelReport<PanelOf<"alterations">, AlterationsResult> = {
  methods,
  headline,
  results,
  legend: (result, { figure }) =>
    `${counted(result.patients, "patient")}.${figure.caption === null ? "" : filtersInText(result)} ${figure.caption ?? caption(result, figure)}`,
  statistics,
  reasons: ({ survival }) => [
    ...new Set((survival?.lines ?? []).flatMap(({ gene, ratio }) => whyRatio(ratio, `hazard ratio of ${gene}`))),
  ],
  asTable: () => null,
  tableOnSlides: () => true,
  numbers,
  steps: classCounts,
  atRisk: () => null,
  figureHoldsBack: false,
  heldBack: () => null,
  at: () => null,
  remarks: ({ notices }) =>
    notices.flatMap(({ code, message, hint }) =>
      code === "genes-many" || code === "genes-few-tested" ? [{ id: code, message, hint }] : [],
    ),
  inCuts: () => [],
  compared: () => false,
  highlights: ({ genes, level }) =>
    genes.slice(0, 3).map((line) => ({
      level: line.gene,
      label: line.gene,
      patients: line.tested,
      value: percentOf(line),
      interval: `${shareInWords(line)}, ${ciInWords(level)} ${limitsInWords(line)}%`,
    })),
  groups: ({ groups, groupLabel }) => (groupLabel === null ? [] : groups),
};

/**
 * Of each gene how often it is altered, by group, and survival by it. Where few patients are altered, or few are not, in
 * one of a gene's counts, all of them are held back under `fewest`: they add up.
 */
function statistics(result: AlterationsResult, fewest: number | null = null): TextTable {
  const few = ({ altered, tested }: Share) =>
    fewest !== null && [altered, tested - altered].some((count) => count > 0 && count < fewest);
  const { genes, groups, groupLabel, survival, endpoint, level } = result;
  const grouped = groupLabel !== null;
  const times = new Map(survival?.lines.map((line) => [line.gene, line]));
  return {
    caption: `Gene aberrations of ${counted(result.patients, "patient")}${endpoint && survival ? `; ${inSentence(endpoint.label)} of altered against wild type` : ""}.${grouped ? " P of groups: Fisher’s exact test." : ""}${grouped || survival ? " q: Benjamini–Hochberg." : ""}${filtersInText(result)}`,
    header: [
      ...["Gene", "Altered/tested", `% (${ciInWords(level)})`],
      ...(grouped ? [...groups.map(({ label }) => label), "P of groups", "q of groups"] : []),
      ...(survival ? ["Events", `HR (${ciInWords(level)})`, "Log-rank P", "Log-rank q"] : []),
    ],
    rows: genes.map((line) => {
      const own = times.get(line.gene);
      const held = few(line) || line.byGroup.some(few);
      const limits = line.tested === 0 ? "–" : `${percentOf(line)} (${limitsInWords(line)})`;
      return [
        line.gene,
        held ? `held back: fewer than ${fewest}` : shareInWords(line),
        held ? "" : limits,
        ...(grouped
          ? [
              ...line.byGroup.map((share) => (held ? "" : `${shareInWords(share)} (${percentOf(share)})`)),
              pText(line.p),
              pText(line.q),
            ]
          : []),
        ...(survival
          ? own
            ? [formatCount(own.events), ratioText(own.ratio), pText(own.p), pText(own.q)]
            : ["", "", "", ""]
          : []),
      ];
    }),
  };
}

const pText = (p: number): string => (Number.isNaN(p) ? "" : formatP(p));

const header = ["quantity", "group", "value", "lower", "upper", "p", "q"];

function numbers(result: AlterationsResult): NumberTable {
  const none = Number.NaN;
  const line = (quantity: string, group: string, value: number, lower = none, upper = none, p = none, q = none) => [
    ...[quantity, group, value, lower, upper, p, q],
  ];
  const { genes, groups, pairs, survival } = result;
  return {
    header,
    rows: [
      ...genes.flatMap((gene) => [
        line(`${gene.gene} altered`, "", gene.altered),
        line(`${gene.gene} tested`, "", gene.tested),
        line(`${gene.gene} share`, "", gene.estimate, gene.lower, gene.upper),
        ...gene.byGroup.flatMap(({ altered, tested }, place) => [
          line(`${gene.gene} altered by group`, groups[place]?.label ?? "", altered),
          line(`${gene.gene} tested by group`, groups[place]?.label ?? "", tested),
        ]),
        ...(Number.isNaN(gene.p) ? [] : [line(`${gene.gene} by group`, "", none, none, none, gene.p, gene.q)]),
      ]),
      ...pairs.flatMap(({ a, b, both, onlyA, onlyB, neither, oddsRatio, p, q }) => [
        line(`${a} and ${b}, both`, "", both),
        line(`${a} and ${b}, first alone`, "", onlyA),
        line(`${a} and ${b}, second alone`, "", onlyB),
        line(`${a} and ${b}, neither`, "", neither),
        line(`${a} and ${b}, odds ratio`, "", oddsRatio, none, none, p, q),
        line(`${a} and ${b}, log2 odds ratio`, "", Math.log2(oddsRatio)),
      ]),
      ...(survival?.lines ?? []).flatMap(({ gene, tested, altered, events, eventsAltered, ratio, p, q }) => [
        line(`${gene} survival, patients`, "", tested),
        line(`${gene} survival, altered`, "", altered),
        line(`${gene} survival, events`, "", events),
        line(`${gene} survival, events of altered`, "", eventsAltered),
        ...(ratio?.kind === "estimated"
          ? [line(`${gene} survival, hazard ratio`, "", ratio.hazardRatio, ratio.lower, ratio.upper)]
          : []),
        line(`${gene} survival, log-rank`, "", none, none, none, p, q),
      ]),
      ...filterRows(result, header.length),
    ],
  };
}

/** Patients by gene and class, of the classes counted. */
function classCounts({ genes }: AlterationsResult): NumberTable {
  return {
    header: ["gene", "class", "patients", "tested"],
    rows: genes.flatMap(({ gene, classes, tested }) =>
      classes.map(({ of, count }) => [gene, classNames[of], count, tested]),
    ),
  };
}
