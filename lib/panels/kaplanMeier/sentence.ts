import type { TimeUnit } from "../../board/board";
import { counted, formatLevel, formatMedian, pInWords } from "../../format";
import type { Facet, GroupResult, KaplanMeierResult } from "./result";
import { testName } from "./testName";

/** The figure in words, for those who do not see it: what is compared, how many, the medians, the test; of each endpoint. */
export const sentence = (result: KaplanMeierResult): string =>
  [ofEndpoint(result), ...(result.second ? [ofEndpoint(result.second)] : [])].join(" ");

function ofEndpoint(result: KaplanMeierResult): string {
  const { endpoint, groupLabel, groups, confidence } = result;
  const split = groupLabel === null ? "" : ` by ${groupLabel}, ${counted(groups.length, "group")}`;
  const head = `${result.setting.changes === null ? "Kaplan–Meier" : "Simon–Makuch"} curves of ${endpoint.label}${split}: ${counted(result.patients, "patient")}, ${counted(result.events, "event")}.`;
  const level = formatLevel(confidence.level);
  const each = groups.map((group) => groupInWords(group, endpoint.unit, level)).join("; ");
  return `${head} ${each}.${testInWords(result)}`;
}

/** Small figures in words: what they share, then each. */
export function multiplesSentence(result: KaplanMeierResult, facets: readonly Facet[]): string {
  const each = facets.map(({ label, result: facet }) => `${label}: ${sentence(facet)}`).join(" ");
  return `${counted(facets.length, "figure")} on shared axes, ${result.endpoint.label} by ${result.multiples?.label ?? ""}. ${each}`;
}

function groupInWords({ label, curve, events, median }: GroupResult, unit: TimeUnit, level: string): string {
  const size = `${label}: ${counted(curve.n, "patient")}, ${counted(events, "event")}`;
  if (events === 0) return `${size}, no median because nobody had the event`;
  if (median.kind === "notReached") return `${size}, median not reached`;
  return `${size}, median ${formatMedian(median, unit).replace("(", `${unit} (${level} confidence interval `)}`;
}

function testInWords(result: KaplanMeierResult): string {
  return result.test?.kind === "tested" ? ` ${testName(result)} test, ${pInWords(result.test.p)}.` : "";
}
