import { testChoices } from "../../board/panelForms/kaplanMeier";
import { ciInWords, formatCount, inSentence, pInWords } from "../../format";
import { nth } from "../../numeric/nth";
import type { LogRankResult } from "../../survival";
import type { MethodUse } from "../methods/methods";
import type { Stat } from "../methods/stat";
import { ratioInWords } from "../ratioInWords";
import { reasonInWords } from "../reasonInWords";
import { isRobust } from "../setting";
import { whyRatio } from "../whyUnknown";
import type { GroupRatio } from "./hazardRatios";
import { unevenly } from "./oneDirection";
import type { PanelTest } from "./panelTest";
import type { KaplanMeierResult } from "./result";
import { searchMethod, strataInWords } from "./settingWords";
import { testInWords } from "./testInWords";
import { testInSentence, testName } from "./testName";

type Result = KaplanMeierResult;
type Methods = Stat["methods"];

/** How the groups were compared. */
export function testMethod(result: Pick<Result, "test" | "setting" | "cut">): MethodUse {
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

export function testStats(result: Result): Stat[] {
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
      methods: [{ id: "trend", test: named(test ?? undefined, setting), strata: setting.strata }],
      text: ["Trend across groups", pInWords(trend.p)],
      number: { quantity: "trend z", group: "", value: trend.z, p: trend.p },
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

export function ratioStats(result: Result): Stat[] {
  const { comparisons, setting, confidence, cut, restrictedMeans } = result;
  const cox = comparisons?.cox;
  if (!cox) return [];
  const { level } = confidence;
  const { reference } = cox;
  const model: MethodUse = {
    id: "cox",
    reference,
    level,
    strata: setting.strata,
    robust: isRobust(setting),
  };
  const ratios = (name: string, of: GroupRatio[], methods: Methods) =>
    of.map(
      (ratio): Stat => ({
        methods,
        text: [`${name} (${ciInWords(result.confidence.level)}), ${ratio.label} v ${reference}`, ratioInWords(ratio)],
        number:
          ratio.coefficient.kind === "estimated"
            ? {
                quantity: `${nth(name, 0).toLowerCase()}${name.slice(1)} v ${reference}`,
                group: ratio.label,
                is: { estimand: inSentence(name), reference },
                value: ratio.coefficient.hazardRatio,
                lower: ratio.coefficient.lower,
                upper: ratio.coefficient.upper,
                // At a searched cut this P would ignore the search.
                p: cut === null ? ratio.coefficient.p : undefined,
              }
            : null,
        // Others say in place of the number why there is none.
        why: ratio.coefficient.kind === "estimated" ? whyRatio(ratio.coefficient) : [],
      }),
    );
  const stats = [
    ...ratios("Hazard ratio", cox.ratios, [model]),
    ...ratios("Hazard ratio by Firth", cox.firth ?? [], [{ id: "firth", level }]),
  ];
  const p = cox.proportionalHazards;
  if (!Number.isNaN(p))
    stats.push({
      methods: [{ id: "proportionalHazards", p, uneven: unevenly(result), averaged: restrictedMeans !== null }],
      text: ["Proportional hazards", pInWords(p)],
      number: { quantity: "proportional hazards", group: "", p },
    });
  return stats;
}

const adjusted = { holm: "Holm", benjaminiHochberg: "Benjamini–Hochberg", bonferroni: "Bonferroni" };

/** Trend and pairs take the weighted log-rank test of the panel; beside MaxCombo the plain one. */
const named = (test: PanelTest | LogRankResult | undefined, setting: Result["setting"]) =>
  testInSentence({ test: test?.kind === "tested" && test.test === "maxCombo" ? null : (test ?? null), setting });

export function pairStats(result: Result): Stat[] {
  const pairs = result.comparisons?.pairs;
  if (!pairs) return [];
  const tested = pairs.tests.find(({ result: pair }) => pair.kind === "tested");
  const test = named(tested?.result, result.setting);
  const { strata, weights } = result.setting;
  const methods: Methods = [{ id: "pairs", test, strata, robust: weights === "sampling", adjust: pairs.adjust }];
  return pairs.tests.flatMap(({ labels: [a, b], result: pair, adjustedP }): Stat[] => [
    {
      methods,
      text: [
        `${a} v ${b}, adjusted (${adjusted[pairs.adjust]})`,
        pair.kind === "tested" ? pInWords(adjustedP) : `cannot be computed: ${reasonInWords[pair.reason]}`,
      ],
      number:
        pair.kind === "tested"
          ? {
              quantity: `pair v ${b}, adjusted`,
              group: a,
              is: { estimand: "P of two groups, adjusted", reference: b },
              p: adjustedP,
            }
          : null,
      why: pair.kind === "tested" ? [] : [`NE, P of two groups: ${reasonInWords[pair.reason]}.`],
    },
    ...(pair.kind === "tested"
      ? [
          {
            methods,
            text: null,
            number: { quantity: `pair v ${b}`, group: a, is: { estimand: "P of two groups", reference: b }, p: pair.p },
          },
        ]
      : []),
  ]);
}
