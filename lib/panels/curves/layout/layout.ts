import type { FigureOptions } from "../../../board/figureOptions";
import type { Box } from "../../../figure/box";
import { textWidth } from "../../../figure/text";
import { headingPlan, type Paragraph, paragraph } from "../../sheet/heading";
import { type Metrics, metricsOf, type Sheet } from "../../sheet/sheet";
import { timeAxisHeight, valueAxisWidth } from "../axes/axes";
import { lastTimeOf, type TimeAxis, timeAxis } from "../axes/timeAxis";
import { type ValueAxis, valueAxis } from "../axes/valueAxis";
import { underFigure } from "../caption";
import type { Drawn } from "../drawn";
import { blocksOf, type LabelBlock } from "../labels/labelBlock";
import { type LegendPlan, legendPlan, legendSwatch } from "../labels/legend";
import { type TablePlan, tablePlan } from "../table/tablePlan";
import { visible } from "../visible";
import { censoringIsDense, hasCensored } from "./ticked";

/** Names at the curve ends over two or three lines, there on one line, or in a legend. */
export type Naming = "stacked" | "line" | "legend";

/** Where everything of a figure goes. */
export interface Layout {
  width: number;
  height: number;
  metrics: Metrics;
  area: Box;
  time: TimeAxis;
  value: ValueAxis;
  heading: ReturnType<typeof headingPlan> | null;
  legend: LegendPlan | null;
  /** Empty where names stand in the legend. */
  blocks: LabelBlock[];
  table: TablePlan | null;
  /** Where the table begins; its texts start at the left border. */
  tableTop: number;
  caption: Paragraph | null;
  /** Whether censored patients have their ticks. */
  ticked: boolean;
}

/**
 * Places everything; `last` is the longest time to show where it is not that of the curves, `above` what a box above the
 * plot needs.
 */
export function layoutOf(
  whole: Drawn,
  options: FigureOptions,
  sheet: Sheet,
  naming: Naming,
  last = lastTimeOf(visible(whole, options)),
  above = 0,
): Layout {
  const drawn = visible(whole, options);
  const metrics = metricsOf(sheet);
  const parts = partsOf(whole, drawn, options, sheet, naming, metrics);
  const { heading, legend, table, caption, blocks } = parts;
  const { text, gap } = metrics;
  const { width } = sheet;
  const number = widestNumber(drawn, options, sheet, metrics, last);
  const halfCell = Math.max(table ? table.cellWidth / 2 : 0, text, number / 2);
  const tableRoom = table ? table.labelWidth + gap * 2.2 + halfCell : 0;
  const { inset } = sheet;
  const ownLeft = gap + Math.max(valueAxisWidth(valueAxis(drawn, options, 5), metrics), tableRoom);
  const names = blocks.length === 0 ? 0 : Math.max(...blocks.map((block) => block.width)) + gap * 1.5;
  const left = Math.max(ownLeft, inset?.left ?? 0);
  const right = Math.max(left + text * 4, width - Math.max(gap + Math.max(names, halfCell), inset?.right ?? 0));
  const ownTop = gap + (heading ? heading.height + gap : 0) + (legend?.height ?? 0) + above + text * 0.5;
  const top = Math.max(ownTop, inset?.top ?? 0);
  const underTable = (caption ? caption.height + gap * 1.5 : 0) + gap;
  const own = timeAxisHeight(metrics) + (table ? gap * 1.6 + table.height : 0) + underTable;
  const below = Math.max(own, inset?.bottom ?? 0);
  const height = Math.max(sheet.height, top + text * 12 + below);
  const area = { left, top, right, bottom: height - below };
  return {
    ...parts,
    width,
    height,
    metrics,
    area,
    time: timeAxis(drawn, options, right - left, tickRoom(number, table, metrics), last),
    value: valueAxis(drawn, options, area.bottom - area.top < text * 11 ? 3 : 5),
    tableTop: height - below + own - underTable - (table?.height ?? 0),
  };
}

/** The texts of a figure, measured. */
function partsOf(
  whole: Drawn,
  drawn: Drawn,
  options: FigureOptions,
  sheet: Sheet,
  naming: Naming,
  metrics: Metrics,
): Pick<Layout, "heading" | "caption" | "table" | "blocks" | "legend" | "ticked"> {
  const { width, titleInside } = sheet;
  const { text, gap, small } = metrics;
  const ticked = options.censorTicks && hasCensored(drawn, options) && !censoringIsDense(drawn, sheet, metrics);
  const inner = width - 2 * gap;
  const title = options.title ?? whole.words.title;
  const subtitle = options.subtitle ?? whole.words.subtitle;
  const caption = titleInside ? underFigure(whole, options, ticked) : "";
  const units = { from: drawn.unit, to: options.unit ?? drawn.unit };
  const most = naming === "legend" ? inner - legendSwatch(metrics) : Math.min(width * 0.26, text * 17);
  const blocks = blocksOf(drawn.curves, naming === "stacked", units, metrics, most);
  return {
    heading: titleInside ? headingPlan(title, subtitle, inner, metrics) : null,
    caption: caption === "" ? null : paragraph(caption, inner, small),
    ticked,
    table: tablePlan(drawn, options, metrics, width),
    blocks: naming === "legend" ? [] : blocks,
    legend: naming === "legend" ? legendPlan(blocks, metrics, inner) : null,
  };
}

/** The least distance between two labeled ticks: neither their numbers nor the columns of the table may touch. */
function tickRoom(number: number, table: TablePlan | null, { text }: Metrics): number {
  return Math.max(number + text * 1.2, text * 2.8, table ? table.cellWidth + text : 0);
}

/**
 * Width of the widest number at a tick, from an axis of about this length; one more digit may come with other ticks.
 */
function widestNumber(drawn: Drawn, options: FigureOptions, { width }: Sheet, { text }: Metrics, last: number): number {
  const { ticks } = timeAxis(drawn, options, width * 0.6, text * 4, last);
  return Math.max(...ticks.map((tick) => textWidth(tick.text ?? "", text)), text);
}
