import { ciInWords, formatCount, formatMedian, inSentence } from "../../format";
import { nth } from "../../numeric/nth";
import type { Quantile } from "../../survival";
import type { MethodUse } from "../methods/methods";
import type { Stat, StatNumbers } from "../methods/stat";
import { settingMethods } from "../setting";
import { whyMedian, whyMedianFollowUp } from "../whyUnknown";
import { pairStats, ratioStats, testStats } from "./comparisonStats";
import { medianStats } from "./medianStats";
import { type Part, partsOf } from "./parts";
import { rateStats } from "./rates";
import type { KaplanMeierResult } from "./result";
import { cutMethod } from "./settingWords";
import { givenStats, meanStats, timeStats } from "./timeStats";

type Result = KaplanMeierResult;
type Methods = Stat["methods"];

/** Every statistic of a panel, each with the methods it was had by. */
export const statsOf = (result: Result): Stat[] => partsOf(result).flatMap((part) => partStats(part, result));

/** Those of the curves of all patients. */
const statsOfAll = (result: Result): Stat[] => [
  ...groupStats(result),
  ...testStats(result),
  ...ratioStats(result),
  ...pairStats(result),
  ...medianStats(result),
  ...timeStats(result),
  ...givenStats(result),
  ...meanStats(result),
  ...rateStats(result),
  ...followUpStats(result),
];

/** How the curves were estimated. */
export const curveMethod = (result: Pick<Result, "setting" | "confidence">): MethodUse => ({
  id: "kaplanMeier",
  changes: result.setting.changes !== null,
  sampled: result.setting.weights === "sampling",
  ...result.confidence,
});

/** Patients, events and median of each group. */
export function groupStats(result: Result): Stat[] {
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
  const methods: Methods = [
    { id: "followUp", wholeOnly: result.setting.changes !== null, fromEntry: result.setting.entry },
  ];
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

/** What each small figure, and a second endpoint, is beside the curves of all patients: the same numbers of its own. */
export function partStats(part: Part, panel: Result): Stat[] {
  const stats = statsWithin(part, panel);
  const { subgroup, second, result } = part;
  if (subgroup === "" && !second) return stats;
  // The clock is that of the first endpoint, and said with it.
  const own = settingMethods(result).filter(({ id }) => id === "endpoint" || id === "causeSpecific");
  const methods: Stat["methods"] = second
    ? [{ id: "second", label: result.endpoint.label }, ...own]
    : [{ id: "multiples", label: panel.multiples?.label ?? "" }];
  return stats.map((stat) => ({ ...stat, methods }));
}

/** The same, each with the method it was had by rather than with that of its part. */
export function statsWithin({ subgroup, second, result: own }: Part, panel: Result): Stat[] {
  // Where nobody of a small figure changes group its test is still called as in the others.
  const { changes } = (second ? panel.second : panel)?.setting ?? own.setting;
  const result: Result = { ...own, setting: { ...own.setting, changes } };
  if (subgroup === "" && !second) return statsOfAll(result);
  return [
    ...groupStats(result),
    ...testStats(result),
    ...ratioStats(result),
    // Their method is said with those of all patients.
    ...(panel.medians ? medianStats(result) : []),
    ...timeStats(result),
    ...rateStats(result),
  ];
}

function quantileNumbers(quantile: Quantile): StatNumbers {
  const time = quantile.kind === "reached" ? quantile.time : Number.NaN;
  const upper = "upper" in quantile ? quantile.upper : null;
  return { value: time, lower: quantile.lower ?? Number.NaN, upper: upper ?? Number.NaN };
}
