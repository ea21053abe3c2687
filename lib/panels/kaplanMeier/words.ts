import type { FigureOptions } from "../../board/figureOptions";
import { testChoices } from "../../board/panelForms/kaplanMeier";
import { counted, formatCount, formatMedianTime, pInWords } from "../../format";
import type { KaplanMeierResult } from "./result";
import { settingInWords, strataInWords } from "./settingWords";
import { hiddenGroups } from "./visible";

/** "Overall survival by arm". */
export function generatedTitle({ endpoint, groupLabel }: KaplanMeierResult): string {
  return groupLabel === null ? endpoint.label : `${endpoint.label} by ${groupLabel}`;
}

/** "Log-rank P = .013 · 75 patients, 62 events". */
export function generatedSubtitle(result: KaplanMeierResult): string {
  const counts = `${counted(result.patients, "patient")}, ${counted(result.events, "event")}`;
  return result.test?.kind === "tested" ? `${testName(result)} ${pInWords(result.test.p)} · ${counts}` : counts;
}

const drawn: Record<FigureOptions["scale"], string> = {
  survival: "Kaplan–Meier estimate",
  failure: "One minus the Kaplan–Meier estimate",
  cumulativeHazard: "Cumulative hazard, −log of the Kaplan–Meier estimate",
  logLog: "log(−log) of the Kaplan–Meier estimate",
};

/** What is drawn and how, as it stands under a figure in print. */
export function generatedCaption(
  result: KaplanMeierResult,
  options: FigureOptions,
  ticked = options.censorTicks,
): string {
  const { confidence, endpoint, test, groups } = result;
  const parts = [`${drawn[options.scale]} of ${endpoint.label}.`];
  if (options.band)
    parts.push(
      `Bands: pointwise ${Math.round(confidence.level * 1000) / 10}% confidence intervals (${confidence.type.replace("-", "\u2011")}).`,
    );
  if (ticked && groups.some(({ curve }) => curve.n > curve.events)) parts.push("Ticks: censored patients.");
  if (options.table.some((count) => count !== "atRisk")) parts.push("Censored and events are counted from time zero.");
  if (options.fadeBelow > 0) parts.push(`Paler where fewer than ${options.fadeBelow} are at risk.`);
  if (test?.kind === "tested")
    parts.push(`Two-sided ${testInSentence(result)} test${strataInWords(result)}, ${pInWords(test.p)}.`);
  parts.push(...settingInWords(result));
  if (groups.some(({ median }) => median.kind === "notReached")) parts.push("NR: median not reached.");
  parts.push(...patientsInWords(result), ...viewInWords(result, options));
  const { cautions } = options;
  parts.push(...result.warnings.filter(({ id }) => cautions.includes(id)).map((warning) => warning.caption));
  return parts.join(" ");
}

/** How long patients were followed, and who is in no curve. */
function patientsInWords({ comparisons, leftOut, endpoint }: KaplanMeierResult): string[] {
  const parts: string[] = [];
  if (comparisons?.medianFollowUp.kind === "reached")
    parts.push(
      `Median follow-up ${formatMedianTime(comparisons.medianFollowUp, endpoint.unit)} ${endpoint.unit} (reverse Kaplan–Meier).`,
    );
  if (leftOut.length > 0)
    parts.push(`Left out: ${leftOut.map(({ reason, count }) => `${formatCount(count)} ${reason}`).join(", ")}.`);
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

export function testName({ test }: KaplanMeierResult): string {
  const id = test?.kind === "tested" ? test.test : undefined;
  return testChoices.find((each) => each.id === id)?.label ?? "Log-rank";
}

/** Names of persons keep their capitals. */
export const testInSentence = (result: KaplanMeierResult) => testName(result).replace("Log-rank", "log-rank");
