import type { FigureOptions } from "../../board/figureOptions";
import { countedBefore } from "./table/tablePlan";

/** The options of a figure that hold a value of some type. */
type OptionOf<Value> = {
  [Key in keyof FigureOptions]: FigureOptions[Key] extends Value ? Key : never;
}[keyof FigureOptions];

type NumberKey = "fadeBelow" | "end" | "step" | "confidenceLevel";

/** One control of the figure: what it asks, and which option answers. */
export type Control =
  | { kind: "choice"; label: string; hint: string; choices: { label: string; change: Partial<FigureOptions> }[] }
  | { kind: "toggle"; label: string; hint: string; option: OptionOf<boolean> }
  | {
      kind: "checks";
      label: string;
      hint: string;
      option: "annotation";
      choices: { label: string; value: FigureOptions["annotation"][number] }[];
    }
  /** `scale` is what a number shown is of the number kept: 100 for percents. `empty` is what no number means. */
  | {
      kind: "number";
      label: string;
      hint: string;
      option: NumberKey;
      suffix?: string;
      scale?: number;
      empty: string | null;
    }
  | { kind: "numbers"; label: string; hint: string; option: "milestones" }
  | { kind: "range"; label: string; hint: string; option: "yRange" | "zoom"; empty: string }
  | { kind: "text"; label: string; hint: string; option: "originLabel"; empty: string }
  /** Color, dash and presence of each group. */
  | { kind: "looks"; label: string; hint: string };

export interface ControlGroup {
  id: string;
  label: string;
  controls: Control[];
}

/**
 * Every option of the Kaplan–Meier figure that has a control beside it; titles and caption are edited where they stand.
 */
export const figureControls: readonly ControlGroup[] = [
  {
    id: "curves",
    label: "Curves",
    controls: [
      {
        kind: "choice",
        label: "Shows",
        hint: "The same estimate on four scales.",
        choices: [
          { label: "survival, Ŝ(t)", change: { scale: "survival" } },
          { label: "1 − Ŝ(t)", change: { scale: "failure" } },
          { label: "cumulative hazard", change: { scale: "cumulativeHazard" } },
          { label: "log(−log Ŝ) against log t", change: { scale: "logLog" } },
        ],
      },
      {
        kind: "choice",
        label: "Confidence band",
        hint: "Pointwise intervals, by the transformation they are computed on. The choice also holds for medians and milestones.",
        choices: [
          ...(["log-log", "log", "plain", "logit", "arcsine"] as const).map((type) => ({
            label: type,
            change: { band: true, confidenceType: type },
          })),
          { label: "off", change: { band: false } },
        ],
      },
      {
        kind: "number",
        label: "Confidence level",
        hint: "Of every interval of the figure, 50 to 99.9%.",
        option: "confidenceLevel",
        suffix: "%",
        scale: 100,
        empty: null,
      },
      {
        kind: "toggle",
        label: "Censoring ticks",
        hint: "A tick where a patient is censored.",
        option: "censorTicks",
      },
      {
        kind: "number",
        label: "Band paler below",
        hint: "The band is paler where fewer are at risk; empty for what is few in this cohort, 0 for never.",
        option: "fadeBelow",
        suffix: "at risk",
        empty: "few",
      },
    ],
  },
  {
    id: "table",
    label: "Table of patients at risk",
    controls: [
      {
        kind: "choice",
        label: "Rows",
        hint: countedBefore,
        choices: [
          { label: "risk, censored, events", change: { table: ["atRisk", "censored", "events"] } },
          { label: "at risk, events", change: { table: ["atRisk", "events"] } },
          { label: "at risk, censored", change: { table: ["atRisk", "censored"] } },
          { label: "at risk", change: { table: ["atRisk"] } },
          { label: "none", change: { table: [] } },
        ],
      },
      {
        kind: "choice",
        label: "Layout",
        hint: "One line per group, or a line for each count.",
        choices: [
          { label: "a line per group", change: { tableLayout: "inline" } },
          { label: "a line per count", change: { tableLayout: "rows" } },
        ],
      },
    ],
  },
  {
    id: "marks",
    label: "Guides and annotation",
    controls: [
      {
        kind: "toggle",
        label: "Median lines",
        hint: "From 50% to each median that is reached.",
        option: "medianLines",
      },
      {
        kind: "numbers",
        label: "Milestones",
        hint: "Up to six times at which the curves are marked, such as 12, 24.",
        option: "milestones",
      },
      {
        kind: "checks",
        label: "Box in the plot",
        hint: "What stands in it.",
        option: "annotation",
        choices: [
          { label: "test and P", value: "test" },
          { label: "hazard ratio", value: "hazardRatios" },
          { label: "medians", value: "medians" },
          { label: "patients, events", value: "patients" },
        ],
      },
    ],
  },
  {
    id: "axes",
    label: "Axes",
    controls: [
      {
        kind: "choice",
        label: "Time in",
        hint: "A month is 30.4375 days, a year 365.25.",
        choices: [
          { label: "unit of the endpoint", change: { unit: null } },
          ...(["days", "weeks", "months", "years"] as const).map((unit) => ({ label: unit, change: { unit } })),
        ],
      },
      {
        kind: "text",
        label: "Time zero",
        hint: "As on the axis: months since …",
        option: "originLabel",
        empty: "as the endpoint says",
      },
      {
        kind: "number",
        label: "Axis to",
        hint: "A view only: all follow-up enters the estimates.",
        option: "end",
        empty: "last follow-up",
      },
      { kind: "number", label: "Ticks every", hint: "Distance between ticks.", option: "step", empty: "automatic" },
      {
        kind: "range",
        label: "Zoom view",
        hint: "A part of the time axis. No number changes; “Censor at” would recompute them.",
        option: "zoom",
        empty: "all",
      },
      {
        kind: "range",
        label: "Vertical axis",
        hint: "A part of its range; the caption says so.",
        option: "yRange",
        empty: "all",
      },
    ],
  },
  {
    id: "names",
    label: "Names and colors",
    controls: [
      {
        kind: "choice",
        label: "Names",
        hint: "Where they do not fit at the ends they move to a legend.",
        choices: [
          { label: "at the curve ends", change: { labels: "ends" } },
          { label: "in a legend", change: { labels: "legend" } },
        ],
      },
      {
        kind: "choice",
        label: "Colors",
        hint: "Both palettes stay apart under color blindness.",
        choices: [
          { label: "as the groups are", change: { palette: "auto" } },
          { label: "for unordered groups", change: { palette: "categorical" } },
          { label: "for ordered groups", change: { palette: "ordered" } },
        ],
      },
      { kind: "toggle", label: "Dashed lines", hint: "So that the figure reads without color.", option: "dashes" },
      { kind: "looks", label: "Each group", hint: "Color and dash; a hidden curve still counts in every number." },
    ],
  },
];

/** Which choice the options are at; −1 where they are at none of them. */
export function chosenOf({ choices }: Control & { kind: "choice" }, options: FigureOptions): number {
  return choices.findIndex(({ change }) =>
    Object.entries(change).every(
      ([key, value]) => JSON.stringify(options[key as keyof FigureOptions]) === JSON.stringify(value),
    ),
  );
}

/** What a control is at, when it is not as it was by default: the option's names it sets. */
export function optionsOf(control: Control): (keyof FigureOptions)[] {
  switch (control.kind) {
    case "choice":
      return [...new Set(control.choices.flatMap(({ change }) => Object.keys(change) as (keyof FigureOptions)[]))];
    case "looks":
      return ["looks", "hidden"];
    default:
      return [control.option];
  }
}
