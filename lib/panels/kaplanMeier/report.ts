import type { PanelOf } from "../../board/panelForms/registry";
import { counted, formatCount, formatLevel, formatMedian, formatPercent, formatTime, pInWords } from "../../format";
import { atRiskTable, curveLimits, type Quantile, survivalAt } from "../../survival";
import type { DrawnFigure } from "../drawings";
import type { Highlight, NumberTable, PanelReport, TextTable } from "../report";
import { heldBack, withoutSmallCounts } from "./heldBack";
import { methods, quantileWords, ratioInWords, results } from "./prose";
import type { KaplanMeierResult } from "./result";
import { strataInWords } from "./settingWords";
import { testInWords } from "./testInWords";
import { generatedCaption, testName } from "./words";

export const kaplanMeierReport: PanelReport<PanelOf<"kaplanMeier">, KaplanMeierResult> = {
  methods,
  results,
  legend,
  statistics,
  numbers,
  steps,
  atRisk,
  heldBack,
  highlights,
  at,
  groups: ({ groups }) => groups.map(({ level, label, curve }) => ({ level, label, patients: curve.n })),
};

function highlights({ groups, endpoint, confidence }: KaplanMeierResult): Highlight[] {
  return groups.map(({ level, label, curve, median }) => ({
    level,
    label,
    patients: curve.n,
    ...quantileWords(median, endpoint.unit, `median, ${formatLevel(confidence.level)} CI`),
  }));
}

function at({ groups, endpoint, confidence }: KaplanMeierResult, time: number) {
  const values = groups.map(({ curve }) => {
    const found = survivalAt(curve, time, confidence);
    if (!found) return "nobody followed";
    return `${formatPercent(found.survival)} (${formatPercent(found.lower)}–${formatPercent(found.upper)})`;
  });
  return { time: `${formatTime(time, endpoint.unit)} ${endpoint.unit}`, values };
}

function legend(result: KaplanMeierResult, { figure }: PanelOf<"kaplanMeier">): string {
  const each = result.groups.map(({ label, curve }) => `${label}, n = ${formatCount(curve.n)}`);
  const sizes = result.groups.length > 1 ? ` (${each.join("; ")})` : "";
  const head = `${counted(result.patients, "patient")}, ${counted(result.events, "event")}${sizes}.`;
  return `${head} ${figure.caption ?? generatedCaption(result, figure)}`;
}

function statistics(result: KaplanMeierResult): TextTable {
  const { groups, endpoint, confidence, test, comparisons } = result;
  const ci = `${formatLevel(confidence.level)} CI`;
  const byGroup = groups.map(({ label, curve, median }) => [
    label,
    formatCount(curve.n),
    formatCount(curve.events),
    formatMedian(median, endpoint.unit),
  ]);
  const lines: [string, string][] = [];
  if (test?.kind === "tested") lines.push([`${testName(result)} test${strataInWords(result)}`, testInWords(test)]);
  if (comparisons?.trend?.kind === "tested") lines.push(["Trend across groups", pInWords(comparisons.trend.p)]);
  const cox = comparisons?.cox;
  for (const ratio of cox?.ratios ?? [])
    lines.push([`Hazard ratio (${ci}), ${ratio.label} v ${cox?.reference}`, ratioInWords(ratio)]);
  if (cox && !Number.isNaN(cox.proportionalHazards))
    lines.push(["Proportional hazards", pInWords(cox.proportionalHazards)]);
  if (comparisons)
    lines.push([`Median follow-up, ${endpoint.unit}`, formatMedian(comparisons.medianFollowUp, endpoint.unit)]);
  return {
    caption: `${endpoint.label}${result.groupLabel === null ? "" : ` by ${result.groupLabel}`}`,
    header: ["Group", "n", "Events", `Median, ${endpoint.unit} (${ci})`],
    rows: [...byGroup, ...lines.map(([name, value]) => [name, "", "", value])],
  };
}

function numbers(result: KaplanMeierResult): NumberTable {
  const { groups, test, comparisons } = result;
  const none = Number.NaN;
  const row = (name: string, group: string, value: number, lower = none, upper = none, df = none, p = none) => [
    name,
    group,
    value,
    lower,
    upper,
    df,
    p,
  ];
  const rows = groups.flatMap(({ label, curve, median }) => [
    row("patients", label, curve.n),
    row("events", label, curve.events),
    row("median", label, ...quantileNumbers(median)),
  ]);
  if (test?.kind === "tested")
    rows.push(
      "chiSquare" in test
        ? row(`${testName(result)} chi-square`, "", test.chiSquare, none, none, test.df, test.p)
        : row(`${testName(result)} largest |Z|`, "", test.statistic, none, none, none, test.p),
    );
  const trend = comparisons?.trend;
  if (trend?.kind === "tested") rows.push(row("trend z", "", trend.z, none, none, 1, trend.p));
  const cox = comparisons?.cox;
  for (const { label, coefficient } of cox?.ratios ?? [])
    if (coefficient.kind === "estimated")
      rows.push(
        row(
          `hazard ratio v ${cox?.reference}`,
          label,
          coefficient.hazardRatio,
          coefficient.lower,
          coefficient.upper,
          none,
          coefficient.p,
        ),
      );
  if (cox) rows.push(row("proportional hazards", "", none, none, none, none, cox.proportionalHazards));
  if (comparisons) rows.push(row("median follow-up", "", ...quantileNumbers(comparisons.medianFollowUp)));
  return { header: ["quantity", "group", "value", "lower", "upper", "df", "p"], rows };
}

function quantileNumbers(quantile: Quantile): [number, number, number] {
  const time = quantile.kind === "reached" ? quantile.time : Number.NaN;
  const upper = "upper" in quantile ? quantile.upper : null;
  return [time, quantile.lower ?? Number.NaN, upper ?? Number.NaN];
}

/**
 * One line per group and distinct time of follow-up, named as R's `summary(survfit)`. `std.err` is that of Ŝ(t); limits are of the type and
 * level of the result.
 */
function steps({ groups, confidence }: KaplanMeierResult): NumberTable {
  const rows = groups.flatMap(({ label, curve }) => {
    const { lower, upper } = curveLimits(curve, confidence);
    return Array.from(curve.time, (time, index) => [
      label,
      time,
      curve.nRisk[index],
      curve.nEvent[index],
      curve.nCensor[index],
      curve.survival[index],
      curve.stdErr[index],
      lower[index],
      upper[index],
    ]);
  });
  return {
    header: ["group", "time", "n.risk", "n.event", "n.censor", "survival", "std.err", "lower", "upper"],
    rows,
  };
}

function atRisk({ groups }: KaplanMeierResult, { ticks }: DrawnFigure, fewest: number | null): NumberTable | null {
  if (!ticks) return null;
  const times = ticks.map(({ time }) => time);
  const rows = groups.flatMap(({ label, curve }) => {
    const table = withoutSmallCounts(atRiskTable(curve, times), fewest);
    return times.map((time, index) => [label, time, table.nRisk[index], table.nCensor[index], table.nEvent[index]]);
  });
  return { header: ["group", "time", "at.risk", "censored.so.far", "events.so.far"], rows };
}
