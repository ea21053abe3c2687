import { ciInWords, formatCount, formatMedian, inSentence } from "../../format";
import { nth } from "../../numeric/nth";
import type { Quantile } from "../../survival";
import type { MethodUse } from "../methods/methods";
import type { Stat, StatNumbers } from "../methods/stat";
import { settingMethods } from "../setting";
import { whyMedian, whyMedianFollowUp } from "../whyUnknown";
import { pairStats, ratioStats, testMethod, testStats } from "./comparisonStats";
import type { KaplanMeierResult, SecondEndpoint } from "./result";
import { cutMethod, strataInWords } from "./settingWords";
import { testInWords } from "./testInWords";
import { testName } from "./testName";
import { givenStats, meanStats, timeStats } from "./timeStats";
import { generatedSubtitle } from "./words";

type Result = KaplanMeierResult;
type Methods = Stat["methods"];

/** Every statistic of a panel, each with the methods it was had by. */
export const statsOf = (result: Result): Stat[] => [
  ...groupStats(result),
  ...testStats(result),
  ...ratioStats(result),
  ...pairStats(result),
  ...timeStats(result),
  ...givenStats(result),
  ...meanStats(result),
  ...followUpStats(result),
  ...secondStats(result),
  ...facetStats(result),
];

const curveMethod = (result: Result): MethodUse => ({
  id: "kaplanMeier",
  changes: result.setting.changes !== null,
  sampled: result.setting.weights === "sampling",
  ...result.confidence,
});

function groupStats(result: Result): Stat[] {
  const cut: MethodUse[] = result.cut ? [cutMethod(result.cut)] : [];
  const flat = (kind: "falls" | "ends") =>
    [...result.groups, ...(result.second?.groups ?? [])].some(({ median }) => "flat" in median && median.flat === kind);
  const medians: MethodUse = { id: "median", level: result.confidence.level, falls: flat("falls"), ends: flat("ends") };
  return result.groups.flatMap(({ label, curve, events, sample, median }): Stat[] => [
    {
      methods: [curveMethod(result), ...cut],
      text: null,
      number: { quantity: "patients", group: label, value: curve.n },
    },
    { methods: [curveMethod(result)], text: null, number: { quantity: "events", group: label, value: events } },
    ...(sample ? sampleStats(label, sample) : []),
    {
      methods: [medians],
      text: null,
      number: { quantity: "median", group: label, ...quantileNumbers(median) },
      why: whyMedian(median),
    },
  ]);
}

/** What sampling weights make of a group: patients and events are counted beside it. */
const sampleStats = (group: string, sample: { effective: number; n: number; events: number }): Stat[] =>
  (
    [
      ["Effective n", sample.effective],
      ["Sum of weights", sample.n],
      ["Sum of the weights of events", sample.events],
    ] as const
  ).map(([name, value]) => ({
    methods: [{ id: "sampleSizes" }],
    text: [`${name}, ${group}`, formatCount(value)],
    number: { quantity: inSentence(name), group, value },
  }));

function followUpStats(result: Result): Stat[] {
  const { comparisons, groups, endpoint } = result;
  if (!comparisons) return [];
  const name = `Median follow-up, ${endpoint.unit} (${ciInWords(result.confidence.level)})`;
  const methods: Methods = [{ id: "followUp", wholeOnly: result.setting.changes !== null }];
  const number = (group: string, of: Quantile) => ({ quantity: "median follow-up", group, ...quantileNumbers(of) });
  return [
    {
      methods,
      text: [name, formatMedian(comparisons.medianFollowUp, endpoint.unit)],
      number: number("", comparisons.medianFollowUp),
      why: whyMedianFollowUp(comparisons.medianFollowUp),
    },
    ...comparisons.followUp.map((quantile, place): Stat => {
      const { label } = nth(groups, place);
      const text: Stat["text"] =
        groups.length > 1 ? [`${name}, ${label}`, formatMedian(quantile, endpoint.unit)] : null;
      return { methods, text, number: number(label, quantile), why: whyMedianFollowUp(quantile) };
    }),
  ];
}

/** What is said of the second endpoint of the figure. */
function secondStats(result: Result): Stat[] {
  const { second } = result;
  if (!second) return [];
  // The clock is that of the first endpoint, and said with it.
  const own = settingMethods(second).filter(({ id }) => id === "endpoint" || id === "causeSpecific");
  const methods: Methods = [{ id: "second", label: second.endpoint.label }, ...own];
  const each = second.groups.flatMap(({ label, curve, events, median }): Stat[] => [
    {
      methods,
      text: [
        `${second.endpoint.label}, median, ${second.endpoint.unit} (${ciInWords(result.confidence.level)}), ${label}`,
        `${formatMedian(median, second.endpoint.unit)}; ${countsInWords({ n: curve.n, events })}`,
      ],
      number: { quantity: `median, ${second.endpoint.label}`, group: label, ...quantileNumbers(median) },
      why: whyMedian(median),
    },
  ]);
  return [...each, ...secondTest(second)];
}

function secondTest({ test, endpoint, setting }: SecondEndpoint): Stat[] {
  if (test?.kind !== "tested") return [];
  const name = testName({ test, setting });
  return [
    {
      methods: [testMethod({ test, setting, cut: null })],
      text: [`${endpoint.label}, ${name} test${strataInWords({ setting })}`, testInWords(test)],
      number:
        "chiSquare" in test
          ? {
              quantity: `${name} chi-square, ${endpoint.label}`,
              group: "",
              value: test.chiSquare,
              df: test.df,
              p: test.p,
            }
          : { quantity: `${name} largest |Z|, ${endpoint.label}`, group: "", value: test.statistic, p: test.p },
    },
  ];
}

const countsInWords = ({ n, events }: { n: number; events: number }) =>
  `n ${formatCount(n)}, events ${formatCount(events)}`;

/** The small figures, each with its patients and its own P. */
const facetStats = ({ multiples }: Result): Stat[] =>
  (multiples?.facets ?? []).map(({ label, result }): Stat => {
    const { test } = result;
    return {
      methods: [{ id: "multiples", label: multiples?.label ?? "" }],
      text: [`${multiples?.label}: ${label}`, generatedSubtitle(result)],
      number: {
        quantity: `patients, ${multiples?.label}`,
        group: label,
        value: result.patients,
        ...(test?.kind === "tested" ? { p: test.p } : {}),
      },
    };
  });

function quantileNumbers(quantile: Quantile): StatNumbers {
  const time = quantile.kind === "reached" ? quantile.time : Number.NaN;
  const upper = "upper" in quantile ? quantile.upper : null;
  return { value: time, lower: quantile.lower ?? Number.NaN, upper: upper ?? Number.NaN };
}
