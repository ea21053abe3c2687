import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { nth } from "../../../numeric/nth";
import type { Metrics } from "../../sheet/sheet";
import type { Look } from "../looks";
import { blockMark, type LabelBlock } from "./labelBlock";

export interface LegendPlan {
  items: { x: number; y: number; block: LabelBlock }[];
  height: number;
}

const swatch = ({ text }: Metrics) => text * 2;

/** Room a legend entry takes beside its text. */
export const legendSwatch = (metrics: Metrics) => swatch(metrics) + metrics.gap;

/** Entries side by side in rows no wider than `width`. */
export function legendPlan(blocks: LabelBlock[], metrics: Metrics, width: number): LegendPlan {
  const between = metrics.text * 1.6;
  let x = 0;
  let y = 0;
  const items = blocks.map((block) => {
    const size = legendSwatch(metrics) + block.width;
    if (x > 0 && x + size > width) {
      x = 0;
      y += metrics.row;
    }
    const item = { x, y, block };
    x += size + between;
    return item;
  });
  return { items, height: y + metrics.row + metrics.gap };
}

export function legendMark(
  { items }: LegendPlan,
  looks: Look[],
  metrics: Metrics,
  left: number,
  top: number,
): SvgElement {
  const entries = items.map(({ x, y, block }, index) => {
    const { color, textColor, dash } = nth(looks, index);
    const middle = top + y + block.height / 2;
    const d = `M${rounded(left + x)},${rounded(middle)}h${rounded(swatch(metrics))}`;
    const line = element("path", {
      d,
      stroke: color,
      "stroke-width": metrics.line,
      "stroke-dasharray": dash(metrics.line),
      fill: "none",
    });
    return group(
      { "data-part": "legend-entry", "data-group": index },
      line,
      blockMark(block, left + x + legendSwatch(metrics), top + y, textColor, metrics),
    );
  });
  return group({ "data-part": "legend" }, entries);
}
