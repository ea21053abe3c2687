import type { FigureOptions } from "../../board/figureOptions";
import { ciInWords, counted, formatMedianTime, inSentence, pInWords } from "../../format";
import type { BoxLine, Words } from "../curves/drawn";
import { ratioInWords } from "../ratioInWords";
import { filtersInTitle, leftOutInWords } from "../setting";
import { whyMedian } from "../whyUnknown";
import type { KaplanMeierResult } from "./result";
import { multiplesSentence, sentence } from "./sentence";
import { analysisInWords, strataInWords } from "./settingWords";
import { testInSentence, testName } from "./testName";

/** Everything that stands in and under the figure in words. */
export const wordsOf = (result: KaplanMeierResult, options: FigureOptions): Words => ({
  title: generatedTitle(result),
  subtitle: generatedSubtitle(result),
  estimate: `${estimateOf(result, options)} of ${endpointsOf(result)}.`,
  sentences: [...sentences(result, options), ...weightedCounts(result, options)],
  cautions: result.warnings.map(({ id, caption }) => ({ id, text: caption })),
  spoken: spokenOf(result),
  box: boxOf(result),
});

/** The figure for those who do not see it. */
export const spokenOf = (result: KaplanMeierResult): string =>
  result.multiples === null ? sentence(result) : multiplesSentence(result, result.multiples.facets);

/** "Overall survival by arm". */
export function generatedTitle({ endpoint, groupLabel, multiples }: KaplanMeierResult): string {
  const title = groupLabel === null ? endpoint.label : `${endpoint.label} by ${groupLabel}`;
  return multiples === null ? title : `${title}, for each ${multiples.label}`;
}

/** "Log-rank P = .013 · 75 patients, 62 events". */
export const generatedSubtitle = (result: KaplanMeierResult): string =>
  `${comparedInTitle(result)}${filtersInTitle(result)}`;

function comparedInTitle(result: KaplanMeierResult): string {
  const { second, multiples } = result;
  const counts = `${counted(result.patients, "patient")}, ${counted(result.events, "event")}`;
  if (multiples !== null) return `${counts}, in ${counted(multiples.facets.length, "figure")} on shared axes`;
  if (second !== null) {
    const test = second.test?.kind === "tested" ? `, ${testName(second)} ${pInWords(second.test.p)}` : "";
    const own = result.test?.kind === "tested" ? `, ${testName(result)} ${pInWords(result.test.p)}` : "";
    return `${counts}${own} · ${second.endpoint.label}: ${counted(second.patients, "patient")}, ${counted(second.events, "event")}${test}`;
  }
  return result.test?.kind === "tested" ? `${testName(result)} ${pInWords(result.test.p)} · ${counts}` : counts;
}

/** "overall survival and progression-free survival"; of both drawn as one result, as that is called. */
const endpointsOf = ({ endpoint, second, groups }: KaplanMeierResult): string =>
  second === null || groups.some(({ endpointPlace }) => endpointPlace !== undefined)
    ? inSentence(endpoint.label)
    : `${inSentence(endpoint.label)} and ${inSentence(second.endpoint.label)}`;

const estimates: Record<FigureOptions["scale"], string> = {
  survival: "Kaplan–Meier estimate",
  failure: "One minus the Kaplan–Meier estimate",
  cumulativeHazard: "Cumulative hazard, −log of the Kaplan–Meier estimate",
  logLog: "log(−log) of the Kaplan–Meier estimate",
};

/** Of groups that change with time the estimate has another name. */
const estimateOf = ({ setting }: KaplanMeierResult, { scale }: FigureOptions) =>
  setting.changes === null ? estimates[scale] : estimates[scale].replace("Kaplan–Meier", "Simon–Makuch");

/** What the table under the axis counts, where it does not count patients. */
const weightedCounts = ({ setting }: KaplanMeierResult, { table }: FigureOptions): string[] =>
  setting.weights === "sampling" && table.length > 0
    ? ["Numbers under the axis are sums of the sampling weights."]
    : [];

/** What was done and found. */
function sentences(result: KaplanMeierResult, { annotation }: FigureOptions): string[] {
  const { test, multiples, second, groups, leftOut, setting } = result;
  const parts: string[] = [];
  if (test?.kind === "tested" && multiples === null)
    parts.push(`Two-sided ${testInSentence(result)} test${strataInWords(result)}, ${pInWords(test.p)}.`);
  if (multiples !== null)
    parts.push(`One figure for each ${multiples.label}, on shared axes; each P is of its own patients.`);
  if (second !== null) parts.push(secondInWords(second));
  parts.push(...analysisInWords(result));
  if (annotation.includes("medians")) parts.push(...new Set(groups.flatMap(({ median }) => whyMedian(median))));
  return [...parts, ...followUpInWords(result), ...leftOutInWords(leftOut, setting)];
}

/** What is said of the second endpoint; no test compares the two, which are of the same patients. */
function secondInWords(second: KaplanMeierResult): string {
  const p = second.test?.kind === "tested" ? `, ${pInWords(second.test.p)} between its groups` : "";
  return `Dashed: ${second.endpoint.label}${p}; the two endpoints are of the same patients and are not compared.`;
}

function followUpInWords({ comparisons, endpoint }: KaplanMeierResult): string[] {
  if (comparisons?.medianFollowUp.kind !== "reached") return [];
  const time = formatMedianTime(comparisons.medianFollowUp, endpoint.unit);
  return [`Median follow-up ${time} ${endpoint.unit} (reverse Kaplan–Meier).`];
}

/** What can stand in a box inside the plot. */
function boxOf(result: KaplanMeierResult): Words["box"] {
  const { test, patients, events } = result;
  return {
    test: test?.kind === "tested" ? [{ text: `${testName(result)} ${pInWords(test.p)}` }] : [],
    patients: [{ text: `${counted(patients, "patient")}, ${counted(events, "event")}` }],
    hazardRatios: ratioLines(result),
  };
}

/** "HR v A (95% CI)", and below it "B: 0.45 (0.21–0.97)", from the Cox model of the groups. */
function ratioLines({ comparisons, confidence }: KaplanMeierResult): BoxLine[] {
  const cox = comparisons?.cox;
  if (!cox || cox.ratios.length === 0) return [];
  const head = `HR v ${cox.reference} (${ciInWords(confidence.level)})`;
  const each = cox.ratios.map((ratio) => ({
    text: `${ratio.label}: ${ratioInWords(ratio)}`,
    of: { level: ratio.level },
  }));
  return [{ text: head, soft: true }, ...each];
}
