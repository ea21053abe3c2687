import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { label, middleToBaseline, textWidth } from "../../../figure/text";
import { formatCount } from "../../../format";
import { nth } from "../../../numeric/nth";
import { type AtRiskTable, atRiskTable } from "../../../survival";
import { inWeights, withoutSmallCounts } from "../../heldBack";
import type { Plot } from "../plot";
import { type Count, countWords, inParentheses, swatchWidth, type TablePlan } from "./tablePlan";

/**
 * Numbers at risk, censored and with the event, aligned to the labeled ticks of the axis above. `left` is where its
 * texts begin.
 */
export function tableMark(plot: Plot, plan: TablePlan, left: number, top: number): SvgElement {
  const { metrics, time, drawn, fewest } = plot;
  const ticks = time.ticks.filter(({ text }) => text !== null).map((tick) => tick.time);
  const perGroup = metrics.row * ((plan.inline ? 1 : plan.counts.length) + (plan.namesAbove ? 1 : 0));
  const between = plan.namesAbove ? metrics.gap * 0.5 : 0;
  const first = top + (plan.inline ? metrics.row : 0) + between;
  const groups = drawn.curves.map(({ counts, heaviest }, index) => {
    const start = first + index * (perGroup + between);
    const name = groupName(plot, plan, index, left, start + metrics.row / 2);
    const numbers = groupNumbers(
      plot,
      plan,
      withoutSmallCounts(atRiskTable(counts, ticks), inWeights(fewest, heaviest)),
      start + (plan.namesAbove ? metrics.row : 0),
    );
    const rows = numbers.map((line) => [
      plan.inline ? null : countName(plot, line, left),
      ...ticks.flatMap((tick, column) => cell(plot, plan, line, tick, column)),
    ]);
    return group({ "data-part": "table-group", "data-group": index }, name, rows.flat());
  });
  return group({ "data-part": "table" }, plan.inline ? header(plot, plan, left, top) : null, groups);
}

/** One line of numbers: a count, those behind it in parentheses, and its middle. */
interface Line {
  count: Count;
  values: Float64Array;
  behind: Float64Array[];
  y: number;
}

function groupNumbers({ metrics }: Plot, { counts, inline }: TablePlan, table: AtRiskTable, top: number): Line[] {
  const of: Record<Count, Float64Array> = { atRisk: table.nRisk, censored: table.nCensor, events: table.nEvent };
  const y = (line: number) => top + (line + 0.5) * metrics.row;
  if (!inline) return counts.map((count, line) => ({ count, values: of[count], behind: [], y: y(line) }));
  const [first, others] = [nth(counts, 0), counts.slice(1)];
  return [{ count: first, values: of[first], behind: others.map((count) => of[count]), y: y(0) }];
}

/** "22 (4, 3)": in a column the first numbers end, and the parentheses begin, below each other. */
function cell(plot: Plot, { inline, cellWidth, leadWidth }: TablePlan, line: Line, tick: number, column: number) {
  const { metrics, inks, x } = plot;
  const y = line.y + metrics.text * middleToBaseline;
  const end = x(tick) - cellWidth / 2 + (inline ? leadWidth : cellWidth);
  const look = { size: metrics.text, fill: line.count === "atRisk" || inline ? inks.ink : inks.faint };
  const first = label(end, y, countOrDash(nth(line.values, column)), { ...look, anchor: "end" });
  if (line.behind.length === 0 || Number.isNaN(line.values[column])) return [first];
  const others = inParentheses(line.behind.map((values) => nth(values, column)));
  return [first, label(end + metrics.text * 0.3, y, others, { size: metrics.small, fill: inks.faint })];
}

/** A count that is held back is a dash. */
const countOrDash = (count: number) => (Number.isNaN(count) ? "–" : formatCount(count));

function countName({ metrics, inks }: Plot, { count, y }: Line, left: number): SvgElement {
  const fill = count === "atRisk" ? inks.ink : inks.faint;
  return label(left, y + metrics.text * middleToBaseline, countWords[count], { size: metrics.text, fill });
}

function header({ metrics, inks }: Plot, { counts }: TablePlan, left: number, top: number): SvgElement[] {
  const y = top + metrics.row / 2 + metrics.text * middleToBaseline;
  const [first, others] = [nth(counts, 0), counts.slice(1)];
  const title = counts.length === 1 && first === "atRisk" ? "Number at risk" : countWords[first];
  const sofar = first === "atRisk" ? "" : " so far";
  const rest =
    others.length > 0 ? `(${others.map((count) => countWords[count].toLowerCase()).join(", ")} so far)` : sofar;
  const x = left + textWidth(`${title} `, metrics.text, 600);
  return [
    label(left, y, title, { size: metrics.text, fill: inks.ink, weight: 600 }),
    ...(rest ? [label(x, y, rest.trim(), { size: metrics.text, fill: inks.faint })] : []),
  ];
}

function groupName(
  { metrics, looks, drawn }: Plot,
  plan: TablePlan,
  index: number,
  left: number,
  middle: number,
): SvgElement[] {
  const { color, textColor, dash } = nth(looks, index);
  const swatch = {
    stroke: color,
    "stroke-width": metrics.line * 1.1,
    "stroke-dasharray": dash(metrics.line * 1.1),
    fill: "none",
  };
  const d = `M${rounded(left)},${rounded(middle)}h${rounded(metrics.text * 2.1)}`;
  const name = label(left + swatchWidth(metrics), middle + metrics.text * middleToBaseline, nth(plan.names, index), {
    size: metrics.text,
    fill: textColor,
    weight: 600,
    whole: nth(drawn.curves, index).label,
  });
  return [element("path", { d, ...swatch }), name];
}
