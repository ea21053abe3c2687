import type { PanelOf } from "../../board/panelForms/registry";
import {
  ciInWords,
  counted,
  formatCount,
  formatLevel,
  formatTime,
  groupInText,
  inSentence,
  listed,
  pInWords,
  withUnit,
} from "../../format";
import { nth } from "../../numeric/nth";
import { atRiskTable, incidenceAt, incidenceLimits } from "../../survival";
import { underFigure } from "../curves/caption";
import { inWeights, withoutSmallCounts } from "../heldBack";
import type { MethodUse } from "../methods/methods";
import { methodsOf, reasonsOf } from "../methods/stat";
import { ratioInWords } from "../ratioInWords";
import type { Highlight, NumberTable, PanelReport, TextTable } from "../report";
import { filterRows, filtersInText, settingMethods } from "../setting";
import type { DrawnFigure } from "../sheet/drawnFigure";
import { whyRatio, whyShare, whySubdistribution } from "../whyUnknown";
import { incidenceCurves } from "./drawn";
import { headline } from "./headline";
import { readingInWords } from "./reading";
import type { CumulativeIncidenceResult } from "./result";
import { eventsOf, statsOf, timeOf } from "./stats";

type Result = CumulativeIncidenceResult;

export const cumulativeIncidenceReport: PanelReport<PanelOf<"cumulativeIncidence">, Result> = {
  methods,
  legend,
  headline,
  results,
  statistics,
  reasons: (result) => [
    ...new Set([
      ...whyIncidence(result, timeOf(result)),
      ...reasonsOf(statsOf(result)),
      ...result.comparisons.flatMap(({ subdistribution, causeSpecific }) =>
        whySubdistribution(subdistribution !== null || causeSpecific === null, result.setting),
      ),
    ]),
  ],
  asTable: () => null,
  tableOnSlides: () => false,
  numbers,
  steps,
  atRisk,
  figureHoldsBack: true,
  heldBack: () => null,
  highlights,
  at: (result, time) => ({
    time: `${formatTime(time, result.endpoint.unit)} ${result.endpoint.unit}`,
    values: result.groups.map((group) => readingInWords(result, group, time) ?? "nobody followed"),
  }),
  remarks: () => [],
  inCuts: ({ groups, confidence }) =>
    groups.map((group) => ({
      level: group.level,
      label: group.label,
      n: group.curves.n,
      events: eventsOf(group, 1),
      median: null,
      confidence: confidence.level,
    })),
  compared: ({ comparisons }) => comparisons.some(({ gray }) => gray?.kind === "tested"),
  groups: ({ groups }) => groups.map(({ level, label, curves }) => ({ level, label, patients: curves.n })),
};

/** How everything shown was computed. */
function methods(result: Result): MethodUse[] {
  return [...settingMethods(result), ...methodsOf(statsOf(result))];
}

function legend(result: Result, { figure }: PanelOf<"cumulativeIncidence">, { ticked }: DrawnFigure): string {
  const each = result.groups.map(({ label, curves }) => `${label}, n = ${formatCount(curves.n)}`);
  const sizes = result.groups.length > 1 ? ` (${each.join("; ")})` : "";
  const head = `${counted(result.patients, "patient")}, ${counted(result.events, "event")}${sizes}.`;
  const said = underFigure(incidenceCurves(result), figure, ticked);
  return figure.caption === null ? `${head} ${said}` : `${head}${filtersInText(result)} ${said}`;
}

