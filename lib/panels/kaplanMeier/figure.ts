import { scaleLinear, scaleLog } from "d3";
import type { FigureOptions } from "../../board/figureOptions";
import { element, rounded, type SvgElement } from "../../figure/svg";
import { fontFamily, inks, type Theme } from "../../figure/theme";
import { type Problem, problem } from "../../result";
import { atRiskTableMark } from "./atRiskTable";
import { axesMark } from "./axes";
import { bandMark } from "./band";
import { censorTicks } from "./censorTicks";
import { curveMark } from "./curves";
import { type DrawnSteps, drawnSteps } from "./drawnSteps";
import { endLabelMark, type PlacedLabel, placeEndLabels } from "./endLabels";
import { groupLooks } from "./groupLooks";
import { headingMark, paragraphMark } from "./heading";
import { type Layout, layoutOf, type Naming } from "./layout";
import { legendMark } from "./legend";
import type { Box, Plot } from "./plot";
import type { KaplanMeierResult, TimeUnit } from "./result";
import { sentence } from "./sentence";
import type { Sheet } from "./sheet";

/** A figure laid out: one tree for screen and files, and what is needed to find times and levels in it. */
export interface Figure {
  width: number;
  /** At least that of the sheet; more where the table and texts need it. */
  height: number;
  tree: SvgElement;
  /** Where the curves are. */
  plot: Box;
  /** Times in the endpoint's unit to pixels; linear, or logarithmic where `log`. Times `factor` are in `unit`, the unit shown. */
  time: { domain: [number, number]; range: [number, number]; log: boolean; unit: TimeUnit; factor: number };
  /** Values of the scale drawn (survival itself on the scale "survival") to pixels. */
  value: { scale: FigureOptions["scale"]; domain: [number, number]; range: [number, number] };
  theme: Theme;
  text: number;
  /** Color of each group's line. */
  colors: string[];
  /** What could not be drawn as asked. */
  problems: Problem[];
}

/**
 * The Kaplan–Meier figure: step curves with their bands and censoring ticks, axes, names at the curve ends and the numbers at risk aligned to
 * the ticks. A pure function of result, options and sheet. The tree's parts carry `data-part`, those of a group `data-group` (its index).
 */
export function kaplanMeierFigure(result: KaplanMeierResult, options: FigureOptions, sheet: Sheet): Figure {
  const ways: Naming[] = options.labels === "legend" ? ["legend"] : ["stacked", "line", "legend"];
  for (const naming of ways) {
    const layout = layoutOf(result, options, sheet, naming);
    const plot = plotOf(result, options, sheet, layout);
    const steps = result.groups.map(({ curve }) => drawnSteps(curve, plot));
    if (naming === "legend") return figureOf(sheet, layout, plot, steps, null);
    const { area, metrics } = plot;
    const narrow = area.right - area.left < sheet.width * 0.48;
    const room = { top: area.top - metrics.text * 0.5, bottom: area.bottom + metrics.text * 0.6 };
    const placed = narrow ? null : placeEndLabels(plot, steps, layout.blocks, room, sheet.width - metrics.gap);
    if (placed) return figureOf(sheet, layout, plot, steps, placed);
  }
  throw new Error("a legend always fits");
}

/** The scales, and all that marks draw from. */
export function plotOf(
  result: KaplanMeierResult,
  options: FigureOptions,
  { theme, pixelRatio = 2 }: Sheet,
  { area, time, value, metrics }: Pick<Layout, "area" | "time" | "value" | "metrics">,
): Plot {
  const x = time.log
    ? scaleLog([time.from, time.to], [area.left, area.right])
    : scaleLinear([time.from, time.to], [area.left, area.right]);
  const [from, to] = value.domain;
  return {
    result,
    options,
    inks: inks[theme],
    metrics,
    looks: groupLooks(result, options, theme),
    area,
    time,
    value,
    x: (at) => x(at),
    timeAt: (pixel) => x.invert(pixel),
    y: (survival) => area.bottom - ((value.of(survival) - from) / (to - from)) * (area.bottom - area.top),
    pixelRatio,
  };
}

function figureOf(sheet: Sheet, layout: Layout, plot: Plot, steps: DrawnSteps[], placed: PlacedLabel[] | null): Figure {
  const { area, time, value, options, result, looks, metrics } = plot;
  const { width, height } = layout;
  const marks = [
    element("rect", { "data-part": "ground", width, height, fill: plot.inks.surface }),
    ...textMarks(layout, plot),
    axesMark(plot),
    ...(options.band ? steps.map((each, index) => bandMark(plot, index, each)) : []),
    ...steps.map((each, index) => curveMark(plot, index, each)),
    ...(options.censorTicks ? steps.map((_, index) => censorTicks(plot, index)) : []),
    ...(placed ?? []).map((label, index) => endLabelMark(plot, index, layout.blocks[index], label)),
  ];
  const root = {
    width,
    height,
    viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
    role: "img",
    "aria-label": sentence(result),
    "font-family": fontFamily,
    "font-size": metrics.text,
  };
  return {
    width,
    height,
    tree: element("svg", root, marks),
    plot: area,
    time: {
      domain: [time.from, time.to],
      range: [area.left, area.right],
      log: time.log,
      unit: time.unit,
      factor: time.factor,
    },
    value: { scale: options.scale, domain: value.domain, range: [area.bottom, area.top] },
    theme: sheet.theme,
    text: metrics.text,
    colors: looks.map(({ color }) => color),
    problems: problemsOf(plot, placed),
  };
}

function textMarks(
  { heading, legend, table, tableLeft, caption, height, metrics }: Layout,
  plot: Plot,
): (SvgElement | null)[] {
  const { gap } = metrics;
  const legendTop = gap + (heading ? heading.height + gap : 0);
  const captionHeight = caption && caption.height > 0 ? caption.height + gap * 1.5 : 0;
  const tableTop = height - gap - captionHeight - (table?.height ?? 0);
  return [
    ...(heading ? headingMark(heading, gap, gap, plot.inks) : []),
    legend && legendMark(legend, plot.looks, metrics, gap, legendTop),
    table && atRiskTableMark(plot, table, tableLeft, tableTop),
    caption && paragraphMark(caption, "caption", gap, height - gap - caption.height, plot.inks.soft),
  ];
}

function problemsOf({ options, time }: Plot, placed: PlacedLabel[] | null): Problem[] {
  const problems: Problem[] = [];
  if (options.labels === "ends" && placed === null)
    problems.push(
      problem(
        "labels-in-legend",
        "The names do not fit at the curve ends; they stand in a legend.",
        "Make the figure wider, or shorten the labels of the groups.",
      ),
    );
  if (options.step !== null && time.ticks.some(({ text }) => text === null) && !time.log)
    problems.push(
      problem(
        "ticks-thinned",
        `Ticks every ${options.step} ${time.unit} leave no room for a number at each.`,
        "Choose a larger step, or fewer rows in the table.",
      ),
    );
  return problems;
}
