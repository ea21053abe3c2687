import type { FigureOptions } from "../../board/figureOptions";
import { textWidth } from "../../figure/text";
import { type TablePlan, tablePlan } from "./atRiskTable";
import { timeAxisHeight, valueAxisWidth } from "./axes";
import { headingPlan, type Paragraph, paragraph } from "./heading";
import { inlineBlock, type LabelBlock, stackedBlock } from "./labelBlock";
import { type LegendPlan, legendPlan, legendSwatch } from "./legend";
import type { Box } from "./plot";
import type { KaplanMeierResult } from "./result";
import { type Metrics, metricsOf, type Sheet } from "./sheet";
import { lastTime, type TimeAxis, timeAxis } from "./timeAxis";
import { type ValueAxis, valueAxis } from "./valueAxis";
import { generatedCaption, generatedSubtitle, generatedTitle } from "./words";

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
  /** Where the texts of the table begin. */
  tableLeft: number;
  caption: Paragraph | null;
}

export function layoutOf(result: KaplanMeierResult, options: FigureOptions, sheet: Sheet, naming: Naming): Layout {
  const metrics = metricsOf(sheet);
  const { text, gap } = metrics;
  const { width } = sheet;
  const pad = gap;
  const inner = width - 2 * pad;
  const heading = sheet.titleInside
    ? headingPlan(
        options.title ?? generatedTitle(result),
        options.subtitle ?? generatedSubtitle(result),
        inner,
        metrics,
      )
    : null;
  const caption = sheet.titleInside
    ? paragraph(options.caption ?? generatedCaption(result, options), inner, metrics.small)
    : null;
  const table = tablePlan(result, options, metrics, width);
  const units = { from: result.endpoint.unit, to: options.unit ?? result.endpoint.unit };
  const most = Math.min(width * 0.26, text * 17);
  const toBlock = naming === "stacked" ? stackedBlock : inlineBlock;
  const blocks = naming === "legend" ? [] : result.groups.map((each) => toBlock(each, units, metrics, most));
  const legend =
    naming === "legend"
      ? legendPlan(
          result.groups.map((each) => inlineBlock(each, units, metrics, inner - legendSwatch(metrics))),
          metrics,
          inner,
        )
      : null;

  const halfCell = Math.max(table ? table.cellWidth / 2 : 0, text);
  const firstValue = valueAxis(result, options, 5);
  const left = Math.max(
    pad + valueAxisWidth(firstValue, metrics),
    table ? pad + table.labelWidth + gap * 1.5 + halfCell : 0,
  );
  const names = blocks.length === 0 ? 0 : Math.max(...blocks.map((block) => block.width)) + gap * 1.5;
  const right = width - pad - Math.max(names, halfCell - pad);
  const top = pad + (heading ? heading.height + gap : 0) + (legend?.height ?? 0) + text * 0.5;
  const below =
    timeAxisHeight(metrics) +
    (table ? gap * 1.6 + table.height : 0) +
    (caption && caption.height > 0 ? gap * 1.5 + caption.height : 0) +
    pad;
  const height = Math.max(sheet.height, top + text * 9 + below);
  const area = { left, top, right: Math.max(right, left + text * 4), bottom: height - below };
  return {
    width,
    height,
    metrics,
    area,
    time: timeAxis(result, options, area.right - area.left, tickRoom(result, options, table, metrics)),
    value: valueAxis(result, options, area.bottom - area.top < text * 11 ? 3 : 5),
    heading,
    legend,
    blocks,
    table,
    tableLeft: table ? left - halfCell - gap * 1.5 - table.labelWidth : left,
    caption,
  };
}

/** The least distance between two labeled ticks: neither their numbers nor the columns of the table may touch. */
function tickRoom(
  result: KaplanMeierResult,
  options: FigureOptions,
  table: TablePlan | null,
  { text }: Metrics,
): number {
  const last = options.end ?? lastTime(result);
  const number = textWidth(String(Number(last.toPrecision(3))), text) + text * 1.2;
  return Math.max(number, text * 2.8, table ? table.cellWidth + text : 0);
}
