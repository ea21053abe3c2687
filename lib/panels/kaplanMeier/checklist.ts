import type { TimeUnit } from "../../board/board";
import { defaultFigureOptions, type FigureOptions } from "../../board/figureOptions";
import { contrast } from "../../figure/contrast";
import { counted, formatLevel, numberInWords, pInWords } from "../../format";
import { nth } from "../../numeric/nth";
import { lastTime } from "../curves/drawn";
import { curveColors } from "../curves/looks";
import { unitFactor, unitShort } from "../timeUnit";
import { ownCurves } from "./drawn";
import { unevenly } from "./oneDirection";
import type { KaplanMeierResult } from "./result";

/** One item of what journals and readers ask of a Kaplan–Meier figure. */
export interface Check {
  id: string;
  label: string;
  /** `none`: it does not apply to this figure. */
  state: "yes" | "no" | "none";
  reason: string;
  /** A change of the options that mends it. */
  fix: { label: string; change: Partial<FigureOptions> } | null;
}

type Item = (result: KaplanMeierResult, options: FigureOptions) => Omit<Check, "id" | "label">;

const yes = (reason: string) => ({ state: "yes", reason, fix: null }) as const;
const none = (reason: string) => ({ state: "none", reason, fix: null }) as const;
const no = (reason: string, label?: string, change?: Partial<FigureOptions>) =>
  ({ state: "no", reason, fix: label && change ? { label, change } : null }) as const;

const with_ = (options: FigureOptions, item: FigureOptions["annotation"][number]): Partial<FigureOptions> => ({
  annotation: [...new Set([...options.annotation, item])],
});

/** The items in the order they are usually asked for. */
const items: Record<string, [label: string, item: Item]> = {
  survivalAxis: ["Vertical axis whole, the endpoint named", survivalAxis],
  timeAxis: ["Time axis with unit, origin and usual ticks", timeAxisItem],
  atRiskOnly: ["Steps only while somebody is at risk", () => yes("Each curve ends with its last follow-up.")],
  censoring: ["Censoring ticks", censoring],
  band: ["Confidence band, its type and level stated", band],
  table: ["Patients at risk, with events and censored", table],
  names: ["Names and dashes, readable in grey", names],
  medians: ["n, events and median (CI) per group", medians],
  hazardRatio: ["Hazard ratio with CI and reference", hazardRatio],
  test: ["Test named, exact two-sided P", test],
  milestones: ["Values at milestones with CI", milestones],
  followUp: ["Median follow-up", followUp],
  proportionalHazards: ["Proportional hazards checked", proportionalHazards],
  leftOut: ["Left out, and why", leftOut],
  timeZero: ["Time zero and landmark stated", timeZero],
  vector: [
    "Vector file with live text",
    () => yes("SVG and PDF hold live text in millimeters; the dialog checks the smallest text."),
  ],
  caption: ["Caption", caption],
  plain: ["No 3-D, shadows or heavy grid", () => yes("There are none to switch on.")],
};

/** How the figure stands against the checklist. */
export const checklist = (result: KaplanMeierResult, options: FigureOptions): Check[] =>
  Object.entries(items).map(([id, [label, item]]) => ({ id, label, ...item(result, options) }));

function survivalAxis({ endpoint }: KaplanMeierResult, { scale, yRange, zoom, end, caption: own }: FigureOptions) {
  if (endpoint.label.trim() === "") return no("The endpoint has no name; give it one in Data.");
  if (yRange !== null) return no("The vertical axis is cut.", "Show all of it", { yRange: null });
  if ((zoom !== null || end !== null) && own !== null)
    return no("The time axis is cut, and your caption may not say so.", "Use the generated caption", { caption: null });
  const cut = zoom !== null || end !== null ? " The time axis is cut; the caption says so." : "";
  if (scale === "survival" || scale === "failure") return yes(`0 to 100%, ${endpoint.label}.${cut}`);
  return yes(`${endpoint.label}, on the scale the axis names.${cut}`);
}

/** Distances between ticks that readers expect. */
const usual: Record<TimeUnit, (step: number) => boolean> = {
  months: (step) => [1, 2, 3].includes(step) || step % 6 === 0,
  years: (step) => step === 0.5 || Number.isInteger(step),
  weeks: (step) => [1, 2, 4, 8, 13].includes(step) || step % 26 === 0,
  days: (step) => step <= 7 || step % 7 === 0 || step % 30 === 0 || step % 365 === 0,
};

function timeAxisItem({ endpoint }: KaplanMeierResult, { originLabel, step, unit }: FigureOptions) {
  const shown = unit ?? endpoint.unit;
  if ((originLabel ?? endpoint.origin).trim() === "")
    return no(`The axis says “${shown}”, but not since what. Write it under Axes, Time zero.`);
  if (step !== null && !usual[shown](step))
    return no(`Ticks every ${numberInWords(step)} ${shown} are unusual.`, "Automatic ticks", { step: null });
  return yes(`In ${shown}, since ${originLabel ?? endpoint.origin}.`);
}

function censoring({ groups }: KaplanMeierResult, { censorTicks }: FigureOptions) {
  if (groups.every(({ curve }) => curve.censored + curve.competing === 0)) return none("Nobody is censored.");
  return censorTicks
    ? yes("Drawn, unless they would run together.")
    : no("Not drawn.", "Draw them", { censorTicks: true });
}

function band({ confidence }: KaplanMeierResult, { band: drawn, caption: own }: FigureOptions) {
  if (!drawn) return no("No band.", "Draw it", { band: true });
  const stated = `${formatLevel(confidence.level)}, ${confidence.type}`;
  if (own !== null && !own.includes(formatLevel(confidence.level)))
    return no("Your caption does not state its level.", "Use the generated caption", { caption: null });
  return yes(`Pointwise, ${stated}, stated in the caption.`);
}

