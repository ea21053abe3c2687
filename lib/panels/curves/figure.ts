import type { TimeUnit } from "../../board/board";
import type { FigureOptions } from "../../board/figureOptions";
import type { Box } from "../../figure/box";
import type { Theme } from "../../figure/theme";
import { nth } from "../../numeric/nth";
import { type Problem, problem } from "../../result";
import { heldBackColumns, inWeights } from "../heldBack";
import type { DrawnFigure } from "../sheet/drawnFigure";
import type { Sheet } from "../sheet/sheet";
import { unitFactor } from "../timeUnit";
import { lastTimeOf } from "./axes/timeAxis";
import type { Drawn, Scale } from "./drawn";
import { drawnPoints } from "./drawnPoints";
import { fewBelow } from "./fewBelow";
import { type PlacedLabel, placeEndLabels } from "./labels/endLabels";
import { clipped } from "./layout/clipped";
import { type Layout, layoutOf, type Naming } from "./layout/layout";
import { hasCensored } from "./layout/ticked";
import { curveColors } from "./looks";
import { type Annotation, annotationOf } from "./marks/annotation";
import { censorPlaces } from "./marks/censorTicks";
import { type Drawing, treeOf } from "./marks/tree";
import { type Plot, plotOf } from "./plot";
import { visible } from "./visible";

/** A figure of curves laid out, and what is needed to find times and levels in it. */
export interface Figure extends DrawnFigure {
  /** Where the curves are. */
  plot: Box;
  /**
   * Times in the unit of the curves to pixels; linear, or logarithmic where `log`. Times `factor` are in `unit`, the
   * unit shown.
   */
  time: {
    domain: [number, number];
    range: [number, number];
    log: boolean;
    unit: TimeUnit;
    factor: number;
    /** Ticks that have a number, in the unit of the curves. */
    numbered: number[];
  };
  /** What is drawn: without the curves that are hidden. */
  drawn: Drawn;
  levels: string[];
  /** What the scale shows of a value to pixels. */
  value: { scale: Scale; domain: [number, number]; range: [number, number] };
  ticks: { time: number; x: number }[];
  theme: Theme;
  text: number;
  colors: { level: string; color: string }[];
  /** Of what is drawn: the line, and the shade in which its name is legible. */
  lineColors: string[];
  textColors: string[];
  /** Whether censored patients have their ticks. */
  ticked: boolean;
}

/**
 * The figure of curves: with their bands and censoring ticks, axes, names at the curve ends and the numbers at risk
 * aligned to the ticks. A pure function of what is drawn, options and sheet; `frozen` are curves of an earlier filter,
 * drawn pale behind. The tree's parts carry `data-part`, those of a curve `data-group` (its index).
 */
export function curvesFigure(
  whole: Drawn,
  chosen: FigureOptions,
  sheet: Sheet,
  frozen: Drawn | null = null,
  /** The axis reaches at least so far, as that of figures beside it does. */
  least = 0,
): Figure {
  const inside = laidOut(whole, chosen, sheet, frozen, least, 0);
  const { annotation } = inside;
  if (!annotation || annotation.free) return inside.figure;
  // A box that would hide a curve or a number stands above the plot, where its lines may go on under themselves.
  let room = annotation.box.bottom - annotation.box.top;
  for (let round = 0; round < 3; round++) {
    const above = laidOut(whole, chosen, sheet, frozen, least, room);
    const needed = above.annotation ? above.annotation.box.bottom - above.annotation.box.top : 0;
    if (needed <= room + 0.01) return above.figure;
    room = needed;
  }
  return laidOut(whole, chosen, sheet, frozen, least, room).figure;
}

function laidOut(
  whole: Drawn,
  chosen: FigureOptions,
  sheet: Sheet,
  frozen: Drawn | null,
  least: number,
  above: number,
): { figure: Figure; annotation: Annotation | null } {
  // Of all curves, as the caption says it, whichever are drawn.
  const options = { ...chosen, fadeBelow: fewBelow(whole, chosen) };
  const shown = heldBack(visible(whole, options), sheet);
  const last = Math.max(lastTimeOf(shown), frozen ? lastTimeOf(frozen) : 0, least);
  const ways: Naming[] = options.labels === "legend" ? ["legend"] : ["stacked", "line", "legend"];
  for (const naming of ways) {
    const layout = layoutOf(whole, options, sheet, naming, last, above);
    const seen = clipped(shown, layout.time.from, layout.time.to);
    const plot = plotOf(seen, options, sheet, layout);
    const points = seen.curves.map((curve) => drawnPoints(curve.points, plot));
    const censored = layout.ticked ? seen.curves.map((_, index) => censorPlaces(plot, index)) : [];
    const drawn = (placed: PlacedLabel[] | null) => {
      const annotation = annotationOf(plot, placed?.map(({ box }) => box) ?? [], above > 0);
      const drawing = { plot, points, frozen, placed, censored, annotation };
      return { figure: figureOf(whole, shown, sheet, layout, drawing), annotation };
    };
    if (naming === "legend") return drawn(null);
    const { area, metrics } = plot;
    const narrow = area.right - area.left < sheet.width * 0.52;
    const within = {
      left: area.left,
      top: area.top - metrics.text * 0.5,
      right: sheet.width - metrics.gap,
      bottom: area.bottom + metrics.text * 0.6,
    };
    const placed = narrow ? null : placeEndLabels(plot, points, layout.blocks, within);
    if (placed) return drawn(placed);
  }
  throw new Error("a legend always fits");
}

/**
 * The curves as a file draws them that holds something back; what the table counts stays, and is held back where it is
 * printed.
 */
function heldBack(drawn: Drawn, { heldBack: asked }: Sheet): Drawn {
  if (!asked) return drawn;
  const month = unitFactor("months", drawn.unit);
  const curves = drawn.curves.map((curve) => {
    const fewest = inWeights(asked.fewest, curve.heaviest);
    return { ...curve, points: heldBackColumns(curve.points, { ...asked, fewest }, month) };
  });
  return { ...drawn, curves };
}

function figureOf(whole: Drawn, drawn: Drawn, sheet: Sheet, layout: Layout, drawing: Drawing): Figure {
  const { plot, placed } = drawing;
  const { area, time, value, options, looks, metrics } = plot;
  const { width, height } = layout;
  const { log, unit, factor, ticks } = time;
  const numbered = ticks.filter(({ text }) => text !== null).map((tick) => tick.time);
  const colors = curveColors(whole, sheet.theme, options);
  return {
    width,
    height,
    tree: treeOf(sheet, layout, drawing),
    plot: area,
    time: { domain: [time.from, time.to], range: [area.left, area.right], log, unit, factor, numbered },
    drawn,
    levels: drawn.curves.map(({ key }) => key.level),
    value: { scale: drawn.scale, domain: value.domain, range: [area.bottom, area.top] },
    ticks: numbered.map((tick) => ({ time: tick, x: plot.x(tick) })),
    theme: sheet.theme,
    text: metrics.text,
    colors: whole.curves.map(({ key }, index) => ({ level: key.level, color: nth(colors, index) })),
    lineColors: looks.map(({ color }) => color),
    textColors: looks.map(({ textColor }) => textColor),
    ticked: layout.ticked,
    problems: problemsOf(plot, placed !== null, layout.ticked),
  };
}

function problemsOf({ drawn, options, time }: Plot, placed: boolean, ticked: boolean): Problem[] {
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
  if (options.censorTicks && !ticked && hasCensored(drawn, options))
    say(
      "censor-ticks-dense",
      "Censored patients are too many for a tick each; none are drawn.",
      "The table under the axis counts them.",
    );
  return problems;
}
