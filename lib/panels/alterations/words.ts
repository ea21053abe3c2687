import type { PanelOf } from "../../board/panelForms/registry";
import { classNames } from "../../cohort/genes";
import {
  ciInWords,
  counted,
  decimals,
  formatCount,
  formatInterval,
  formatP,
  formatPercent,
  formatRatio,
  limitOfP,
  listed,
  pInWords,
} from "../../format";
import type { Coefficient } from "../../survival";
import { coefficientInWords, coefficientParts } from "../coefficientInWords";
import { filtersInText, filtersInTitle, leftOutInWords } from "../setting";
import type { AlterationsResult, GeneLine, GenePair, GeneSurvival, Share } from "./result";

/** "75 patients · genes from mutations.csv". */
export function subtitle(result: AlterationsResult): string {
  const { patients, sources } = result;
  const from = sources.length === 0 ? "" : ` · genes from ${listed(sources)}`;
  return `${counted(patients, "patient")}${from} · not tested is not wild type${filtersInTitle(result)}`;
}

/** "67%". */
export const percentOf = ({ altered, tested }: Share): string => (tested === 0 ? "–" : formatPercent(altered / tested));

/** "49/75". */
export const shareInWords = ({ altered, tested }: Share): string => `${formatCount(altered)}/${formatCount(tested)}`;

/** "53–76", percent. */
export const limitsInWords = ({ lower, upper }: Pick<GeneLine, "lower" | "upper">): string =>
  Number.isNaN(lower) ? "" : formatInterval({ lower, upper }, (share) => decimals(share * 100, 0));

/** The figure in words. */
export function sentence(result: AlterationsResult): string {
  const { genes, patients, level, survival, endpoint } = result;
  if (genes.length === 0) return `Gene aberrations of ${counted(patients, "patient")}: no genes yet.`;
  const shares = genes
    .slice(0, 20)
    .map((line) => `${line.gene} ${percentOf(line)} (${shareInWords(line)}, ${limitsInWords(line)}%)`);
  const more = genes.length > 20 ? `; and ${counted(genes.length - 20, "more gene")}` : "";
  const times =
    survival && endpoint
      ? ` ${endpoint.label} by gene: ${survival.lines.length === 0 ? "too few altered or events" : survival.lines.slice(0, 10).map(survivalInWords).join("; ")}.`
      : "";
  return `Gene aberrations of ${counted(patients, "patient")}${filtersInTitle(result)}; altered of tested with exact ${ciInWords(level)}: ${shares.join("; ")}${more}.${times}`;
}

/** "RB1 hazard ratio 1.62 (0.97–2.70), P = .06, q = .36". */
export const survivalInWords = ({ gene, ratio, p, q }: GeneSurvival): string =>
  `${gene} hazard ratio ${ratioText(ratio)}, ${pInWords(p)}, q ${equal(q)}`;

const equal = (q: number): string => {
  const text = formatP(q);
  return /^[<>]/.test(text) ? text : `= ${text}`;
};

export const ratioText = (ratio: Coefficient | null): string => (ratio === null ? "NE" : coefficientInWords(ratio));

/** The same with its interval apart. */
export const ratioParts = (ratio: Coefficient | null) =>
  ratio === null ? (["NE", null] as const) : coefficientParts(ratio);

/** "together, OR 3.4": more often both altered than by chance, or less often. */
export const pairInWords = ({ oddsRatio }: GenePair): string =>
  `${oddsRatio > 1 ? "together" : "apart"}, OR ${oddsRatio === Number.POSITIVE_INFINITY ? "∞" : oddsRatio === 0 ? "0" : formatRatio(oddsRatio)}`;

/** What was found. */
export function results(result: AlterationsResult): string {
  const { genes, level, groupLabel, groups, pairs, survival, endpoint } = result;
  if (genes.length === 0) return "No gene was read.";
  const found = genes
    .slice(0, 10)
    .map(
      (line) =>
        `${line.gene} in ${shareInWords(line)} (${percentOf(line)}, ${ciInWords(level)} ${limitsInWords(line)}%)`,
    );
  const apart = genes.filter(({ p }) => p < 0.05);
  const byGroup =
    groupLabel === null
      ? []
      : apart.length === 0
        ? [`No gene differed by ${groupLabel} at P < ${limitOfP(0.05)}.`]
        : apart
            .slice(0, 10)
            .map(
              ({ gene, byGroup, p, q }) =>
                `${gene} differed by ${groupLabel}: ${listed(byGroup.map((share, place) => `${groups[place]?.label ?? ""} ${shareInWords(share)} (${percentOf(share)})`))}, ${pInWords(p)}, q ${equal(q)}.`,
            );
  const moreApart =
    groupLabel !== null && apart.length > 10
      ? [`${counted(apart.length - 10, "more gene")} differed at P < ${limitOfP(0.05)}.`]
      : [];
  const related = pairs.filter(({ p }) => p < 0.05);
  return [
    `Altered of tested patients: ${listed(found)}.`,
    ...byGroup,
    ...moreApart,
    ...related
      .slice(0, 5)
      .map(
        (pair) => `${pair.a} and ${pair.b} were altered ${pairInWords(pair)}, ${pInWords(pair.p)}, q ${equal(pair.q)}.`,
      ),
    ...(survival && endpoint && survival.lines.length > 0
      ? [
          `${endpoint.label} by gene, altered against wild type: ${survival.lines.slice(0, 10).map(survivalInWords).join("; ")}.`,
        ]
      : []),
    filtersInText(result).trim(),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Under the figure. */
export function caption(result: AlterationsResult, _: PanelOf<"alterations">["figure"]): string {
  const { counted: classes, level, sort, groupLabel, notCounted, setting } = result;
  const sorted = {
    memo: "Patients are sorted by their alterations, gene by gene.",
    group: `Patients are sorted by ${groupLabel === null ? "their alterations" : groupLabel}, then by their alterations.`,
    file: "Patients are in the order of the file.",
  }[sort];
  return [
    `A column is a patient. Shares are of the patients tested for that gene, with exact ${ciInWords(level)}; who was not tested for it is left out of its row.`,
    sorted,
    ...(notCounted.alterations > 0
      ? [
          `Counted: ${listed(classes.map((each) => classNames[each]))}; not counted: ${listed(notCounted.classes.map((each) => classNames[each]))}.`,
        ]
      : []),
    ...leftOutInWords(result.leftOut, setting),
  ].join(" ");
}