function table(_: KaplanMeierResult, { table: rows }: FigureOptions) {
  const change = { table: defaultFigureOptions.table };
  if (rows.length === 0) return no("No table.", "Show it", change);
  const missing = (["atRisk", "censored", "events"] as const).filter((row) => !rows.includes(row));
  const words = { atRisk: "at risk", censored: "censored", events: "events" };
  if (missing.length > 0) return no(`Without ${missing.map((row) => words[row]).join(" and ")}.`, "Show all", change);
  return yes("Under the axis, on its ticks.");
}

function names(result: KaplanMeierResult, options: FigureOptions) {
  if (result.groups.length < 2) return yes("One curve.");
  if (options.dashes) return yes("Names in words, and dashes beside colors.");
  const grey = curveColors(ownCurves(result, options), "light", options);
  const alike = grey.some((a, index) => grey.slice(index + 1).some((b) => contrast(a, b) < 1.5));
  if (!alike) return yes("The colors differ in lightness.");
  return no("Some colors look alike in grey.", "Add dashes", { dashes: true });
}

function medians({ groups }: KaplanMeierResult, options: FigureOptions) {
  const counts = options.table.includes("atRisk") && options.table.includes("events");
  if (!options.annotation.includes("medians"))
    return no(
      "The intervals of the medians stand beside the figure, not in it.",
      "Put them in",
      with_(options, "medians"),
    );
  if (!counts)
    return no("The table does not count patients and events.", "Show it", { table: defaultFigureOptions.table });
  const reached = groups.filter(({ median }) => median.kind === "reached").length;
  return yes(reached === groups.length ? "In the box and the table." : "In the box; NR where a median is not reached.");
}

function hazardRatio({ groups, comparisons }: KaplanMeierResult, options: FigureOptions) {
  if (groups.length < 2) return none("One group.");
  if (!comparisons?.cox) return no("It cannot be estimated here; the statistics say why.");
  if (options.annotation.includes("hazardRatios")) return yes(`In the box, against ${comparisons.cox.reference}.`);
  return no("It stands beside the figure, not in it.", "Put it in", with_(options, "hazardRatios"));
}

function test({ groups, test: done, ordered, comparisons }: KaplanMeierResult, options: FigureOptions) {
  if (groups.length < 2) return none("One group.");
  if (done?.kind !== "tested") return no("No test can be computed.");
  const silent = options.subtitle !== null && options.caption !== null && !options.annotation.includes("test");
  if (silent) return no("Your subtitle and caption replace it.", "Put it in the box", with_(options, "test"));
  const trend =
    ordered && groups.length > 2 && comparisons?.trend?.kind === "tested" ? ", and the trend beside it" : "";
  return yes(`${pInWords(done.p)}${trend}.`);
}

function milestones(result: KaplanMeierResult, { milestones: marked, unit }: FigureOptions) {
  const shown = unit ?? result.endpoint.unit;
  if (marked.length > 0) return yes(`At ${marked.join(", ")} ${shown}; the intervals stand beside the figure.`);
  const year = { days: 365, weeks: 52, months: 12, years: 1 }[shown];
  const last = lastTime(result.groups.map(({ curve }) => curve)) * unitFactor(result.endpoint.unit, shown);
  const within = [year, 2 * year, 5 * year].filter((time) => time < last).slice(0, 2);
  if (within.length === 0) return no("None marked. Choose times under Guides, Milestones.");
  return no("None marked.", `Mark ${within.join(" and ")} ${unitShort[shown]}`, { milestones: within });
}

function followUp({ comparisons }: KaplanMeierResult, { caption: own }: FigureOptions) {
  if (!comparisons) return no("Not computed for so many patients.");
  if (own !== null && !/follow-up/i.test(own))
    return no("Your caption does not give it.", "Use the generated caption", { caption: null });
  return yes("In the caption, by the reverse Kaplan–Meier method.");
}

function proportionalHazards(result: KaplanMeierResult) {
  if (result.groups.length < 2) return none("One group.");
  const p = result.comparisons?.cox?.proportionalHazards;
  if (p === undefined || Number.isNaN(p)) return no("It cannot be checked here.");
  return unevenly(result) ? no(`Not proportional: ${pInWords(p)}. Give restricted means too.`) : yes(`${pInWords(p)}.`);
}

function leftOut({ leftOut: lines }: KaplanMeierResult, { caption: own }: FigureOptions) {
  const of = (rows: boolean) =>
    lines.reduce((total, { count, ofRows = false }) => total + (ofRows === rows ? count : 0), 0);
  const [patients, rows] = [of(false), of(true)];
  const sum = [
    ...(patients > 0 ? [counted(patients, "patient")] : []),
    ...(rows > 0 ? [`${counted(rows, "row")} without a usable weight`] : []),
  ].join(" and ");
  if (sum === "") return yes("Nobody is left out.");
  if (own !== null)
    return no(`${sum} left out; your caption may not say so.`, "Use the generated caption", {
      caption: null,
    });
  return yes(`${sum}, by reason in the caption.`);
}

function timeZero({ endpoint }: KaplanMeierResult, { originLabel }: FigureOptions) {
  const origin = (originLabel ?? endpoint.origin).trim();
  return origin === ""
    ? no("Write it under Axes, Time zero.")
    : yes(`${nth(origin, 0).toUpperCase()}${origin.slice(1)}.`);
}

function caption(_: KaplanMeierResult, { caption: own }: FigureOptions) {
  if (own?.trim() === "") return no("It is empty.", "Use the generated one", { caption: null });
  return yes(own === null ? "Generated from what is drawn." : "Yours.");
}
