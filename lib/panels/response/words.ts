import type { PanelOf } from "../../board/panelForms/registry";
import {
  between,
  ciInWords,
  counted,
  decimals,
  formatCount,
  formatInterval,
  formatPercent,
  formatRatio,
  listed,
  listedUpTo,
  numberInWords,
  pInWords,
  plainDecimals,
} from "../../format";
import { methodInWords } from "../methods/methods";
import { pBesideInterval } from "../pBesideInterval";
import { filtersInText, filtersInTitle, leftOutInWords } from "../setting";
import { whyExactTest, whyOddsRatio } from "../whyUnknown";
import { drawnPart } from "./figure/drawnPart";
import { laneCount } from "./figure/swimmer";
import { changeInWords } from "./patientInWords";
import type { RateId, ResponseComparison, ResponseGroup, ResponseRate, ResponseResult } from "./result";
import { titleOf } from "./title";

export const rateNames: Record<RateId, string> = {
  ORR: "Objective response",
  DCR: "Disease control",
  CBR: "Clinical benefit",
};

const notEvaluable = 4;

/** "response, or stable ≥ 6 months": what a rate counts. */
export const rateMeaning = (id: RateId, { benefit }: Pick<ResponseResult, "benefit">): string =>
  ({
    ORR: "complete or partial response",
    DCR: "response or stable disease",
    CBR: `response, or stable for at least ${numberInWords(benefit ?? 0)} months`,
  })[id];

/** "10 of 12 patients measured, tumor smaller than at baseline in 7, in A and …": all that changes without responses say. */
export const changesInWords = ({ groups }: ResponseResult): string =>
  listed(
    groups.map(
      ({ label, n, measured, smaller }) =>
        `${formatCount(measured)} of ${counted(n, "patient")} measured, tumor smaller than at baseline in ${formatCount(smaller)}${groups.length > 1 ? `, in ${label}` : ""}`,
    ),
  );

const unevaluated = ({ groups }: ResponseResult) =>
  groups.reduce((sum, { categories }) => sum + (categories[notEvaluable] ?? 0), 0);

/** "64 of 75 patients measured · 11 not evaluable". */
export function subtitle(result: ResponseResult): string {
  const { patients, measured, changes } = result;
  const missed = unevaluated(result);
  const parts = [
    changes === null
      ? counted(result.patients, "patient")
      : `${formatCount(measured)} of ${counted(patients, "patient")} measured`,
    ...(missed > 0 ? [`${formatCount(missed)} not evaluable`] : []),
    ...(result.color === null ? [] : [`colors: ${result.color.label}`]),
  ];
  return `${parts.join(" · ")}${filtersInTitle(result)}`;
}

/** "19% (6–38)". */
export const rateText = ({ estimate, lower, upper }: ResponseRate): string => {
  if (Number.isNaN(estimate)) return "–";
  const bare = (share: number) => formatPercent(share).replace("%", "");
  return `${formatPercent(estimate)} (${between(bare(lower), bare(upper))})`;
};

/** A difference of shares in percentage points: "+11.1 (−4.6 to 28.9) points". */
export function differenceText({ estimate, lower, upper }: { estimate: number; lower: number; upper: number }): string {
  // A limit next to 0 has as many digits as tell on which side it lies.
  const points = (share: number) => {
    const digits = [1, 2, 3].find((each) => Number(plainDecimals(share * 100, each).replace("−", "-")) !== 0);
    return decimals(share * 100, share === 0 ? 1 : (digits ?? 3));
  };
  return `${estimate > 0 ? "+" : ""}${points(estimate)} (${between(points(lower), points(upper))}) points`;
}

/** Whose rates they are. */
export const denominatorText = ({ denominator }: Pick<ResponseResult, "denominator">): string =>
  denominator === "all" ? "of all patients" : "of evaluable patients";

/** "objective response 5 of 27, 19% (95% CI 6–38), in A and 2 of 48, 4% (1–14), in B". */
function ratesInWords({ groups, level }: ResponseResult, id: RateId): string {
  const one = ({ label, rates }: ResponseGroup, place: number) => {
    const rate = rates.find((each) => each.id === id);
    if (!rate) return [];
    const text = rateText(rate);
    const stated = place === 0 ? text.replace("(", `(${ciInWords(level)} `) : text;
    return [
      `${formatCount(rate.count)} of ${formatCount(rate.of)}, ${stated}${groups.length > 1 ? `, in ${label}` : ""}`,
    ];
  };
  return listed(groups.flatMap(one));
}

/** "difference, B less A, −14.3 points (…)": every other group less the reference. */
const differencesInWords = ({ differences, reference }: ResponseComparison): string[] =>
  differences.map(
    (difference) => `difference, ${difference.label} less ${reference.label}, ${differenceText(difference)}`,
  );

/**
 * "P = .091"; beside one difference whose interval says otherwise, that it does: Newcombe’s interval and Fisher’s test are
 * of different constructions.
 */
export function testText({ differences, p }: ResponseComparison, level: number): string {
  const [only, ...others] = differences;
  return only && others.length === 0 ? pBesideInterval({ ...only, p }, level) : pInWords(p);
}

const oddsInWords = ({ differences, reference }: ResponseComparison): string[] =>
  differences.flatMap(({ label, oddsRatio }) =>
    oddsRatio ? [`odds ratio, ${label} v ${reference.label}, ${oddsRatioText(oddsRatio)}`] : [],
  );

