import type { PanelOf } from "../../board/panelForms/registry";
import { counted, formatCount, formatInterval, formatLevel, formatPercent, formatTime, pInWords } from "../../format";
import { nth } from "../../numeric/nth";
import { atRiskTable, curveLimits, survivalAt } from "../../survival";
import { underFigure } from "../curves/caption";
import { heldBackColumns, inWeights, withoutSmallCounts } from "../heldBack";
import { methodsOf, reasonsOf } from "../methods/stat";
import type { Highlight, NumberTable, PanelReport } from "../report";
import { filtersInText, settingMethods } from "../setting";
import type { DrawnFigure } from "../sheet/drawnFigure";
import { unitFactor } from "../timeUnit";
import { whyMedian } from "../whyUnknown";
import { ratioStats, testStats } from "./comparisonStats";
import { ownCurves } from "./drawn";
import { headline } from "./headline";
import { drawnParts, inOneTable, type Part, partName, partsOf, withinPart } from "./parts";
import type { GroupResult, KaplanMeierResult } from "./result";
import { quantileWords, results } from "./resultsText";
import { numbers, statistics } from "./statisticsTables";
import { statsOf } from "./stats";
import { testName } from "./testName";

/** Of more hazard ratios a slide has the first ones. */
const mostRatios = 3;

export const kaplanMeierReport: PanelReport<PanelOf<"kaplanMeier">, KaplanMeierResult> = {
  methods: (result) => [...settingMethods(result), ...methodsOf(statsOf(result))],
  headline,
  results,
  legend,
  statistics,
  reasons: (result) => reasonsOf(statsOf(result)),
  asTable: () => null,
  tableOnSlides: (result) => partsOf(result).length > 1,
  numbers,
  steps,
  atRisk,
  figureHoldsBack: true,
  heldBack,
  highlights,
  at,
  verdict: (result) =>
    drawnParts(result).flatMap((part) =>
      verdict(part.result).map(([name, value]) => [withinPart(partName(part, result), name), value] as const),
    ),
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

/** The test, and the hazard ratios where there are few: the first of many are no choice of anybody's. */
function verdict(result: KaplanMeierResult): (readonly [string, string])[] {
  // Those by Firth come after them.
  const ratios = result.comparisons?.cox?.ratios.length ?? 0;
  const shown = [...testStats(result).slice(0, 1), ...(ratios > mostRatios ? [] : ratioStats(result).slice(0, ratios))];
  return shown.flatMap(({ text }) => (text ? [text] : []));
}

/** Steps at the ends of months, and curves that end where few are at risk. Estimates stay those of the exact times. */
function heldBack(result: KaplanMeierResult, asked: Parameters<typeof heldBackColumns>[1]): KaplanMeierResult {
  const month = unitFactor("months", result.endpoint.unit);
  const groups = result.groups.map((group) => {
    const fewest = inWeights(asked.fewest, group.sample?.heaviest);
    return { ...group, curve: heldBackColumns(group.curve, { ...asked, fewest }, month) };
  });
  const { second, multiples } = result;
  return {
    ...result,
    groups,
    second: second && heldBack(second, asked),
    multiples: multiples && {
      ...multiples,
      facets: multiples.facets.map((facet) => ({ ...facet, result: heldBack(facet.result, asked) })),
    },
  };
}

/** Patients of a group; of small figures and two endpoints the fewest that any of them shows. */
const fewest = ({ level }: GroupResult, result: KaplanMeierResult): number =>
  Math.min(
    ...partsOf(result).flatMap(({ result: { groups } }) =>
      groups.flatMap((each) => (each.level === level ? [each.curve.n] : [])),
    ),
  );

/** Every curve that is drawn, with the name of its small figure and endpoint where there are several. */
const drawnGroups = (result: KaplanMeierResult) =>
  drawnParts(result).flatMap((part) =>
    part.result.groups.map((group) => ({
      ...group,
      name: withinPart(partName(part, result), group.label, group.level),
      endpoint: part.result.endpoint,
    })),
  );

function highlights(result: KaplanMeierResult): Highlight[] {
  return drawnGroups(result).map(({ level, name, curve, median, endpoint }) => ({
    level,
    label: name,
    patients: curve.n,
    ...quantileWords(median, endpoint.unit, `median, ${formatLevel(result.confidence.level)} CI`),
    why: whyMedian(median),
  }));
}

function at(result: KaplanMeierResult, time: number) {
  const { endpoint, confidence } = result;
  const values = drawnGroups(result).map(({ curve }) => {
    const found = survivalAt(curve, time, confidence);
    if (!found) return "nobody followed";
    return `${formatPercent(found.survival)} (${formatInterval(found, formatPercent)})`;
  });
  return { time: `${formatTime(time, endpoint.unit)} ${endpoint.unit}`, values };
}

function legend(result: KaplanMeierResult, { figure }: PanelOf<"kaplanMeier">, { ticked }: DrawnFigure): string {
  const [all = "", ...others] = partsOf(result).map((part) => sizes(part, result));
  const further = others.length > 0 ? ` ${others.join("; ")}.` : "";
  const head = `${all}.${further}`;
  const said = underFigure(ownCurves(result, figure), figure, ticked);
  return figure.caption === null ? `${head} ${said}` : `${head}${filtersInText(result)} ${said}`;
}

/** "75 patients, 62 events (A, n = 27; B, n = 48)"; of a small figure with its name and P. */
function sizes(part: Part, panel: KaplanMeierResult): string {
  const { groups, patients, events, test } = part.result;
  const each = groups.map(({ label, curve }) => `${label}, n = ${formatCount(curve.n)}`);
  const counts = `${counted(patients, "patient")}, ${counted(events, "event")}${groups.length > 1 ? ` (${each.join("; ")})` : ""}`;
  const name = part.subgroup === "" && !part.second ? "" : partName(part, panel);
  const p = name !== "" && test?.kind === "tested" ? `, ${testName(part.result)} ${pInWords(test.p)}` : "";
  return `${name === "" ? "" : `${name}: `}${counts}${p}`;
}

/**
 * One line per group and distinct time of follow-up, named as R's `summary(survfit)`. `std.err` is that of Ŝ(t); limits are of the type and
 * level of the result.
 */
function steps(result: KaplanMeierResult): NumberTable {
  return inOneTable(result, partsOf(result), ({ result: { groups, confidence } }) => ({
    header: ["group", "time", "n.risk", "n.event", "n.censor", "survival", "std.err", "lower", "upper"],
    rows: groups.flatMap(({ label, curve }) => {
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
    }),
  }));
}

/** As under the figure: of each small figure, and of both endpoints. */
function atRisk(result: KaplanMeierResult, { ticks }: DrawnFigure, fewest: number | null): NumberTable | null {
  if (!ticks) return null;
  const times = ticks.map(({ time }) => time);
  return inOneTable(result, drawnParts(result), ({ result: { groups } }) => ({
    header: ["group", "time", "at.risk", "censored.before", "events.before"],
    rows: groups.flatMap(({ label, curve, sample }) => {
      const table = withoutSmallCounts(atRiskTable(curve, times), inWeights(fewest, sample?.heaviest));
      return times.map((time, index) => [
        label,
        time,
        nth(table.nRisk, index),
        nth(table.nCensor, index),
        nth(table.nEvent, index),
      ]);
    }),
  }));
}
