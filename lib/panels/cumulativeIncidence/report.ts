import type { PanelOf } from "../../board/panelForms/registry";
import { counted, formatCount, formatLevel, formatPercent, formatTime, pInWords } from "../../format";
import { atRiskTable, incidenceAt, incidenceLimits } from "../../survival";
import { captionOf } from "../curves/caption";
import { ratioInWords } from "../ratioInWords";
import type { Highlight, NumberTable, PanelReport, TextTable } from "../report";
import { settingInWords } from "../setting";
import type { DrawnFigure } from "../sheet/drawnFigure";
import { incidenceCurves } from "./drawn";
import type { CumulativeIncidenceResult, IncidenceGroup } from "./result";

type Result = CumulativeIncidenceResult;

export const cumulativeIncidenceReport: PanelReport<PanelOf<"cumulativeIncidence">, Result> = {
  methods,
  legend,
  results,
  statistics,
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
  inCuts: ({ groups }) =>
    groups.map((group) => ({
      ...{ level: group.level, label: group.label, n: group.curves.n, events: eventsOf(group, 1), median: null },
    })),
  compared: ({ comparisons }) => comparisons.some(({ gray }) => gray?.kind === "tested"),
  groups: ({ groups }) => groups.map(({ level, label, curves }) => ({ level, label, patients: curves.n })),
};

function methods(result: Result): string {
  const { endpoint, confidence, comparisons, groups, reference } = result;
  const origin = endpoint.origin === "" ? "" : ` from ${endpoint.origin}`;
  const parts = [
    `The cumulative incidence of ${endpoint.label}, measured${origin} in ${endpoint.unit}, was estimated by the Aalen–Johansen method with pointwise ${formatLevel(confidence.level)} confidence intervals (${confidence.type}).`,
  ];
  if (comparisons.some(({ gray }) => gray?.kind === "tested")) parts.push("Groups were compared by Gray’s test.");
  if (comparisons.some(({ subdistribution }) => subdistribution))
    parts.push(
      `Subdistribution hazard ratios (reference: ${groups[reference].label}) come from Fine–Gray models, cause-specific ones from Cox models in which competing events count as censored.`,
    );
  return [...parts, ...settingInWords(result)].join(" ");
}

function legend(result: Result, { figure }: PanelOf<"cumulativeIncidence">): string {
  const each = result.groups.map(({ label, curves }) => `${label}, n = ${formatCount(curves.n)}`);
  const sizes = result.groups.length > 1 ? ` (${each.join("; ")})` : "";
  const head = `${counted(result.patients, "patient")}, ${counted(result.events, "event")}${sizes}.`;
  return `${head} ${figure.caption ?? captionOf(incidenceCurves(result), figure)}`;
}

function results(result: Result): string {
  const time = timeOf(result);
  const each = result.groups.map((group) => `${readingInWords(result, group, time) ?? "not known"} in ${group.label}`);
  const gray = result.comparisons.find(({ cause }) => cause === 1)?.gray;
  const tested = gray?.kind === "tested" ? ` (Gray’s test ${pInWords(gray.p)})` : "";
  const by = `${formatTime(time, result.endpoint.unit)} ${result.endpoint.unit}`;
  return `The cumulative incidence of ${result.endpoint.label} by ${by} was ${each.join(", ")}${tested}.`;
}

/** The first milestone, else as long as every group is followed. */
const timeOf = ({ atTimes, groups }: Result): number =>
  atTimes[0]?.time ?? Math.min(...groups.map(({ curves: { time } }) => time[time.length - 1] ?? 0));

/** "34% (20–48)" of the event. */
function readingInWords({ confidence }: Result, { curves }: IncidenceGroup, time: number): string | null {
  const found = incidenceAt(curves, 1, time, confidence);
  if (!found) return curves.causes.some(({ cause }) => cause === 1) ? null : "0%";
  const bare = (share: number) => formatPercent(share).replace("%", "");
  return `${formatPercent(found.incidence)} (${bare(found.lower)}–${bare(found.upper)})`;
}

function highlights(result: Result): Highlight[] {
  const { endpoint, confidence, groups } = result;
  const time = timeOf(result);
  return groups.map((group) => {
    const [value, limits] = (readingInWords(result, group, time) ?? "NE").split(" ");
    const by = `by ${formatTime(time, endpoint.unit)} ${endpoint.unit}`;
    const interval = limits ? `${by}, ${formatLevel(confidence.level)} CI ${limits.slice(1, -1)}%` : by;
    return { level: group.level, label: group.label, patients: group.curves.n, value, interval };
  });
}

