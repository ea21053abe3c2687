import { element, group, rounded, type SvgElement } from "../../figure/svg";
import { label, middleToBaseline, textWidth } from "../../figure/text";
import { formatCount } from "../../format";
import { atRiskTable } from "../../survival";
import type { Plot } from "./plot";
import { type Count, countWords, inParentheses, swatchWidth, type TablePlan } from "./tablePlan";

/** Numbers at risk, censored and with the event, aligned to the labeled ticks of the axis above. `left` is where its texts begin. */
export function atRiskTableMark(plot: Plot, plan: TablePlan, left: number, top: number): SvgElement {
  const { metrics, result, time } = plot;
  const ticks = time.ticks.filter(({ text }) => text !== null).map((tick) => tick.time);
  let y = top + (plan.inline ? metrics.row : 0);
  const bodies = result.groups.map((each, index) => {
    if (plan.namesAbove) y += metrics.gap * 0.5;
    const part = groupRows(plot, plan, index, atRiskTable(each.curve, ticks), ticks, left, y);
    y += metrics.row * ((plan.inline ? 1 : plan.counts.length) + (plan.namesAbove ? 1 : 0));
    return group({ "data-part": "table-group", "data-group": index }, part);
  });
  return group({ "data-part": "table" }, plan.inline ? header(plot, plan, left, top) : null, bodies);
}

function header({ metrics, inks }: Plot, { counts }: TablePlan, left: number, top: number): SvgElement[] {
  const y = top + metrics.row / 2 + metrics.text * middleToBaseline;
  const [first, ...others] = counts;
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

function groupRows(
  plot: Plot,
  plan: TablePlan,
  index: number,
  numbers: ReturnType<typeof atRiskTable>,
  ticks: number[],
  left: number,
  top: number,
): SvgElement[] {
  const { metrics, inks } = plot;
  const columns: Record<Count, Float64Array> = {
    atRisk: numbers.nRisk,
    censored: numbers.nCensor,
    events: numbers.nEvent,
  };
  const baseline = (line: number) => top + (line + 0.5) * metrics.row + metrics.text * middleToBaseline;
  const first = plan.namesAbove ? 1 : 0;
  const name = groupName(plot, plan, index, left, baseline(0));
  if (plan.inline)
    return [
      ...name,
      ...ticks.map((tick, column) =>
        inlineCell(
          plot,
          plan,
          tick,
          plan.counts.map((count) => columns[count][column]),
          baseline(first),
        ),
      ),
    ];
  const rows = plan.counts.flatMap((count, line) => {
    const fill = count === "atRisk" ? inks.ink : inks.faint;
    const y = baseline(first + line);
    const cells = ticks.map((tick, column) =>
      label(plot.x(tick) + plan.cellWidth / 2, y, formatCount(columns[count][column]), {
        size: metrics.text,
        fill,
        anchor: "end",
      }),
    );
    return [label(left, y, countWords[count], { size: metrics.text, fill }), ...cells];
  });
  return [...name, ...rows];
}

/** "22 (4, 3)": the first numbers of a column end, the parentheses begin, on one line from top to bottom. */
function inlineCell(
  { x, metrics, inks }: Plot,
  { cellWidth, leadWidth }: TablePlan,
  tick: number,
  [first, ...others]: number[],
  y: number,
): SvgElement {
  const start = x(tick) - cellWidth / 2;
  const lead = label(start + leadWidth, y, formatCount(first), { size: metrics.text, fill: inks.ink, anchor: "end" });
  const rest =
    others.length > 0 &&
    label(start + leadWidth + metrics.text * 0.3, y, inParentheses(others), { size: metrics.small, fill: inks.faint });
  return group({}, lead, rest);
}

function groupName(
  { metrics, looks, result }: Plot,
  plan: TablePlan,
  index: number,
  left: number,
  y: number,
): SvgElement[] {
  const { color, textColor, dash } = looks[index];
  const middle = y - metrics.text * middleToBaseline;
  const swatch = {
    stroke: color,
    "stroke-width": metrics.line * 1.1,
    "stroke-dasharray": dash(metrics.line * 1.1),
    fill: "none",
  };
  const d = `M${rounded(left)},${rounded(middle)}h${rounded(metrics.text * 2.1)}`;
  const name = label(left + swatchWidth(metrics), y, plan.names[index], {
    size: metrics.text,
    fill: textColor,
    weight: 600,
    whole: result.groups[index].label,
  });
  return [element("path", { d, ...swatch }), name];
}
