import type { FigureOptions } from "../../board/figureOptions";
import { testChoices } from "../../board/panelForms/kaplanMeier";
import { counted, formatCount, formatMedianTime, pInWords } from "../../format";
import { hiddenGroups } from "../curves/visible";
import type { KaplanMeierResult, SecondEndpoint } from "./result";
import { settingInWords, strataInWords } from "./settingWords";

/** "Overall survival by arm". */
export function generatedTitle({ endpoint, groupLabel, multiples }: KaplanMeierResult): string {
  const title = groupLabel === null ? endpoint.label : `${endpoint.label} by ${groupLabel}`;
  return multiples === null ? title : `${title}, for each ${multiples.label}`;
}

/** "Log-rank P = .013 · 75 patients, 62 events". */
export function generatedSubtitle(result: KaplanMeierResult): string {
  if (result.incidence) return result.incidence.subtitle;
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

const drawn: Record<FigureOptions["scale"], string> = {
  survival: "Kaplan–Meier estimate",
  failure: "One minus the Kaplan–Meier estimate",
  cumulativeHazard: "Cumulative hazard, −log of the Kaplan–Meier estimate",
  logLog: "log(−log) of the Kaplan–Meier estimate",
};

/** Of groups that change with time the estimate has another name. */
const estimateOf = ({ setting }: KaplanMeierResult, { scale }: FigureOptions) =>
  setting.changes === null ? drawn[scale] : drawn[scale].replace("Kaplan–Meier", "Simon–Makuch");

/** What is drawn and how, as it stands under a figure in print. */
export function generatedCaption(
  result: KaplanMeierResult,
  options: FigureOptions,
  ticked = options.censorTicks,
): string {
  const { confidence, endpoint, test, groups } = result;
  const { incidence } = result;
  const parts = [incidence ? incidence.estimate : `${estimateOf(result, options)} of ${endpoint.label}.`];
  if (options.band)
    parts.push(
      `Bands: pointwise ${Math.round(confidence.level * 1000) / 10}% confidence intervals (${confidence.type.replace("-", "\u2011")}).`,
    );
  if (ticked && groups.some(({ curve }) => curve.n > curve.events)) parts.push("Ticks: censored patients.");
  if (options.table.some((count) => count !== "atRisk")) parts.push("Censored and events are counted from time zero.");
  if (options.fadeBelow > 0) parts.push(`Paler where fewer than ${options.fadeBelow} are at risk.`);
  if (test?.kind === "tested" && result.multiples === null)
    parts.push(`Two-sided ${testInSentence(result)} test${strataInWords(result)}, ${pInWords(test.p)}.`);
  if (result.multiples !== null)
    parts.push(`One figure for each ${result.multiples.label}, on shared axes; each P is of its own patients.`);
  if (result.second !== null) parts.push(secondInWords(result.second));
  parts.push(...settingInWords(result), ...(incidence?.sentences ?? []));
  if (!incidence && groups.some(({ median }) => median.kind === "notReached")) parts.push("NR: median not reached.");
  parts.push(...patientsInWords(result), ...viewInWords(result, options));
  const { cautions } = options;
  parts.push(...result.warnings.filter(({ id }) => cautions.includes(id)).map((warning) => warning.caption));
  return parts.join(" ");
}

/** What is said of the second endpoint; no test compares the two, which are of the same patients. */
function secondInWords(second: SecondEndpoint): string {
  const p = second.test?.kind === "tested" ? `, ${pInWords(second.test.p)} between its groups` : "";
  return `Dashed: ${second.endpoint.label}${p}; the two endpoints are of the same patients and are not compared.`;
}

/** How long patients were followed, and who is in no curve. */
function patientsInWords({ comparisons, leftOut, endpoint, setting }: KaplanMeierResult): string[] {
  // Whom the landmark leaves out is said with it.
  const others =
    setting.landmark === null ? leftOut : leftOut.filter(({ reason }) => !/\bby the landmark\b/.test(reason));
  const parts: string[] = [];
  if (comparisons?.medianFollowUp.kind === "reached")
    parts.push(
      `Median follow-up ${formatMedianTime(comparisons.medianFollowUp, endpoint.unit)} ${endpoint.unit} (reverse Kaplan–Meier).`,
    );
  if (others.length > 0)
    parts.push(`Left out: ${others.map(({ reason, count }) => `${formatCount(count)} ${reason}`).join(", ")}.`);
  return parts;
}

/** What the figure leaves out of sight, though every number counts it. */
function viewInWords(result: KaplanMeierResult, options: FigureOptions): string[] {
  const { zoom, end, yRange } = options;
  const unit = options.unit ?? result.endpoint.unit;
  const parts: string[] = [];
  if (zoom !== null)
    parts.push(`The time axis shows ${zoom[0]} to ${zoom[1]} ${unit}; all follow-up enters the estimates.`);
  else if (end !== null) parts.push(`The time axis is cut at ${end} ${unit}; all follow-up enters the estimates.`);
  if (yRange !== null) parts.push("The vertical axis shows a part of its range.");
  const hidden = hiddenGroups(result, options);
  if (hidden.length > 0)
    parts.push(`Not drawn, but counted in every number: ${hidden.map(({ label }) => label).join(", ")}.`);
  return parts;
}

export function testName({
  test,
  setting,
}: Pick<KaplanMeierResult, "test"> & Partial<Pick<KaplanMeierResult, "setting">>): string {
  const id = test?.kind === "tested" ? test.test : undefined;
  if (id === "maximallySelected") return "Maximally selected log-rank";
  // The log-rank test of groups that change with time.
  if (id === "logRank" && setting && setting.changes !== null) return "Mantel–Byar";
  return testChoices.find((each) => each.id === id)?.label ?? "Log-rank";
}

/** Names of persons keep their capitals. */
export const testInSentence = (result: KaplanMeierResult) =>
  testName(result).replace(/^(Log-rank|Maximally)/, (word) => word.toLowerCase());