function statistics(result: Result): TextTable {
  const { groups, causes, comparisons, endpoint, confidence, reference } = result;
  const ci = `${formatLevel(confidence.level)} CI`;
  const time = timeOf(result);
  const rows = groups.map((group) => [
    group.label,
    formatCount(group.curves.n),
    ...causes.map(({ cause }) => formatCount(eventsOf(group, cause))),
    readingInWords(result, group, time) ?? "NE",
  ]);
  const blank = causes.map(() => "");
  const lines = comparisons.flatMap(({ cause, gray, subdistribution, causeSpecific }) => {
    const name = causes.find((each) => each.cause === cause)?.label ?? "";
    const against = `v ${groups[reference].label}`;
    return [
      ...(gray?.kind === "tested" ? [[`Gray’s test, ${name}`, pInWords(gray.p)]] : []),
      ...(subdistribution ?? []).map((ratio) => [
        `Subdistribution HR (${ci}), ${name}, ${ratio.label} ${against}`,
        ratioInWords(ratio),
      ]),
      ...(causeSpecific ?? []).map((ratio) => [
        `Cause-specific HR (${ci}), ${name}, ${ratio.label} ${against}`,
        ratioInWords(ratio),
      ]),
    ];
  });
  const by = `${formatTime(time, endpoint.unit)} ${endpoint.unit}`;
  return {
    caption: `Cumulative incidence of ${endpoint.label}${result.groupLabel === null ? "" : ` by ${result.groupLabel}`}`,
    header: ["Group", "n", ...causes.map(({ label }) => label), `Incidence by ${by} (${ci})`],
    rows: [...rows, ...lines.map(([name, value]) => [name, "", ...blank, value])],
  };
}

const eventsOf = ({ curves }: IncidenceGroup, cause: number) =>
  curves.causes.find((each) => each.cause === cause)?.events ?? 0;

function numbers(result: Result): NumberTable {
  const { groups, causes, comparisons, atTimes } = result;
  const none = Number.NaN;
  const name = (cause: number) => causes.find((each) => each.cause === cause)?.label ?? "";
  const rows: (string | number)[][] = groups.flatMap((group) => [
    ["patients", "", group.label, group.curves.n, none, none, none],
    ...causes.map(({ cause, label }) => ["events", label, group.label, eventsOf(group, cause), none, none, none]),
  ]);
  for (const { time, causes: each } of atTimes)
    for (const { cause, groups: values } of each)
      values.forEach((value, place) => {
        if (value)
          rows.push([
            `incidence at ${time}`,
            name(cause),
            groups[place].label,
            value.incidence,
            value.lower,
            value.upper,
            none,
          ]);
      });
  for (const { cause, gray, subdistribution, causeSpecific } of comparisons) {
    if (gray?.kind === "tested") rows.push(["Gray chi-square", name(cause), "", gray.chiSquare, none, none, gray.p]);
    for (const [quantity, ratios] of [
      ["subdistribution hazard ratio", subdistribution],
      ["cause-specific hazard ratio", causeSpecific],
    ] as const)
      for (const { label, coefficient } of ratios ?? [])
        if (coefficient.kind === "estimated") {
          const { hazardRatio, lower, upper, p } = coefficient;
          rows.push([quantity, name(cause), label, hazardRatio, lower, upper, p]);
        }
  }
  return { header: ["quantity", "cause", "group", "value", "lower", "upper", "p"], rows };
}

/** One line per group, cause and distinct time. `std.err` is that of the incidence; limits are of the type and level of the result. */
function steps({ groups, causes, confidence }: Result): NumberTable {
  const rows = groups.flatMap(({ label, curves }) =>
    curves.causes.flatMap((each) => {
      const { lower, upper } = incidenceLimits(curves, each, confidence);
      const name = causes.find(({ cause }) => cause === each.cause)?.label ?? "";
      return Array.from(curves.time, (time, i) => [
        ...[label, name, time, curves.nRisk[i], each.nEvent[i], curves.nCensor[i]],
        ...[each.incidence[i], each.stdErr[i], lower[i], upper[i]],
      ]);
    }),
  );
  return {
    header: ["group", "cause", "time", "n.risk", "n.event", "n.censor", "incidence", "std.err", "lower", "upper"],
    rows,
  };
}

function atRisk(result: Result, { ticks }: DrawnFigure): NumberTable | null {
  if (!ticks) return null;
  const times = ticks.map(({ time }) => time);
  const rows = incidenceCurves(result).curves.flatMap(({ label, counts }) => {
    const table = atRiskTable(counts, times);
    return times.map((time, i) => [label, time, table.nRisk[i], table.nCensor[i], table.nEvent[i]]);
  });
  return { header: ["group", "time", "at.risk", "censored.before", "events.before"], rows };
}
