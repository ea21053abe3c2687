import { testChoices } from "../../board/panelForms/kaplanMeier";
import type { PanelOf } from "../../board/panelForms/registry";
import { counted, formatLevel, formatMedianTime, formatTime, pInWords } from "../../format";
import type { Quantile } from "../../survival";
import { ratioInWords } from "../ratioInWords";
import type { GroupResult, KaplanMeierResult } from "./result";
import { analysisInWords, strataInWords } from "./settingWords";
import { testInSentence } from "./testName";

const intervals: Record<KaplanMeierResult["confidence"]["type"], string> = {
  "log-log": "on the log(−log) scale",
  log: "on the log scale",
  plain: "on the plain scale",
  logit: "on the logit scale",
  arcsine: "on the arcsine scale",
};

/** How the curves and their comparison were computed. */
export function methods(result: KaplanMeierResult, { test: chosen }: PanelOf<"kaplanMeier">): string {
  const { endpoint, confidence, comparisons, groups } = result;
  const level = formatLevel(confidence.level);
  const origin = endpoint.origin === "" ? "" : ` from ${endpoint.origin}`;
  const parts = [
    `${endpoint.label} was measured${origin} in ${endpoint.unit} and estimated by the Kaplan–Meier method, with pointwise ${level} confidence intervals ${intervals[confidence.type]} from Greenwood’s standard error; intervals of medians follow Brookmeyer and Crowley.`,
  ];
  if (groups.length > 1) {
    const emphasis = testChoices.find(({ id }) => id === chosen)?.emphasis;
    const why = chosen === "logRank" || !emphasis ? "" : `, which weighs ${emphasis}`;
    parts.push(`Groups were compared by the two-sided ${testInSentence(result)} test${strataInWords(result)}${why}.`);
  }
  if (comparisons?.trend?.kind === "tested")
    parts.push("A trend over the ordered groups was tested with scores 1, 2, 3 ….");
  if (comparisons?.cox)
    parts.push(
      `Hazard ratios (reference: ${comparisons.cox.reference}) with ${level} Wald intervals come from a Cox model with Efron’s method for ties; proportional hazards were checked by the test of Grambsch and Therneau.`,
    );
  parts.push(...analysisInWords(result));
  if (comparisons) parts.push("Median follow-up was estimated by the reverse Kaplan–Meier method.");
  return parts.join(" ");
}

/** What was found: medians by group, the test, and the hazard ratio where there are two groups. */
export function results(result: KaplanMeierResult): string {
  const { endpoint, groups, confidence, comparisons, test } = result;
  const ci = `${formatLevel(confidence.level)} CI`;
  const each = groups.map((group) => groupInWords(group, result, ci));
  const compared: string[] = [];
  if (test?.kind === "tested") compared.push(`${testInSentence(result)} ${pInWords(test.p)}`);
  if (comparisons?.trend?.kind === "tested") compared.push(`trend ${pInWords(comparisons.trend.p)}`);
  const cox = comparisons?.cox;
  for (const ratio of cox?.ratios ?? [])
    compared.push(`hazard ratio, ${ratio.label} v ${cox?.reference}, ${ratioInWords(ratio, ci)}`);
  const head = `Median ${inSentence(endpoint.label)} was ${listed(each)}`;
  const followed = comparisons
    ? ` Median follow-up was ${quantileInWords(comparisons.medianFollowUp, endpoint.unit, ci)}.`
    : "";
  return `${head}${compared.length > 0 ? ` (${compared.join("; ")})` : ""}.${followed}`;
}

function groupInWords(
  { label, curve, median }: GroupResult,
  { endpoint, groups }: KaplanMeierResult,
  ci: string,
): string {
  const size = `${counted(curve.n, "patient")}, ${counted(curve.events, "event")}`;
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

/** "A, B and C". */
const listed = (parts: string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;

/** A label inside a sentence: "overall survival", but "OS" stays. */
const inSentence = (label: string) =>
  /^\p{Lu}(?!\p{Lu})/u.test(label) ? label[0].toLowerCase() + label.slice(1) : label;
