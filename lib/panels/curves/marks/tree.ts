import { element, rounded, type SvgElement } from "../../../figure/svg";
import { fontFamily } from "../../../figure/theme";
import type { KaplanMeierResult } from "../../kaplanMeier/result";
import { headingMark, paragraphMark } from "../../sheet/heading";
import { axesMark } from "../axes/axes";
import { endLabelMark, type PlacedLabel } from "../labels/endLabels";
import { legendMark } from "../labels/legend";
import type { Layout } from "../layout/layout";
import type { Plot } from "../layout/plot";
import { atRiskTableMark } from "../table/tableMark";
import { annotationMark } from "./annotation";
import { bandMark } from "./band";
import { censorMark, type Tick } from "./censorTicks";
import { curveMark } from "./curve";
import type { DrawnSteps } from "./drawnPoints";
import { ghostsMark } from "./ghosts";
import { medianLines } from "./medianLines";
import { milestonesMark } from "./milestones";

/** What is drawn, group by group. */
export interface Drawing {
  plot: Plot;
  steps: DrawnSteps[];
  /** Null where names stand in the legend. */
  placed: PlacedLabel[] | null;
  /** Empty where no ticks are drawn. */
  censored: Tick[][];
  frozen: KaplanMeierResult | null;
  /** The figure in a sentence. */
  spoken: string;
}

/** All marks of the figure, from the ground up. */
export function treeOf(layout: Layout, drawing: Drawing): SvgElement {
  const { width, height, metrics } = layout;
  const { plot, spoken } = drawing;
  const root = {
    width,
    height,
    viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
    role: "img",
    "aria-label": spoken,
    "font-family": fontFamily,
    "font-size": metrics.text,
  };
  const ground = element("rect", { "data-part": "ground", width, height, fill: plot.inks.surface });
  return element("svg", root, ground, textMarks(layout, plot), axesMark(plot), curveMarks(layout, drawing));
}

function curveMarks({ blocks }: Layout, { plot, steps, placed, censored, frozen }: Drawing): (SvgElement | null)[] {
  return [
    ...(plot.options.band ? steps.map((each, index) => bandMark(plot, index, each)) : []),
    frozen && ghostsMark(plot, frozen),
    plot.options.medianLines ? medianLines(plot) : null,
    ...steps.map((each, index) => curveMark(plot, index, each)),
    ...censored.map((ticks, index) => censorMark(plot, index, ticks)),
    milestonesMark(plot),
    ...(placed ?? []).map((label, index) => endLabelMark(plot, index, blocks[index], label)),
    annotationMark(plot, placed?.map(({ box }) => box) ?? []),
  ];
}

function textMarks({ heading, legend, table, tableTop, caption, height, metrics }: Layout, plot: Plot) {
  const { gap } = metrics;
  const { inks, looks } = plot;
  return [
    ...(heading ? headingMark(heading, gap, gap, inks) : []),
    legend && legendMark(legend, looks, metrics, gap, gap + (heading ? heading.height + gap : 0)),
    table && atRiskTableMark(plot, table, gap, tableTop),
    caption && paragraphMark(caption, "caption", gap, height - gap - caption.height, inks.soft),
  ];
}
