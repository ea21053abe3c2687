import { responseCategories, responseLabels } from "../../cohort/responseMeaning";
import { ciInWords, counted, formatCount, formatMedian, formatPercent, inSentence } from "../../format";
import { nth } from "../../numeric/nth";
import type { MethodUse } from "../methods/methods";
import type { Stat } from "../methods/stat";
import { whyExactTest, whyMedian, whyOddsRatio } from "../whyUnknown";
import type { RateId, ResponseComparison, ResponseGroup, ResponseResult } from "./result";
import { differenceText, oddsRatioText, rateNames, rateText, testText } from "./words";

/** Every number beside the figure, with how it was had. */
export function statsOf(result: ResponseResult): Stat[] {
  return [
    ...result.groups.flatMap((group) => groupStats(result, group)),
    ...(result.comparison ? comparisonStats(result, result.comparison) : []),
    ...(result.duration ? durationStats(result, result.duration) : []),
  ];
}

/** How best response was read; where none is, how the best changes were. */
export function wordsMethod({ responseLabel, words, blank }: ResponseResult): MethodUse {
  if (responseLabel === null) return { id: "changesAlone" };
  return {
    id: "bestResponse",
    label: responseLabel,
    words: responseCategories.flatMap((category) => {
      const own = words.filter(({ as, value }) => as === category && value.trim() !== category);
      return own.length === 0
        ? []
        : [`${own.map(({ value }) => `“${value}”`).join(", ")} as ${inSentence(responseLabels[category])}`];
    }),
    blank: blank.count > 0 && blank.as === "NE",
  };
}

function groupStats(result: ResponseResult, group: ResponseGroup): Stat[] {
  const { categories, label, n, of, rates } = group;
  const read = wordsMethod(result);
  const number = (quantity: string, value: number) => ({ quantity, group: label, value });
  return [
    { methods: [read], text: null, number: number("patients", n) },
    ...(categories.length > 0
      ? []
      : [
          { methods: [read], text: null, number: number("measured", group.measured) } satisfies Stat,
          { methods: [read], text: null, number: number("smaller than at baseline", group.smaller) } satisfies Stat,
        ]),
    ...categories.map(
      (count, place): Stat => ({
        methods: [read],
        text: null,
        number: number(responseLabels[nth(responseCategories, place)].toLowerCase(), count),
      }),
    ),
    ...(of === n ? [] : [{ methods: [read], text: null, number: number("evaluable patients", of) } satisfies Stat]),
    ...rates.map(({ id, estimate, lower, upper }): Stat => {
      const methods: [MethodUse, ...MethodUse[]] = [
        { id: "responseRates", level: result.level, denominator: result.denominator },
      ];
      if (id === "CBR")
        methods.push({ id: "clinicalBenefit", months: result.benefit ?? 0, endpoint: result.progression?.label ?? "" });
      return {
        methods,
        text: null,
        number: { quantity: `${rateNames[id].toLowerCase()} rate`, group: label, value: estimate, lower, upper },
      };
    }),
  ];
}

function comparisonStats({ level, groups }: ResponseResult, comparison: ResponseComparison): Stat[] {
  const { rate, reference, differences, p, drawn } = comparison;
  const what = rateNames[rate].toLowerCase();
  const ci = ciInWords(level);
  const two = groups.length === 2;
  return [
    ...differences.flatMap((difference): Stat[] => {
      const { label, estimate, lower, upper, oddsRatio } = difference;
      const pair = `${label} v ${reference.label}`;
      const name = two ? "" : `, ${pair}`;
      return [
        {
          methods: [{ id: "responseDifference", level }],
          text: [`Difference of ${what} (${ci}), ${label} less ${reference.label}`, differenceText(difference)],
          number: {
            quantity: `difference of ${what}${name}`,
            group: pair,
            is: { estimand: `difference of ${what}`, reference: reference.label },
            value: estimate,
            lower,
            upper,
          },
        },
        ...(oddsRatio
          ? [
              {
                methods: [{ id: "responseOddsRatio", level }],
                text: [`Odds ratio of ${what} (${ci}), ${pair}`, oddsRatioText(oddsRatio)],
                number: {
                  quantity: `odds ratio of ${what}${name}`,
                  group: pair,
                  is: { estimand: `odds ratio of ${what}`, reference: reference.label },
                  value: oddsRatio.estimate,
                  lower: oddsRatio.lower,
                  upper: oddsRatio.upper,
                },
                why: whyOddsRatio(oddsRatio),
              } satisfies Stat,
            ]
          : []),
      ];
    }),
    {
      methods: [{ id: "responseTest", rate: what, drawn: drawn?.tables ?? null }],
      text: [`Fisher’s exact test of ${what}`, testText(comparison, level)],
      number: { quantity: `Fisher's exact test of ${what}`, group: "all", p },
      why: whyExactTest(p),
    },
  ];
}

function durationStats(
  { level, groups: all }: ResponseResult,
  { endpoint, unit, groups }: NonNullable<ResponseResult["duration"]>,
): Stat[] {
  const flat = (kind: "falls" | "ends") => groups.some(({ median }) => "flat" in median && median.flat === kind);
  const methods: Stat["methods"] = [
    { ...endpoint, id: "endpoint" },
    { id: "kaplanMeier", changes: false, sampled: false, level, type: "log-log" },
    { id: "median", level, falls: flat("falls"), ends: flat("ends") },
  ];
  return groups.map(({ label, n, median }): Stat => {
    const limits = { lower: median.lower ?? Number.NaN, upper: median.upper ?? Number.NaN };
    return {
      methods,
      text: [
        `Median ${endpoint.words.duration}, ${unit} (${ciInWords(level)})${all.length > 1 ? `, ${label}` : ""}`,
        `${formatMedian(median, unit)}; ${counted(n, "patient")}`,
      ],
      number: {
        quantity: `median ${endpoint.words.duration}`,
        group: label,
        value: median.kind === "reached" ? median.time : Number.NaN,
        ...limits,
      },
      why: whyMedian(median),
    };
  });
}

/** "7 (26%)". */
export const countText = (count: number, of: number): string =>
  of === 0 ? formatCount(count) : `${formatCount(count)} (${formatPercent(count / of)})`;

/** The table beside the figure: a row a category and a rate, or what changes alone give; a column a group. */
export function responseTable({
  groups,
  responseLabel,
}: ResponseResult): { name: string; rate: RateId | null; cells: string[] }[] {
  if (responseLabel === null)
    return [
      { name: "n", rate: null, cells: groups.map(({ n }) => formatCount(n)) },
      { name: "Measured", rate: null, cells: groups.map(({ n, measured }) => countText(measured, n)) },
      {
        name: "Smaller than at baseline",
        rate: null,
        cells: groups.map(({ measured, smaller }) => countText(smaller, measured)),
      },
    ];
  const ids = groups[0]?.rates.map(({ id }) => id) ?? [];
  return [
    { name: "n", rate: null, cells: groups.map(({ n }) => formatCount(n)) },
    ...responseCategories.map((category, place) => ({
      name: responseLabels[category],
      rate: null,
      cells: groups.map(({ categories, n }) => countText(nth(categories, place), n)),
    })),
    ...ids.map((id, place) => ({
      name: rateNames[id],
      rate: id,
      cells: groups.map(({ rates }) => rateText(nth(rates, place))),
    })),
  ];
}
