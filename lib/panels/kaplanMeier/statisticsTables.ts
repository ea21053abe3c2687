import {
  formatCount,
  formatEstimate,
  formatLevel,
  formatMedian,
  formatPercent,
  formatPoints,
  formatRatio,
  formatTime,
  pInWords,
} from "../../format";
import type { Quantile } from "../../survival";
import { ratioInWords } from "../ratioInWords";
import type { NumberTable, TextTable } from "../report";
import type { GroupRatio } from "./hazardRatios";
import type { KaplanMeierResult } from "./result";
import { strataInWords } from "./settingWords";
import { testInWords } from "./testInWords";
import { testName } from "./testName";

type Line = [name: string, value: string];

/** The column beside the figure as one table: a line per group, and one for every other number. */
export function statistics(result: KaplanMeierResult): TextTable {
  const { groups, endpoint, confidence } = result;
  const ci = `${formatLevel(confidence.level)} CI`;
  const byGroup = groups.map(({ label, curve, median }) => [
    label,
    formatCount(curve.n),
    formatCount(curve.events),
    formatMedian(median, endpoint.unit),
  ]);
  const lines = [
    ...comparisonLines(result, ci),
    ...pairLines(result),
    ...timeLines(result, ci),
    ...meanLines(result, ci),
    ...followUpLines(result, ci),
  ];
  return {
    caption: `${endpoint.label}${result.groupLabel === null ? "" : ` by ${result.groupLabel}`}`,
    header: ["Group", "n", "Events", `Median, ${endpoint.unit} (${ci})`],
    rows: [...byGroup, ...lines.map(([name, value]) => [name, "", "", value])],
  };
}

function comparisonLines(result: KaplanMeierResult, ci: string): Line[] {
  const { test, comparisons, permutation } = result;
  const lines: Line[] = [];
  if (test?.kind === "tested") lines.push([`${testName(result)} test${strataInWords(result)}`, testInWords(test)]);
  if (permutation?.kind === "tested")
    lines.push([`Permutation P (${formatCount(permutation.count)} dealt anew)`, pInWords(permutation.p)]);
  if (comparisons?.trend?.kind === "tested") lines.push(["Trend across groups", pInWords(comparisons.trend.p)]);
  const cox = comparisons?.cox;
  if (!cox) return lines;
  const ratios = (name: string, of: GroupRatio[]) =>
    of.map((ratio): Line => [`${name} (${ci}), ${ratio.label} v ${cox.reference}`, ratioInWords(ratio)]);
  lines.push(...ratios("Hazard ratio", cox.ratios), ...ratios("Hazard ratio by Firth", cox.firth ?? []));
  if (!Number.isNaN(cox.proportionalHazards)) lines.push(["Proportional hazards", pInWords(cox.proportionalHazards)]);
  return lines;
}

const adjusted = { holm: "Holm", benjaminiHochberg: "Benjamini–Hochberg", bonferroni: "Bonferroni" };

function pairLines({ comparisons }: KaplanMeierResult): Line[] {
  const pairs = comparisons?.pairs;
  if (!pairs) return [];
  return pairs.tests.map(({ labels: [a, b], result, adjustedP }) => [
    `${a} v ${b}, adjusted (${adjusted[pairs.adjust]})`,
    result.kind === "tested" ? pInWords(adjustedP) : "cannot be computed",
  ]);
}

function timeLines({ atTimes, groups, reference, endpoint }: KaplanMeierResult, ci: string): Line[] {
  return atTimes.flatMap(({ time, groups: values, differences }) => {
    const at = `${formatTime(time, endpoint.unit)} ${endpoint.unit}`;
    const each = values.map(
      (value, place): Line => [
        `Survival at ${at} (${ci}), ${groups[place].label}`,
        value
          ? formatEstimate({ ...value, estimate: value.survival }, (share) => formatPercent(share))
          : "nobody followed so long",
      ],
    );
    const between = differences.flatMap((difference, place): Line[] =>
      difference
        ? [
            [
              `Difference at ${at} (${ci}), ${groups[place].label} v ${groups[reference].label}`,
              `${formatEstimate(difference, formatPoints)} points, ${pInWords(difference.p)}`,
            ],
          ]
        : [],
    );
    return [...each, ...between];
  });
}

function meanLines({ restrictedMeans, groups, reference, endpoint }: KaplanMeierResult, ci: string): Line[] {
  if (!restrictedMeans) return [];
  const time = (value: number) => formatTime(value, endpoint.unit);
  const upTo = `up to ${time(restrictedMeans.tau)} ${endpoint.unit} (${ci})`;
  const means = groups.map(
    ({ label }, place): Line => [
      `Restricted mean ${upTo}, ${label}`,
      formatEstimate(restrictedMeans.groups[place], time),
    ],
  );
  const contrasts = restrictedMeans.contrasts.flatMap((contrast, place): Line[] =>
    contrast
      ? [
          [
            `Difference of restricted means ${upTo}, ${groups[place].label} v ${groups[reference].label}`,
            `${formatEstimate(contrast.difference, time)}, ${pInWords(contrast.difference.p)}`,
          ],
          [
            `Ratio of restricted means ${upTo}, ${groups[place].label} v ${groups[reference].label}`,
            formatEstimate(contrast.ratio, formatRatio),
          ],
        ]
      : [],
  );
  return [...means, ...contrasts];
}

