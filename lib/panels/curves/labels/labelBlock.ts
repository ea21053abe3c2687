import { element, group, type SvgElement } from "../../../figure/svg";
import { middleToBaseline, textWidth, type Weight, wrap } from "../../../figure/text";
import { formatMedianTime } from "../../../format";
import type { Quantile } from "../../../survival";
import type { GroupResult, TimeUnit } from "../../kaplanMeier/result";
import type { Metrics } from "../../sheet/sheet";
import { unitFactor, unitShort } from "../../timeUnit";

/** The name of a group with its median, measured, as it stands at a curve's end or in the legend. */
export interface LabelBlock {
  lines: { runs: { text: string; weight: Weight; size: number }[]; width: number }[];
  width: number;
  height: number;
  whole: string;
}

/** Name over one or two lines, the median below it. */
export function stackedBlock(each: GroupResult, units: Units, metrics: Metrics, most: number): LabelBlock {
  const { text, small } = metrics;
  const name = wrap(each.label, most, text, 600, 2).map((line) => ({
    runs: [{ text: line, weight: 600 as Weight, size: text }],
    width: textWidth(line, text, 600),
  }));
  const median = `median ${medianText(each, units)}`;
  const lines = [
    ...name,
    { runs: [{ text: median, weight: 400 as Weight, size: small }], width: textWidth(median, small) },
  ];
  return block(lines, each, units, metrics);
}

/** "Gene-related · median 15.9 mo" on one line, the name shortened where it must be; only the name where `withMedian` is false. */
export function inlineBlock(
  each: GroupResult,
  units: Units,
  metrics: Metrics,
  most: number,
  withMedian = true,
): LabelBlock {
  const { text, small } = metrics;
  const tail = withMedian ? ` · median ${medianText(each, units)}` : "";
  const tailWidth = textWidth(tail, small);
  const [name] = wrap(each.label, Math.max(text * 3, most - tailWidth), text, 600, 1);
  const runs = [
    { text: name, weight: 600 as Weight, size: text },
    ...(tail ? [{ text: tail, weight: 400 as Weight, size: small }] : []),
  ];
  return block([{ runs, width: textWidth(name, text, 600) + tailWidth }], each, units, metrics);
}

/** The name alone, over one or two lines: of a curve that has no median. */
export function nameBlock({ label: name }: GroupResult, _units: Units, { text }: Metrics, most: number): LabelBlock {
  const lines = wrap(name, most, text, 600, 2).map((line) => ({
    runs: [{ text: line, weight: 600 as Weight, size: text }],
    width: textWidth(line, text, 600),
  }));
  const width = Math.max(...lines.map((line) => line.width));
  return { lines, width, height: lines.length * text * 1.25, whole: name };
}

/** The endpoint's unit and the one shown. */
export interface Units {
  from: TimeUnit;
  to: TimeUnit;
}

function block(lines: LabelBlock["lines"], each: GroupResult, units: Units, { text }: Metrics): LabelBlock {
  const width = Math.max(...lines.map((line) => line.width));
  return {
    lines,
    width,
    height: lines.length * text * 1.25,
    whole: `${each.label}, median ${medianText(each, units)}`,
  };
}

/** "15.9 mo", "NR". */
function medianText({ median }: GroupResult, { from, to }: Units): string {
  if (median.kind === "notReached") return "NR";
  return `${formatMedianTime(inUnit(median, unitFactor(from, to)), to)} ${unitShort[to]}`;
}

/** The median and its limits in another unit, `factor` of which make one. */
export function inUnit(median: Quantile, factor: number): Quantile {
  const scaled = (time: number | null) => (time === null ? null : time * factor);
  const limits = { lower: scaled(median.lower), upper: scaled(median.upper) };
  return median.kind === "reached" ? { ...median, ...limits, time: median.time * factor } : { ...median, ...limits };
}

/** The block with its top left corner at x, y. */
export function blockMark(
  { lines, whole }: LabelBlock,
  x: number,
  y: number,
  fill: string,
  { text }: Metrics,
): SvgElement {
  const shown = lines.map(({ runs }) => runs.map((run) => run.text).join("")).join(" ");
  const texts = lines.map(({ runs }, line) => {
    const spans = runs.map((run) => element("tspan", { "font-size": run.size, "font-weight": run.weight }, run.text));
    return element("text", { x, y: y + (line + 0.5) * text * 1.25 + text * middleToBaseline }, spans);
  });
  return group({ fill }, shown.includes("…") ? element("title", {}, whole) : null, texts);
}
