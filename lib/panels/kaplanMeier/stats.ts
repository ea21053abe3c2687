import { testChoices } from "../../board/panelForms/kaplanMeier";
import {
  formatCount,
  formatEstimate,
  formatLevel,
  formatMedian,
  formatPercent,
  formatPoints,
  formatRatio,
  formatTime,
  inSentence,
  pInWords,
} from "../../format";
import { nth } from "../../numeric/nth";
import type { LogRankResult, Quantile } from "../../survival";
import type { MethodUse } from "../methods/methods";
import type { Stat, StatNumbers } from "../methods/stat";
import { pBesideInterval } from "../pBesideInterval";
import { ratioInWords } from "../ratioInWords";
import { settingMethods } from "../setting";
import type { GroupRatio } from "./hazardRatios";
import type { PanelTest } from "./panelTest";
import { restsOn } from "./restrictedMeans";
import type { KaplanMeierResult, SecondEndpoint } from "./result";
import { cutMethod, searchMethod, strataInWords } from "./settingWords";
import { testInWords } from "./testInWords";
import { testInSentence, testName } from "./testName";
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

const ciOf = ({ confidence }: Result) => `${formatLevel(confidence.level)} CI`;
const sampled = ({ setting }: Result) => setting.weights === "sampling";

const curveMethod = (result: Result): MethodUse => ({
  id: "kaplanMeier",
  changes: result.setting.changes !== null,
  sampled: sampled(result),
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

/** How the groups were compared. */
function testMethod(result: Pick<Result, "test" | "setting" | "cut">): MethodUse {
  const { test, setting, cut } = result;
  const { strata } = setting;
  const id = test?.kind === "tested" ? test.test : "logRank";
  if (id === "maxCombo") return { id: "maxCombo", strata };
  if (cut) return searchMethod(cut);
  const changing = id === "logRank" && setting.changes !== null;
  const emphasis = id === "logRank" ? null : (testChoices.find((each) => each.id === id)?.emphasis ?? null);
  return {
    id: "test",
    name: testInSentence(result),
    strata,
    emphasis,
    robust: setting.weights === "sampling",
    source: changing ? "mantelByar" : id,
  };
}

function testStats(result: Result): Stat[] {
  const { test, permutation, cut, setting } = result;
  const stats: Stat[] = [];
  if (test?.kind === "tested")
    stats.push({
      methods: [testMethod(result)],
      text: [`${testName(result)} test${strataInWords(result)}`, testInWords(test)],
      number:
        "chiSquare" in test
          ? { quantity: `${testName(result)} chi-square`, group: "", value: test.chiSquare, df: test.df, p: test.p }
          : { quantity: `${testName(result)} largest |Z|`, group: "", value: test.statistic, p: test.p },
    });
  if (cut) stats.push(...otherCutP(cut));
  if (permutation?.kind === "tested") {
    const { count, seed, p } = permutation;
    stats.push({
      methods: [{ id: "permutation", count, seed, strata: setting.strata, ofCut: cut !== null }],
      text: [`Permutation P (${formatCount(count)} dealt anew)`, pInWords(p)],
      number: { quantity: "permutation", group: "", p },
    });
  }
  const trend = result.comparisons?.trend;
  if (trend?.kind === "tested")
    stats.push({
      methods: [{ id: "trend", test: named(test ?? undefined, setting) }],
      text: ["Trend across groups", pInWords(trend.p)],
      number: { quantity: "trend z", group: "", value: trend.z, df: 1, p: trend.p },
    });
  return stats;
}

/** Other corrections of P for the search than the one printed. */
function otherCutP({ p }: NonNullable<Result["cut"]>): Stat[] {
  const methods: Methods = [{ id: "otherCutP", hothornLausen: p.hothornLausen !== null }];
  const one = (name: string, value: number): Stat => ({
    methods,
    text: [name, pInWords(value)],
    number: { quantity: name, group: "", p: value },
  });
  return [
    ...(p.hothornLausen === null ? [] : [one("P, Hothorn–Lausen bound", p.hothornLausen)]),
    one("P, Lausen–Schumacher 1992", p.lausen1992),
    one("P, improved Bonferroni 1994", p.lausen1994),
  ];
}

function ratioStats(result: Result): Stat[] {
  const { comparisons, setting, confidence, cut, restrictedMeans } = result;
  const cox = comparisons?.cox;
  if (!cox) return [];
  const { level } = confidence;
  const { reference } = cox;
  const model: MethodUse = { id: "cox", reference, level, strata: setting.strata, robust: sampled(result) };
  const ratios = (name: string, of: GroupRatio[], methods: Methods) =>
    of.map(
      (ratio): Stat => ({
        methods,
        text: [`${name} (${ciOf(result)}), ${ratio.label} v ${reference}`, ratioInWords(ratio)],
        number:
          ratio.coefficient.kind === "estimated"
            ? {
                quantity: `${nth(name, 0).toLowerCase()}${name.slice(1)} v ${reference}`,
                group: ratio.label,
                value: ratio.coefficient.hazardRatio,
                lower: ratio.coefficient.lower,
                upper: ratio.coefficient.upper,
                // At a searched cut this P would ignore the search.
                p: cut === null ? ratio.coefficient.p : undefined,
              }
            : null,
      }),
    );
  const stats = [
    ...ratios("Hazard ratio", cox.ratios, [model]),
    ...ratios("Hazard ratio by Firth", cox.firth ?? [], [{ id: "firth", level }]),
  ];
  const p = cox.proportionalHazards;
  if (!Number.isNaN(p))
    stats.push({
      methods: [{ id: "proportionalHazards", p, averaged: restrictedMeans !== null }],
      text: ["Proportional hazards", pInWords(p)],
      number: { quantity: "proportional hazards", group: "", p },
    });
  return stats;
}

const adjusted = { holm: "Holm", benjaminiHochberg: "Benjamini–Hochberg", bonferroni: "Bonferroni" };

/** Trend and pairs take the weighted log-rank test of the panel; beside MaxCombo the plain one. */
const named = (test: PanelTest | LogRankResult | undefined, setting: Result["setting"]) =>
  testInSentence({ test: test?.kind === "tested" && test.test === "maxCombo" ? null : (test ?? null), setting });

function pairStats(result: Result): Stat[] {
  const pairs = result.comparisons?.pairs;
  if (!pairs) return [];
  const tested = pairs.tests.find(({ result: pair }) => pair.kind === "tested");
  const test = named(tested?.result, result.setting);
  const methods: Methods = [{ id: "pairs", test, adjust: pairs.adjust }];
  return pairs.tests.flatMap(({ labels: [a, b], result: pair, adjustedP }): Stat[] => [
    {
      methods,
      text: [
        `${a} v ${b}, adjusted (${adjusted[pairs.adjust]})`,
        pair.kind === "tested" ? pInWords(adjustedP) : "cannot be computed",
      ],
      number: pair.kind === "tested" ? { quantity: `pair v ${b}, adjusted`, group: a, p: adjustedP } : null,
    },
    ...(pair.kind === "tested"
      ? [{ methods, text: null, number: { quantity: `pair v ${b}`, group: a, p: pair.p } }]
      : []),
  ]);
}

function timeStats(result: Result): Stat[] {
  const { atTimes, groups, reference, endpoint } = result;
  const ci = ciOf(result);
  return atTimes.flatMap(({ time, groups: values, differences }) => {
    const at = `${formatTime(time, endpoint.unit)} ${endpoint.unit}`;
    const each = values.map(
      (value, place): Stat => ({
        methods: [{ id: "atTimes" }],
        text: [
          `${endpoint.words.share} at ${at} (${ci}), ${nth(groups, place).label}`,
          value ? formatEstimate({ ...value, estimate: value.survival }, (share) => formatPercent(share)) : notFollowed,
        ],
        number: value
          ? {
              quantity: `survival at ${time}`,
              group: nth(groups, place).label,
              ...limitsOf(value),
              value: value.survival,
            }
          : null,
      }),
    );
    const between = differences.flatMap((difference, place): Stat[] =>
      difference
        ? [
            {
              methods: [{ id: "differenceAt" }],
              text: [
                `Difference at ${at} (${ci}), ${nth(groups, place).label} v ${nth(groups, reference).label}`,
                `${formatEstimate(difference, formatPoints)} points, ${pBesideInterval(difference, result.confidence.level)}`,
              ],
              number: {
                quantity: `difference at ${time} v ${nth(groups, reference).label}`,
                group: nth(groups, place).label,
                ...limitsOf(difference),
                value: difference.estimate,
                p: difference.p,
              },
            },
          ]
        : [],
    );
    return [...each, ...between];
  });
}

const notFollowed = "nobody followed so long";
const limitsOf = ({ lower, upper }: { lower: number; upper: number }) => ({ lower, upper });

function givenStats(result: Result): Stat[] {
  const { givenAlive, groups, endpoint } = result;
  if (!givenAlive) return [];
  const { given, times, nRisk } = givenAlive;
  const time = (value: number) => `${formatTime(value, endpoint.unit)} ${endpoint.unit}`;
  const methods: Methods = [{ id: "conditional", given: endpoint.words.without, at: time(given) }];
  const name = `given ${endpoint.words.without} at ${time(given)}`;
  const atRisk = nRisk.map(
    (value, place): Stat => ({
      methods,
      text: [
        `Patients ${endpoint.words.without} and followed at ${time(given)}, ${nth(groups, place).label}`,
        formatCount(value),
      ],
      number: { quantity: `at risk ${name}`, group: nth(groups, place).label, value },
    }),
  );
  const later = times.flatMap(({ time: at, groups: values }) =>
    values.map(
      (value, place): Stat => ({
        methods,
        text: [
          `${endpoint.words.share} at ${time(at)} ${name} (${ciOf(result)}), ${nth(groups, place).label}`,
          value ? formatEstimate({ ...value, estimate: value.survival }, (share) => formatPercent(share)) : notFollowed,
        ],
        number: value
          ? {
              quantity: `survival at ${at} ${name}`,
              group: nth(groups, place).label,
              ...limitsOf(value),
              value: value.survival,
            }
          : null,
      }),
    ),
  );
  return [...atRisk, ...later];
}

function meanStats(result: Result): Stat[] {
  const { restrictedMeans, groups, reference, endpoint } = result;
  if (!restrictedMeans) return [];
  const { tau, limit } = restrictedMeans;
  const ci = ciOf(result);
  const time = (value: number) => formatTime(value, endpoint.unit);
  const upTo = (end: number) => `up to ${time(end)} ${endpoint.unit} (${ci})`;
  const means = groups.map(({ label }, place): Stat => {
    const mean = nth(restrictedMeans.groups, place);
    return {
      methods: [{ id: "restrictedMeans", tau: `${time(tau)} ${endpoint.unit}`, chosen: tau < limit }],
      text: [`Restricted mean ${upTo(tau)}, ${label}`, `${formatEstimate(mean, time)}${restsOn(mean)}`],
      number: { quantity: `restricted mean up to ${tau}`, group: label, ...limitsOf(mean), value: mean.estimate },
    };
  });
  const against = groups[reference]?.label ?? "";
  const contrasts = restrictedMeans.contrasts.flatMap((contrast, place): Stat[] => {
    if (!contrast) return [];
    const { label } = nth(groups, place);
    const number = (what: string, { estimate: value, ...of }: typeof contrast.ratio & { p?: number }) => ({
      quantity: `${what} of restricted means up to ${contrast.tau} v ${against}`,
      group: label,
      ...limitsOf(of),
      value,
      p: of.p,
    });
    const between = `${upTo(contrast.tau)}, ${label} v ${against}`;
    const methods: Methods = [{ id: "restrictedContrasts" }];
    return [
      {
        methods,
        text: [
          `Difference of restricted means ${between}`,
          `${formatEstimate(contrast.difference, time)}, ${pBesideInterval(contrast.difference, result.confidence.level)}${restsOn(contrast)}`,
        ],
        number: number("difference", contrast.difference),
      },
      {
        methods,
        text: [`Ratio of restricted means ${between}`, formatEstimate(contrast.ratio, formatRatio)],
        number: number("ratio", contrast.ratio),
      },
    ];
  });
  return [...means, ...contrasts];
}

function followUpStats(result: Result): Stat[] {
  const { comparisons, groups, endpoint } = result;
  if (!comparisons) return [];
  const name = `Median follow-up, ${endpoint.unit} (${ciOf(result)})`;
  const methods: Methods = [{ id: "followUp", wholeOnly: result.setting.changes !== null }];
  const number = (group: string, of: Quantile) => ({ quantity: "median follow-up", group, ...quantileNumbers(of) });
  return [
    {
      methods,
      text: [name, formatMedian(comparisons.medianFollowUp, endpoint.unit)],
      number: number("", comparisons.medianFollowUp),
    },
    ...comparisons.followUp.map((quantile, place): Stat => {
      const { label } = nth(groups, place);
      const text: Stat["text"] =
        groups.length > 1 ? [`${name}, ${label}`, formatMedian(quantile, endpoint.unit)] : null;
      return { methods, text, number: number(label, quantile) };
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
        `${second.endpoint.label}, median, ${second.endpoint.unit} (${ciOf(result)}), ${label}`,
        `${formatMedian(median, second.endpoint.unit)}; ${countsInWords({ n: curve.n, events })}`,
      ],
      number: { quantity: `median, ${second.endpoint.label}`, group: label, ...quantileNumbers(median) },
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