function followUpLines({ comparisons, groups, endpoint }: KaplanMeierResult, ci: string): Line[] {
  if (!comparisons) return [];
  const name = `Median follow-up, ${endpoint.unit} (${ci})`;
  const each = comparisons.followUp.map(
    (quantile, place): Line => [`${name}, ${groups[place].label}`, formatMedian(quantile, endpoint.unit)],
  );
  return [[name, formatMedian(comparisons.medianFollowUp, endpoint.unit)], ...(groups.length > 1 ? each : [])];
}

interface Numbers {
  value?: number;
  lower?: number;
  upper?: number;
  df?: number;
  p?: number;
}

/** Every number beside the figure, one a line, at full precision. */
export function numbers(result: KaplanMeierResult): NumberTable {
  const rows: NumberTable["rows"] = [];
  const add = (name: string, group: string, of: Numbers) => {
    const { value, lower, upper, df, p } = of;
    rows.push([name, group, ...[value, lower, upper, df, p].map((number) => number ?? Number.NaN)]);
  };
  for (const { label, curve, median } of result.groups) {
    add("patients", label, { value: curve.n });
    add("events", label, { value: curve.events });
    add("median", label, quantileNumbers(median));
  }
  addComparisons(result, add);
  addEstimates(result, add);
  return { header: ["quantity", "group", "value", "lower", "upper", "df", "p"], rows };
}

type Add = (name: string, group: string, of: Numbers) => void;

function addComparisons(result: KaplanMeierResult, add: Add): void {
  const { test, comparisons, permutation, groups, cut } = result;
  if (test?.kind === "tested")
    if ("chiSquare" in test)
      add(`${testName(result)} chi-square`, "", { value: test.chiSquare, df: test.df, p: test.p });
    else add(`${testName(result)} largest |Z|`, "", { value: test.statistic, p: test.p });
  if (permutation?.kind === "tested") add("permutation", "", { p: permutation.p });
  if (!comparisons) return;
  const { trend, cox, pairs, medianFollowUp, followUp } = comparisons;
  if (trend?.kind === "tested") add("trend z", "", { value: trend.z, df: 1, p: trend.p });
  for (const [name, ratios] of [
    ["hazard ratio", cox?.ratios],
    ["hazard ratio by Firth", cox?.firth],
  ] as const)
    for (const { label, coefficient } of ratios ?? [])
      if (coefficient.kind === "estimated")
        add(`${name} v ${cox?.reference}`, label, {
          ...coefficient,
          value: coefficient.hazardRatio,
          // At a searched cut this P would ignore the search.
          p: cut === null ? coefficient.p : undefined,
        });
  if (cox) add("proportional hazards", "", { p: cox.proportionalHazards });
  for (const { labels, result: pair, adjustedP } of pairs?.tests ?? [])
    if (pair.kind === "tested") {
      add(`pair v ${labels[1]}`, labels[0], { p: pair.p });
      add(`pair v ${labels[1]}, adjusted`, labels[0], { p: adjustedP });
    }
  add("median follow-up", "", quantileNumbers(medianFollowUp));
  for (const [place, quantile] of followUp.entries())
    add("median follow-up", groups[place].label, quantileNumbers(quantile));
}

function addEstimates({ atTimes, restrictedMeans, groups, reference }: KaplanMeierResult, add: Add): void {
  const against = groups[reference]?.label ?? "";
  for (const { time, groups: values, differences } of atTimes) {
    values.forEach((value, place) => {
      if (value) add(`survival at ${time}`, groups[place].label, { ...value, value: value.survival });
    });
    differences.forEach((difference, place) => {
      if (difference)
        add(`difference at ${time} v ${against}`, groups[place].label, { ...difference, value: difference.estimate });
    });
  }
  if (!restrictedMeans) return;
  const { tau, groups: means, contrasts } = restrictedMeans;
  for (const [place, mean] of means.entries())
    add(`restricted mean up to ${tau}`, groups[place].label, { ...mean, value: mean.estimate });
  contrasts.forEach((contrast, place) => {
    if (!contrast) return;
    const name = (what: string) => `${what} of restricted means up to ${tau} v ${against}`;
    add(name("difference"), groups[place].label, { ...contrast.difference, value: contrast.difference.estimate });
    add(name("ratio"), groups[place].label, { ...contrast.ratio, value: contrast.ratio.estimate });
  });
}

function quantileNumbers(quantile: Quantile): Numbers {
  const time = quantile.kind === "reached" ? quantile.time : Number.NaN;
  const upper = "upper" in quantile ? quantile.upper : null;
  return { value: time, lower: quantile.lower ?? Number.NaN, upper: upper ?? Number.NaN };
}
