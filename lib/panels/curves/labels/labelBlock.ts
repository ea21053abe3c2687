import type { TimeUnit } from "../../../board/board";
import { element, group, type SvgElement } from "../../../figure/svg";
import { middleToBaseline, textWidth, type Weight, wrapApart } from "../../../figure/text";
import { formatMedianTime } from "../../../format";
import { nth } from "../../../numeric/nth";
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

/**
 * The names of curves, no wider than `most`: `stacked` over one or two lines with the median below, else "Gene-related ·
 * median 15.9 mo" on one line, shortened where it must be; a name alone may take two. Different names stay different.
 */
export function blocksOf(curves: readonly Named[], stacked: boolean, units: Units, metrics: Metrics, most: number) {
  const { text, small } = metrics;
  const tailOf = ({ median }: Named) => (stacked || median === null ? null : ` · median ${medianText(median, units)}`);
  const roomed = curves.map((curve) => {
    const tail = tailOf(curve);
    const width = tail === null ? most : Math.max(text * 3, most - textWidth(tail, small));
    return { name: curve.label, width, lines: tail === null ? 2 : 1 };
  });
  const names = wrapApart(roomed, text, 600);
  return curves.map((curve, place) => {
    const tail = tailOf(curve);
    const name = nth(names, place);
    return tail === null ? stackedBlock(curve, units, metrics, name) : inlineBlock(curve, metrics, nth(name, 0), tail);
  });
}

function stackedBlock({ label, median }: Named, units: Units, metrics: Metrics, lines: string[]): LabelBlock {
  const { text, small } = metrics;
  const name = nameLines(lines, text);
  if (median === null) return block(name, label, metrics);
  const said = `median ${medianText(median, units)}`;
  const line = { runs: [{ text: said, weight: 400 as Weight, size: small }], width: textWidth(said, small) };
  return block([...name, line], `${label}, ${said}`, metrics);
}

function inlineBlock({ label }: Named, metrics: Metrics, name: string, tail: string): LabelBlock {
  const { text, small } = metrics;
  const runs = [
    { text: name, weight: 600 as Weight, size: text },
    { text: tail, weight: 400 as Weight, size: small },
  ];
  const width = textWidth(name, text, 600) + textWidth(tail, small);
  return block([{ runs, width }], `${label}, ${tail.slice(3)}`, metrics);
}

const nameLines = (lines: string[], text: number): LabelBlock["lines"] =>
  lines.map((line) => ({
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