function results(result: Result): string {
  const { groups, groupLabel, endpoint, confidence } = result;
  const time = timeOf(result);
  const ci = `${ciInWords(confidence.level)},`;
  const each = groups.map((group) => {
    const value = readingInWords(result, group, time)?.replace("(", `(${ci} `) ?? "not known";
    return groups.length > 1 ? `${value} for ${groupInText(group.label, groupLabel)}` : value;
  });
  const gray = result.comparisons.find(({ cause }) => cause === 1)?.gray;
  const tested = gray?.kind === "tested" ? `; Gray’s test ${pInWords(gray.p)}` : "";
  return [
    `The cumulative incidence of ${inSentence(endpoint.words.incident)} by ${withUnit(time, endpoint.unit)} was ${listed(each)}${tested}.`,
    ...ratiosInWords(result, ci),
    filtersInText(result).trim(),
    ...whyIncidence(result, time),
    ...whyRatios(result),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** "Compared with A (reference), the subdistribution hazard ratio was 0.62 (95% CI, 0.25–1.53; P = .31) for B." */
function ratiosInWords({ comparisons, groups, groupLabel, reference }: Result, ci: string): string[] {
  const own = comparisons.find(({ cause }) => cause === 1);
  const against = groupInText(nth(groups, reference).label, groupLabel);
  const kinds = [
    ["subdistribution", own?.subdistribution ?? []],
    ["cause-specific", own?.causeSpecific ?? []],
  ] as const;
  return kinds.flatMap(([name, ratios]) => {
    if (ratios.length === 0) return [];
    const each = ratios.map(({ label, coefficient }) => {
      const said = ratioInWords({ coefficient }, ci);
      const withP =
        coefficient.kind === "estimated" && !Number.isNaN(coefficient.p)
          ? said.replace(/\)$/, `; ${pInWords(coefficient.p)})`)
          : said;
      return `${withP} for ${groupInText(label, groupLabel)}`;
    });
    return [`Compared with ${against} (reference), the ${name} hazard ratio was ${listed(each)}.`];
  });
}

/** Why a ratio that is said has no interval. */
const whyRatios = ({ comparisons }: Result): string[] => {
  const own = comparisons.find(({ cause }) => cause === 1);
  const ratios = [...(own?.subdistribution ?? []), ...(own?.causeSpecific ?? [])];
  return [
    ...new Set(ratios.flatMap(({ coefficient }) => (coefficient.kind === "estimated" ? whyRatio(coefficient) : []))),
  ];
};

/** Why the interval of an incidence of the event at a time is not known. */
function whyIncidence({ groups, confidence }: Result, time: number): string[] {
  const found = groups.flatMap(({ curves }) => incidenceAt(curves, 1, time, confidence) ?? []);
  return [...new Set(found.flatMap((each) => whyShare({ ...each, value: each.incidence }, 0)))];
}

function highlights(result: Result): Highlight[] {
  const { endpoint, confidence, groups } = result;
  const time = timeOf(result);
  return groups.map((group) => {
    const [value = "", limits] = (readingInWords(result, group, time) ?? "not known").split(/ (?=\()/);
    const by = `by ${withUnit(time, endpoint.unit)}`;
    const interval = limits ? `${by}, ${formatLevel(confidence.level)} CI ${limits.slice(1, -1)}%` : by;
    return { level: group.level, label: group.label, patients: group.curves.n, value, interval };
  });
}

function statistics(result: Result): TextTable {
  const { groups, causes, endpoint, confidence } = result;
  const time = timeOf(result);
  const rows = groups.map((group) => [
    group.label,
    formatCount(group.curves.n),
    ...causes.map(({ cause }) => formatCount(eventsOf(group, cause))),
    readingInWords(result, group, time) ?? "nobody followed so long",
  ]);
  const blank = causes.map(() => "");
  const lines = statsOf(result).flatMap(({ text }) => (text ? [[text[0], "", ...blank, text[1]]] : []));
  const by = withUnit(time, endpoint.unit);
  return {
    caption: `Cumulative incidence of ${inSentence(endpoint.words.incident)}${result.groupLabel === null ? "" : ` by ${result.groupLabel}`}.${filtersInText(result)}`,
    header: [
      "Group",
      "n",
      ...causes.map(({ label }) => label),
      `Incidence by ${by} (${formatLevel(confidence.level)} CI)`,
    ],
    rows: [...rows, ...lines],
  };
}

function numbers(result: Result): NumberTable {
  const rows = statsOf(result).flatMap(({ cause, number }): (string | number)[][] => {
    if (number === null) return [];
    const { quantity, group, value, lower, upper, p } = number;
    return [[quantity, cause, group, ...[value, lower, upper, p].map((each) => each ?? Number.NaN)]];
  });
  return {
    header: ["quantity", "cause", "group", "value", "lower", "upper", "p"],
    rows: [...rows, ...filterRows(result, 7)],
  };
}

/** One line per group, cause and distinct time. `std.err` is that of the incidence; limits are of the type and level of the result. */
function steps({ groups, causes, confidence }: Result): NumberTable {
  const rows = groups.flatMap(({ label, curves }) =>
    curves.causes.flatMap((each) => {
      const { lower, upper } = incidenceLimits(curves, each, confidence);
      const name = causes.find(({ cause }) => cause === each.cause)?.label ?? "";
      return Array.from(curves.time, (time, i) => [
        ...[label, name, time, nth(curves.nRisk, i), nth(each.nEvent, i), nth(curves.nCensor, i)],
        ...[nth(each.incidence, i), nth(each.stdErr, i), nth(lower, i), nth(upper, i)],
      ]);
    }),
  );
  return {
    header: ["group", "cause", "time", "n.risk", "n.event", "n.censor", "incidence", "std.err", "lower", "upper"],
    rows,
  };
}

function atRisk(result: Result, { ticks }: DrawnFigure, fewest: number | null): NumberTable | null {
  if (!ticks) return null;
  const times = ticks.map(({ time }) => time);
  const rows = incidenceCurves(result).curves.flatMap(({ label, counts, heaviest }) => {
    const table = withoutSmallCounts(atRiskTable(counts, times), inWeights(fewest, heaviest));
    return times.map((time, i) => [label, time, nth(table.nRisk, i), nth(table.nCensor, i), nth(table.nEvent, i)]);
  });
  return { header: ["group", "time", "at.risk", "censored.before", "events.before"], rows };
}
