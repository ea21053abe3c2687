import {
  between,
  capitalized,
  counted,
  formatLevel,
  formatMedianTime,
  formatTime,
  groupInText,
  listed,
  pInWords,
} from "../../format";
import type { Quantile } from "../../survival";
import { ratioInWords } from "../ratioInWords";
import { filtersInText } from "../setting";
import { whyMedian, whyMedianFollowUp, whyRatio } from "../whyUnknown";
import { partsOf } from "./parts";
import type { GroupResult, KaplanMeierResult } from "./result";
import { strataInWords } from "./settingWords";
import { testInSentence } from "./testName";

/**
 * What was found: medians by group, the test, and the hazard ratios; of small figures and a second endpoint in sentences
 * of their own.
 */
export function results(result: KaplanMeierResult): string {
  const { endpoint, confidence, comparisons } = result;
  const parts = partsOf(result);
  const followed = comparisons
    ? ` Median follow-up was ${quantileInWords(comparisons.medianFollowUp, endpoint.unit, `${formatLevel(confidence.level)} CI,`)}.`
    : "";
  const why = [
    ...parts.flatMap((part) => part.result.groups.flatMap(({ median }) => whyMedian(median))),
    ...parts.flatMap((part) =>
      (part.result.comparisons?.cox?.ratios ?? []).flatMap(({ coefficient }) =>
        coefficient.kind === "estimated" ? whyRatio(coefficient) : [],
      ),
    ),
    ...(comparisons ? whyMedianFollowUp(comparisons.medianFollowUp) : []),
  ].filter((reason) => !reason.startsWith("NR"));
  const [all = "", ...further] = parts.map(({ subgroup, result: each }) =>
    subgroup === "" ? capitalized(found(each)) : `${capitalized(subgroup)}: ${found(each)}`,
  );
  return [`${all}${followed}${filtersInText(result)}`, ...further, ...new Set(why)].join(" ");
}

function found(result: KaplanMeierResult): string {
  const { endpoint, groups, confidence, comparisons, test, setting } = result;
  const ci = `${formatLevel(confidence.level)} CI,`;
  const each = groups.map((group) => groupInWords(group, result, ci));
  const compared: string[] = [];
  if (test?.kind === "tested")
    compared.push(
      setting.strata === null
        ? `${testInSentence(result)} ${pInWords(test.p)}`
        : `${testInSentence(result)} test${strataInWords(result)}, ${pInWords(test.p)}`,
    );
  if (comparisons?.trend?.kind === "tested") compared.push(`trend ${pInWords(comparisons.trend.p)}`);
  const head = `median ${endpoint.words.duration}${setting.causeSpecific ? " (cause-specific)" : ""} was ${listed(each)}`;
  return [`${[head, ...compared].join("; ")}.`, ...ratiosInWords(result, ci)].join(" ");
}

/** "Compared with A (reference), the hazard ratio was 0.62 (95% CI, 0.25–1.53; P = .31) for B." */
function ratiosInWords({ comparisons, cut, groupLabel, setting }: KaplanMeierResult, ci: string): string[] {
  const cox = comparisons?.cox;
  if (!cox || cox.ratios.length === 0) return [];
  const each = cox.ratios.map(({ label, coefficient }) => {
    const said = ratioInWords({ coefficient }, ci);
    // At a searched cut P would ignore the search.
    const withP = coefficient.kind === "estimated" && cut === null && !Number.isNaN(coefficient.p);
    return `${withP ? said.replace(/\)$/, `; ${pInWords(coefficient.p)})`) : said} for ${groupInText(label, groupLabel)}`;
  });
  return [
    `Compared with ${groupInText(cox.reference, groupLabel)} (reference)${strataInWords({ setting }).replace(" stratified", " and stratified")}, the hazard ratio was ${listed(each)}.`,
  ];
}

/** "19.9 months (95% CI, 11.1–53.1) for A (16 events among 22 patients)": no mark stands round the name of a group. */
function groupInWords(
  { label, curve, events, median }: GroupResult,
  { endpoint, groups, groupLabel }: KaplanMeierResult,
  ci: string,
): string {
  const size = `${counted(events, "event")} among ${counted(curve.n, "patient")}`;
  const value = quantileInWords(median, endpoint.unit, ci);
  return groups.length > 1 ? `${value} for ${groupInText(label, groupLabel)} (${size})` : `${value} (${size})`;
}

function quantileInWords(quantile: Quantile, unit: string, ci: string): string {
  const { value, interval } = quantileWords(quantile, unit, ci);
  return `${value} (${interval})`;
}

/** "19.9 months" or "not reached", and "95% CI 11.1–NE". */
export function quantileWords(quantile: Quantile, unit: string, ci: string): { value: string; interval: string } {
  const limit = (time: number | null | undefined) =>
    time === null || time === undefined ? "NE" : formatTime(time, unit);
  const upper = "upper" in quantile ? quantile.upper : null;
  return {
    value: quantile.kind === "reached" ? `${formatMedianTime(quantile, unit)} ${unit}` : "not reached",
    interval: `${ci} ${between(limit(quantile.lower), limit(upper))}`,
  };
}
