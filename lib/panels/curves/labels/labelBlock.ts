import type { TimeUnit } from "../../../board/board";
import { element, group, type SvgElement } from "../../../figure/svg";
import { middleToBaseline, textWidth, type Weight, wrap } from "../../../figure/text";
import { formatMedianTime } from "../../../format";
import type { Quantile } from "../../../survival";
import type { Metrics } from "../../sheet/sheet";
import { unitFactor, unitShort } from "../../timeUnit";
import type { DrawnCurve } from "../drawn";

/** The name of a curve, with its median where it has one, measured, as it stands at its end or in the legend. */
export interface LabelBlock {
  lines: { runs: { text: string; weight: Weight; size: number }[]; width: number }[];
  width: number;
  height: number;
  whole: string;
}

type Named = Pick<DrawnCurve, "label" | "median">;

/** Name over one or two lines, the median below it. */
export function stackedBlock({ label, median }: Named, units: Units, metrics: Metrics, most: number): LabelBlock {
  const { text, small } = metrics;
  const name = nameLines(label, most, text);
  if (median === null) return block(name, label, metrics);
  const said = `median ${medianText(median, units)}`;
  const line = { runs: [{ text: said, weight: 400 as Weight, size: small }], width: textWidth(said, small) };
  return block([...name, line], `${label}, ${said}`, metrics);
}

/** "Gene-related · median 15.9 mo" on one line, the name shortened where it must be; a name alone may take two. */
export function inlineBlock({ label, median }: Named, units: Units, metrics: Metrics, most: number): LabelBlock {
  const { text, small } = metrics;
  if (median === null) return block(nameLines(label, most, text), label, metrics);
  const tail = ` · median ${medianText(median, units)}`;
  const tailWidth = textWidth(tail, small);
  const [name = ""] = wrap(label, Math.max(text * 3, most - tailWidth), text, 600, 1);
  const runs = [
    { text: name, weight: 600 as Weight, size: text },
    { text: tail, weight: 400 as Weight, size: small },
  ];
  const width = textWidth(name, text, 600) + tailWidth;
  return block([{ runs, width }], `${label}, median ${medianText(median, units)}`, metrics);
}

const nameLines = (name: string, most: number, text: number): LabelBlock["lines"] =>
  wrap(name, most, text, 600, 2).map((line) => ({
    runs: [{ text: line, weight: 600, size: text }],
    width: textWidth(line, text, 600),
  }));

/** The unit of the curves and the one shown. */
export interface Units {
  from: TimeUnit;
  to: TimeUnit;
}

const block = (lines: LabelBlock["lines"], whole: string, { text }: Metrics): LabelBlock => ({
  lines,
  whole,
  width: Math.max(...lines.map((line) => line.width)),
  height: lines.length * text * 1.25,
});

/** "15.9 mo", "NR". */
function medianText(median: Quantile, { from, to }: Units): string {
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
