import type { FigureOptions } from "../../board/figureOptions";
import type { SvgElement } from "../../figure/svg";
import type { Theme } from "../../figure/theme";
import { type Problem, problem } from "../../result";
import { heldBack } from "../heldBack";
import type { KaplanMeierResult, TimeUnit } from "../kaplanMeier/result";
import { bothEndpoints } from "../kaplanMeier/secondEndpoint";
import { sentence } from "../kaplanMeier/sentence";
import type { Sheet } from "../sheet/sheet";
import { lastTime } from "./axes/timeAxis";
import { placeEndLabels } from "./labels/endLabels";
import { type Layout, layoutOf, type Naming } from "./layout/layout";
import { type Box, type Plot, plotOf } from "./layout/plot";
import { groupColors } from "./looks";
import { censorPlaces } from "./marks/censorTicks";
import { drawnSteps } from "./marks/drawnPoints";
import { type Drawing, treeOf } from "./marks/tree";
import { visible } from "./visible";

/** A figure laid out: one tree for screen and files, and what is needed to find times and levels in it. */
export interface Figure {
  width: number;
  /** At least that of the sheet; more where the table and texts need it. */
  height: number;
  tree: SvgElement;
  /** Where the curves are. */
  plot: Box;
  /** Times in the endpoint's unit to pixels; linear, or logarithmic where `log`. Times `factor` are in `unit`, the unit shown. */
  time: {
    domain: [number, number];
    range: [number, number];
    log: boolean;
    unit: TimeUnit;
    factor: number;
    /** Ticks that have a number, in the endpoint's unit. */
    numbered: number[];
  };
  /** What is drawn: the result without the groups that are hidden. */
  result: KaplanMeierResult;
  levels: string[];
  /** Values of the scale drawn (survival itself on the scale "survival") to pixels. */
  value: { scale: FigureOptions["scale"]; domain: [number, number]; range: [number, number] };
  /** Times that have a number on the axis, and where they stand. */
  ticks: { time: number; x: number }[];
  theme: Theme;
  text: number;
  /** Color of every group of the result given, hidden ones too. */
  colors: string[];
  /** Of what is drawn: the line, and the shade in which its name is legible. */
  lineColors: string[];
  textColors: string[];
  /** Whether censored patients have their ticks. */
  ticked: boolean;
  /** The figure in a sentence. */
  spoken: string;
  /** What could not be drawn as asked. */
  problems: Problem[];
}

/**
 * The Kaplan–Meier figure: step curves with their bands and censoring ticks, axes, names at the curve ends and the numbers at risk aligned to
 * the ticks. A pure function of result, options and sheet; `frozen` are curves of an earlier filter, drawn pale behind. The tree's parts
 * carry `data-part`, those of a group `data-group` (its index).
 */
export function kaplanMeierFigure(
  given: KaplanMeierResult,
  options: FigureOptions,
  sheet: Sheet,
  frozen: KaplanMeierResult | null = null,
  /** The axis reaches at least so far, as that of figures beside it does. */
  least = 0,
): Figure {
  const whole = bothEndpoints(given);
  const counted = visible(whole, options);
  const result = sheet.heldBack ? heldBack(counted, sheet.heldBack) : counted;
  const last = Math.max(lastTime(result), frozen ? lastTime(frozen) : 0, least);
  const ways: Naming[] = options.labels === "legend" ? ["legend"] : ["stacked", "line", "legend"];
  for (const naming of ways) {
    const layout = layoutOf(whole, options, sheet, naming, last);
    const plot = plotOf(result, options, sheet, layout, counted);
    const steps = result.groups.map(({ curve }) => drawnSteps(curve, plot));
    const drawing = {
      plot,
      steps,
      frozen,
      spoken: sentence(whole),
      placed: null,
      censored: layout.ticked ? result.groups.map((_, index) => censorPlaces(plot, index)) : [],
    };
    if (naming === "legend") return figureOf(given, sheet, layout, drawing);
    const { area, metrics } = plot;
    const narrow = area.right - area.left < sheet.width * 0.52;
    const within = {
      left: area.left,
      top: area.top - metrics.text * 0.5,
      right: sheet.width - metrics.gap,
      bottom: area.bottom + metrics.text * 0.6,
    };
    const placed = narrow ? null : placeEndLabels(plot, steps, layout.blocks, within);
    if (placed) return figureOf(given, sheet, layout, { ...drawing, placed });
  }
  throw new Error("a legend always fits");
}

function figureOf(given: KaplanMeierResult, sheet: Sheet, layout: Layout, drawing: Drawing): Figure {
  const { plot, placed } = drawing;
  const { area, time, value, options, looks, metrics } = plot;
  const { width, height } = layout;
  const { domain } = value;
  const { log, unit, factor, ticks } = time;
  const numbered = ticks.filter(({ text }) => text !== null).map((tick) => tick.time);
  return {
    width,
    height,
    tree: treeOf(layout, drawing),
    plot: area,
    time: { domain: [time.from, time.to], range: [area.left, area.right], log, unit, factor, numbered },
    result: plot.result,
    levels: plot.result.groups.map(({ level }) => level),
    value: { scale: options.scale, domain, range: [area.bottom, area.top] },
    ticks: time.ticks.flatMap((tick) => (tick.text === null ? [] : [{ time: tick.time, x: plot.x(tick.time) }])),
    theme: sheet.theme,
    text: metrics.text,
    colors: groupColors(given, sheet.theme, options),
    lineColors: looks.map(({ color }) => color),
    textColors: looks.map(({ textColor }) => textColor),
    ticked: layout.ticked,
    spoken: drawing.spoken,
    problems: problemsOf(plot, placed !== null, layout.ticked),
  };
}

function problemsOf({ options, time }: Plot, placed: boolean, ticked: boolean): Problem[] {
  const problems: Problem[] = [];
  const say = (...words: [code: string, message: string, hint: string]) => problems.push(problem(...words));
  if (options.labels === "ends" && !placed)
    say(
      "labels-in-legend",
      "The names do not fit at the curve ends; they stand in a legend.",
      "Make the figure wider, or shorten the labels of the groups.",
    );
  if (options.step !== null && !time.log && time.ticks.some(({ text }) => text === null))
    say(
      "ticks-thinned",
      `Ticks every ${options.step} ${time.unit} leave no room for a number at each.`,
      "Choose a larger step, or fewer rows in the table.",
    );
  if (options.censorTicks && !ticked)
    say(
      "censor-ticks-dense",
      "Censored patients are too many for a tick each; none are drawn.",
      "The table under the axis counts them.",
    );
  return problems;
}
