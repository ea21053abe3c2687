import type { PanelOf } from "../../board/panelForms/registry";
import { counted, formatCount, formatLevel, formatPercent, formatTime } from "../../format";
import { nth } from "../../numeric/nth";
import { atRiskTable, curveLimits, survivalAt } from "../../survival";
import { captionOf } from "../curves/caption";
import { heldBackColumns, withoutSmallCounts } from "../heldBack";
import { methodsOf, reasonsOf } from "../methods/stat";
import type { Highlight, NumberTable, PanelReport } from "../report";
import { filtersInText, settingMethods } from "../setting";
import type { DrawnFigure } from "../sheet/drawnFigure";
import { unitFactor } from "../timeUnit";
import { whyMedian } from "../whyUnknown";
import { ownCurves } from "./drawn";
import { quantileWords, results } from "./prose";
import type { GroupResult, KaplanMeierResult } from "./result";
import { numbers, statistics } from "./statisticsTables";
import { statsOf } from "./stats";

export const kaplanMeierReport: PanelReport<PanelOf<"kaplanMeier">, KaplanMeierResult> = {
  methods: (result) => [...settingMethods(result), ...methodsOf(statsOf(result))],
  results,
  legend,
  statistics,
  reasons: (result) => reasonsOf(statsOf(result)),
  asTable: () => null,
  numbers,
  steps,
  atRisk,
  figureHoldsBack: true,
  heldBack,
  highlights,
  at,
  remarks: ({ warnings }) => warnings.filter(({ id }) => id === "group-small"),
  inCuts: ({ groups, confidence }) =>
    groups.map(({ level, label, curve: { n }, events, median }) => ({
      level,
      label,
      n,
      events,
      median,
      confidence: confidence.level,
    })),
  compared: ({ test }) => test?.kind === "tested",
  groups: (result) =>
    result.groups.map((group) => ({ level: group.level, label: group.label, patients: fewest(group, result) })),
};

/** Steps at the ends of months, and curves that end where few are at risk. Estimates stay those of the exact times. */
function heldBack(result: KaplanMeierResult, asked: Parameters<typeof heldBackColumns>[1]): KaplanMeierResult {
  const month = unitFactor("months", result.endpoint.unit);
  const groups = result.groups.map((group) => ({ ...group, curve: heldBackColumns(group.curve, asked, month) }));
  return { ...result, groups };
}

/** Patients of a group; of small figures the fewest that any of them shows. */
const fewest = ({ level, curve }: GroupResult, { multiples }: KaplanMeierResult): number =>
  Math.min(
    curve.n,
    ...(multiples?.facets ?? []).flatMap(({ result: { groups } }) =>
      groups.flatMap((each) => (each.level === level ? [each.curve.n] : [])),
    ),
  );

function highlights({ groups, endpoint, confidence }: KaplanMeierResult): Highlight[] {
  return groups.map(({ level, label, curve, median }) => ({
    level,
    label,
    patients: curve.n,
    ...quantileWords(median, endpoint.unit, `median, ${formatLevel(confidence.level)} CI`),
    why: whyMedian(median),
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

function legend(result: KaplanMeierResult, { figure }: PanelOf<"kaplanMeier">, { ticked }: DrawnFigure): string {
  const each = result.groups.map(({ label, curve }) => `${label}, n = ${formatCount(curve.n)}`);
  const sizes = result.groups.length > 1 ? ` (${each.join("; ")})` : "";
  const head = `${counted(result.patients, "patient")}, ${counted(result.events, "event")}${sizes}.`;
  if (figure.caption !== null) return `${head}${filtersInText(result)} ${figure.caption}`;
  return `${head} ${captionOf(ownCurves(result, figure), figure, ticked)}`;
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
      nth(curve.nRisk, index),
      nth(curve.nEvent, index),
      nth(curve.nCensor, index),
      nth(curve.survival, index),
      nth(curve.stdErr, index),
      nth(lower, index),
      nth(upper, index),
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
    return times.map((time, index) => [
      label,
      time,
      nth(table.nRisk, index),
      nth(table.nCensor, index),
      nth(table.nEvent, index),
    ]);
  });
  return { header: ["group", "time", "at.risk", "censored.before", "events.before"], rows };
}
