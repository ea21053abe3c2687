import { counted, formatLevel, formatMedianTime, formatTime, listed, pInWords } from "../../format";
import type { Quantile } from "../../survival";
import { ratioInWords } from "../ratioInWords";
import { filtersInText } from "../setting";
import { whyMedian, whyMedianFollowUp } from "../whyUnknown";
import type { GroupResult, KaplanMeierResult } from "./result";
import { testInSentence } from "./testName";

/** What was found: medians by group, the test, and the hazard ratio where there are two groups. */
export function results(result: KaplanMeierResult): string {
  const { endpoint, groups, confidence, comparisons, test, setting } = result;
  const ci = `${formatLevel(confidence.level)} CI`;
  const each = groups.map((group) => groupInWords(group, result, ci));
  const compared: string[] = [];
  if (test?.kind === "tested") compared.push(`${testInSentence(result)} ${pInWords(test.p)}`);
  if (comparisons?.trend?.kind === "tested") compared.push(`trend ${pInWords(comparisons.trend.p)}`);
  const cox = comparisons?.cox;
  for (const ratio of cox?.ratios ?? [])
    compared.push(`hazard ratio, ${ratio.label} v ${cox?.reference}, ${ratioInWords(ratio, ci)}`);
  const head = `Median ${endpoint.words.duration}${setting.causeSpecific ? " (cause-specific)" : ""} was ${listed(each)}`;
  const followed = comparisons
    ? ` Median follow-up was ${quantileInWords(comparisons.medianFollowUp, endpoint.unit, ci)}.`
    : "";
  const why = [
    ...groups.flatMap(({ median }) => whyMedian(median)),
    ...(comparisons ? whyMedianFollowUp(comparisons.medianFollowUp) : []),
  ].filter((reason) => reason.startsWith("NE"));
  return [
    `${head}${compared.length > 0 ? ` (${compared.join("; ")})` : ""}.${followed}${filtersInText(result)}`,
    ...new Set(why),
  ].join(" ");
}

function groupInWords(
  { label, curve, events, median }: GroupResult,
  { endpoint, groups }: KaplanMeierResult,
  ci: string,
): string {
  const size = `${counted(curve.n, "patient")}, ${counted(events, "event")}`;
  const value = quantileInWords(median, endpoint.unit, ci);
  return groups.length > 1 ? `${value} in “${label}” (${size})` : `${value} (${size})`;
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
    interval: `${ci} ${limit(quantile.lower)}–${limit(upper)}`,
  };
}