/** "5.1 (0.8–57.2)". */
export function oddsRatioText({ estimate, lower, upper }: { estimate: number; lower: number; upper: number }): string {
  const one = (value: number) => (value === Number.POSITIVE_INFINITY ? "∞" : formatRatio(value));
  return `${one(estimate)} (${formatInterval({ lower, upper }, one)})`;
}

/** What was found, as in a results section. */
export function results(result: ResponseResult): string {
  if (result.responseLabel === null)
    return `Best change: ${changesInWords(result)}. No column says best response, so there are no rates of response.${filtersInText(result)}`;
  const rates = result.groups[0]?.rates.map(({ id }) => id) ?? [];
  const { comparison } = result;
  const found = rates.map((id) => `${rateNames[id]} (${rateMeaning(id, result)}): ${ratesInWords(result, id)}.`);
  const compared = comparison
    ? [
        `${rateNames[comparison.rate]}: ${[...differencesInWords(comparison), ...oddsInWords(comparison)].join("; ")}; Fisher’s exact test ${testText(comparison, result.level)}.`,
      ]
    : [];
  return [
    `${counted(result.patients, "patient")}; rates ${denominatorText(result)}${result.denominator === "all" ? ", not evaluable counted as no response" : ""}.`,
    ...found,
    ...compared,
    ...(comparison ? whyExactTest(comparison.p) : []),
    ...new Set(comparison?.differences.flatMap(({ oddsRatio }) => (oddsRatio ? whyOddsRatio(oddsRatio) : [])) ?? []),
    filtersInText(result).trim(),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** The figure in words. */
export function sentence(result: ResponseResult): string {
  if (result.responseLabel === null) return `${titleOf(result)}: ${changesInWords(result)}.${endpointsInWords(result)}`;
  const objective = ratesInWords(result, "ORR");
  const { measured, patients, changes } = result;
  const drawn = changes === null ? "" : `; best change of ${formatCount(measured)} of ${counted(patients, "patient")}`;
  return `${titleOf(result)}, ${counted(result.patients, "patient")}: objective response ${objective}${drawn}.${endpointsInWords(result)}`;
}

/** " Courses follow overall survival and progression-free survival.": the endpoints that lanes are of. */
function endpointsInWords({ endpoint, progression }: ResponseResult): string {
  const named = [endpoint?.label, progression?.label].filter((each) => each !== undefined);
  return named.length === 0 ? "" : ` Courses: ${listed(named)}.`;
}

/** Under the figure. */
export function caption(result: ResponseResult, options: PanelOf<"response">["figure"]): string {
  const { show } = options;
  const { bars: ofBars, others, heading } = drawnPart(result, options);
  const { each, patients, measured, marked, changes } = ofBars;
  const bars = (show === "waterfall" || show === "both") && changes !== null && measured > 0;
  const lanes = (show === "swimmer" || show === "both") && laneCount(others) > 0;
  const cut = each.filter(({ change }) => change > 100).sort((a, b) => b.change - a.change);
  const missing = patients - measured;
  return [
    ...(bars
      ? [
          `Bars: best change from baseline${changes.from === "column" ? "" : ", from the measurements"}; dashed at +20% (progression) and −30% (response). A bar below −30% is no response by itself: confirmation, non-target and new lesions count too.`,
          ...(cut.length > 0
            ? [
                `${counted(cut.length, "bar is", "bars are")} cut at +100% (${cutInWords(cut.map(({ change }) => change))}).`,
              ]
            : []),
          ...(missing > 0
            ? [
                `${formatCount(missing)} of ${counted(patients, "patient")} (${formatPercent(missing / patients)}) without a measurement ${missing === 1 ? "stands" : "stand"} at the right.`,
              ]
            : []),
          ...(marked.length > 0
            ? [`Dots: category and bar lie on different sides of −30% (${formatCount(marked.length)}).`]
            : []),
        ]
      : []),
    ...(show === "spider" && others.each.some(({ series }) => series.length > 1)
      ? [
          `Lines: change of the sum of diameters from baseline over time, of ${counted(others.each.filter(({ series }) => series.length > 1).length, "patient")} with a measurement after baseline; the baseline stands at time zero.`,
        ]
      : []),
    ...(lanes ? [lanesInWords(others)] : []),
    ...(heading === undefined ? [] : [`${lanes && bars ? "Lanes" : "Drawn"}: ${heading}.`]),
    ...(result.setting.filters.length > 0 ? [methodInWords({ id: "filters", filters: result.setting.filters })] : []),
    ...leftOutInWords(result.leftOut, result.setting),
  ].join(" ");
}

const cutInWords = (changes: number[]): string => listedUpTo(6, changes.map(changeInWords));

function lanesInWords(result: ResponseResult): string {
  const lanes = laneCount(result);
  const without = result.each.length - lanes;
  const body =
    result.courseStates.length > 0
      ? "treatments on the time followed, each after a mark in the color of its bar"
      : result.progression
        ? "in color to progression, pale from there"
        : "as long as followed";
  return `Lanes: one patient each, ${body}${without > 0 ? `; ${formatCount(without)} without known follow-up have none` : ""}; numbers are running numbers.`;
}
