import type { FigureOptions } from "../../board/figureOptions";
import {
  formatEstimate,
  formatMedian,
  formatPoints,
  formatRatio,
  formatShare,
  formatTime,
  limitTime,
} from "../../format";
import { nth } from "../../numeric/nth";
import type { MedianContrast, SurvivalAt } from "../../survival";
import { timeText } from "../curves/reading/readingInWords";
import { pBesideInterval } from "../pBesideInterval";
import { lostInWords } from "./medians";
import { rateInWords, rateName } from "./rates";
import { restsOn } from "./restrictedMeans";
import type { KaplanMeierResult } from "./result";

/** A number of every group in words, and how the groups differ in it from the reference. */
export interface ByGroup {
  kind: "median" | "at" | "mean" | "rate" | "followUp";
  /** "Median, months", "At 12 months". */
  name: string;
  /** In the order of the result's groups. */
  values: string[];
  /** "difference", with its P, in the same order; "" of the reference, and of groups where it is unknown. */
  contrasts: { name: string; values: string[] }[];
  /** Of all groups together, where that is told too. */
  all: string | null;
  /** Of a chosen time, its place among the milestones. */
  milestone: number | null;
}

export const survivalInWords = (at: SurvivalAt | null): string =>
  at ? formatShare(at.survival, at) : "nobody followed so long";

/** The numbers beside the curves, one after the other, each of every group. */
export const byGroup = (result: KaplanMeierResult, figure: Pick<FigureOptions, "milestones" | "unit">): ByGroup[] => [
  {
    kind: "median",
    name: `Median, ${result.endpoint.unit}`,
    values: result.groups.map(({ median }) => formatMedian(median, result.endpoint.unit)),
    contrasts: medians(result),
    all: null,
    milestone: null,
  },
  ...atTimes(result, figure),
  ...restrictedMeans(result),
  ...rates(result),
  ...followUp(result),
];

function atTimes(
  { atTimes: times, endpoint, confidence }: KaplanMeierResult,
  { milestones, unit }: Pick<FigureOptions, "milestones" | "unit">,
): ByGroup[] {
  return times.map(({ time, groups, differences }, index) => ({
    kind: "at",
    name: `At ${timeText(milestones[index] ?? time)} ${unit ?? endpoint.unit}`,
    values: groups.map(survivalInWords),
    contrasts: contrastOf("difference", differences, (difference) =>
      [`${formatEstimate(difference, formatPoints)} points`, pBesideInterval(difference, confidence.level)].join(", "),
    ),
    all: null,
    milestone: index,
  }));
}

function restrictedMeans({ restrictedMeans: means, endpoint, confidence }: KaplanMeierResult): ByGroup[] {
  if (!means) return [];
  const time = (value: number) => formatTime(value, endpoint.unit);
  const upTo = (tau: number) => (tau === means.tau ? "" : `up to ${limitTime(tau)}: `);
  return [
    {
      kind: "mean",
      name: `Mean to ${limitTime(means.tau)} ${endpoint.unit}`,
      values: means.groups.map((mean) => `${formatEstimate(mean, time)}${restsOn(mean)}`),
      contrasts: [
        ...contrastOf(
          "difference",
          means.contrasts,
          (contrast) =>
            `${upTo(contrast.tau)}${formatEstimate(contrast.difference, time)}, ${pBesideInterval(contrast.difference, confidence.level)}${restsOn(contrast)}`,
        ),
        ...contrastOf("ratio", means.contrasts, ({ ratio }) => formatEstimate(ratio, formatRatio)),
      ],
      all: null,
      milestone: null,
    },
  ];
}

/** Nothing where events are no Poisson count. */
function rates(result: KaplanMeierResult): ByGroup[] {
  const { comparisons, groups, preview } = result;
  if (!comparisons?.rates && !preview) return [];
  const values = groups.map((_, place) =>
    comparisons?.rates ? rateInWords(nth(comparisons.rates, place), result, { short: true }) : "…",
  );
  return [{ kind: "rate", name: rateName, values, contrasts: [], all: null, milestone: null }];
}

/** What comes when nothing is dragged any more keeps its place. */
function followUp({ comparisons, groups, endpoint, preview }: KaplanMeierResult): ByGroup[] {
  if (!comparisons && !preview) return [];
  const { unit } = endpoint;
  const each = comparisons?.followUp ?? [];
  const values = groups.map((_, place) =>
    comparisons ? (each.length > place ? formatMedian(nth(each, place), unit) : "–") : "…",
  );
  return [
    {
      kind: "followUp",
      name: `Median follow-up, ${unit}`,
      values,
      contrasts: [],
      all: comparisons ? formatMedian(comparisons.medianFollowUp, unit) : "…",
      milestone: null,
    },
  ];
}

/** How medians differ, where that is asked for. */
function medians({ medians: of, endpoint: { unit } }: KaplanMeierResult): ByGroup["contrasts"] {
  if (!of) return [];
  const said = (say: (contrast: MedianContrast) => string) => (contrast: MedianContrast | "notReached") =>
    contrast === "notReached" ? "NE" : `${say(contrast)}${lostInWords(contrast, of.count)}`;
  return [
    ...contrastOf(
      "difference",
      of.contrasts,
      said(({ difference }) => formatEstimate(difference, (time) => formatTime(time, unit))),
    ),
    ...contrastOf(
      "ratio",
      of.contrasts,
      said(({ ratio }) => formatEstimate(ratio, formatRatio)),
    ),
  ];
}

/** Nothing where no group is compared. */
function contrastOf<C>(name: string, contrasts: readonly (C | null)[], say: (contrast: C) => string) {
  return contrasts.every((contrast) => contrast === null)
    ? []
    : [{ name, values: contrasts.map((contrast) => (contrast === null ? "" : say(contrast))) }];
}
