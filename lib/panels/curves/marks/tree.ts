import type { SvgElement } from "../../../figure/svg";
import { nth } from "../../../numeric/nth";
import { figureTree } from "../../sheet/figureTree";
import { headingMark, paragraphMark } from "../../sheet/heading";
import type { Sheet } from "../../sheet/sheet";
import { axesMark } from "../axes/axes";
import type { Drawn } from "../drawn";
import type { DrawnPoints } from "../drawnPoints";
import { endLabelMark, type PlacedLabel } from "../labels/endLabels";
import { legendMark } from "../labels/legend";
import type { Layout } from "../layout/layout";
import type { Plot } from "../plot";
import { tableMark } from "../table/tableMark";
import { type Annotation, annotationMark } from "./annotation";
import { bandMark } from "./band";
import { censorMark, type Tick } from "./censorTicks";
import { curveMark } from "./curve";
import { ghostsMark } from "./ghosts";
import { medianLines } from "./medianLines";
import { milestonesMark } from "./milestones";

/** What is drawn, curve by curve. */
export interface Drawing {
  plot: Plot;
  points: DrawnPoints[];
  /** Null where names stand in the legend. */
  placed: PlacedLabel[] | null;
  /** Empty where no ticks are drawn. */
  censored: Tick[][];
  frozen: Drawn | null;
  /** Null where nothing was chosen for it. */
  annotation: Annotation | null;
}

/** All marks of the figure, from the ground up. */
export const treeOf = (sheet: Sheet, layout: Layout, drawing: Drawing): SvgElement =>
  figureTree(
    sheet,
    layout.height,
    drawing.plot.drawn.words.spoken,
    textMarks(layout, drawing.plot),
    axesMark(drawing.plot),
    curveMarks(layout, drawing),
  );

function curveMarks(
  { blocks }: Layout,
  { plot, points, placed, censored, frozen, annotation }: Drawing,
): (SvgElement | null)[] {
  return [
    ...(plot.options.band ? points.map((each, index) => bandMark(plot, index, each)) : []),
    frozen && ghostsMark(plot, frozen),
    plot.options.medianLines ? medianLines(plot) : null,
    ...points.map((each, index) => curveMark(plot, index, each)),
    ...censored.map((ticks, index) => censorMark(plot, index, ticks)),
    milestonesMark(plot),
    ...(placed ?? []).map((label, index) => endLabelMark(plot, index, nth(blocks, index), label)),
    annotation && annotationMark(plot, annotation),
  ];
}

function textMarks({ heading, legend, table, tableTop, caption, height, metrics }: Layout, plot: Plot) {
  const { gap } = metrics;
  const { inks, looks } = plot;
  return [
    ...(heading ? headingMark(heading, gap, gap, inks) : []),
    legend && legendMark(legend, looks, metrics, gap, gap + (heading ? heading.height + gap : 0)),
    table && tableMark(plot, table, gap, tableTop),
    caption && paragraphMark(caption, "caption", gap, height - gap - caption.height, inks.soft),
  ];
}
