import type { FigureOptions } from "../../board/figureOptions";
import { element, group, rounded, type SvgElement } from "../../figure/svg";
import { ellipsis, label, middleToBaseline, textWidth } from "../../figure/text";
import { formatCount } from "../../format";
import { atRiskTable } from "../../survival";
import type { Plot } from "./plot";
import type { GroupResult, KaplanMeierResult } from "./result";
import type { Metrics } from "./sheet";

type Count = FigureOptions["table"][number];

/** KMunicate order (Morris 2019). */
const order: readonly Count[] = ["atRisk", "censored", "events"];
const words: Record<Count, string> = { atRisk: "At risk", censored: "Censored", events: "Events" };

/** How the table under the axis is laid out, known before the ticks are chosen, since its columns decide how near they may be. */
export interface TablePlan {
  counts: readonly Count[];
  /** One line a group, "22 (4, 3)", or a row for each count. */
  inline: boolean;
  /** Where the names stand: left of the numbers, or on lines of their own. */
  namesAbove: boolean;
  names: string[];
  /** Width of the texts left of the numbers, swatch included. */
  labelWidth: number;
  /** Width of the widest cell, and in it of the number before the parenthesis. */
  cellWidth: number;
  leadWidth: number;
  height: number;
}

const mostNamesAbove = 4;

/** Null where no table is asked for. */
export function tablePlan(
  result: KaplanMeierResult,
  options: FigureOptions,
  metrics: Metrics,
  width: number,
): TablePlan | null {
  const counts = order.filter((count) => options.table.includes(count));
  if (counts.length === 0) return null;
  const { text, row, gap } = metrics;
  const wide = Math.max(...result.groups.map(({ curve }) => curve.n));
  const lead = (count: Count) =>
    Math.max(...result.groups.map((each) => textWidth(formatCount(greatest(each, count)), text)));
  const rest =
    counts.length < 2
      ? 0
      : Math.max(
          ...result.groups.map((each) =>
            textWidth(inParentheses(counts.slice(1).map((count) => greatest(each, count))), metrics.small),
          ),
        );
  const inlineCell = lead(counts[0]) + (rest > 0 ? text * 0.3 + rest : 0);
  const crowded = counts.length > 1 && (wide >= 10_000 || (inlineCell + text) * 3 > width * 0.62);
  const inline = counts.length === 1 || (options.tableLayout === "inline" && !crowded);
  const most = Math.min(width * 0.2, text * 14);
  const labels = result.groups.map((each) => each.label);
  const namesAbove =
    !inline || (labels.length <= mostNamesAbove && labels.some((name) => nameWidth(name, metrics) > most));
  const names = labels.map((name) =>
    ellipsis(name, (namesAbove ? width * 0.9 : most) - swatchWidth(metrics), text, 600),
  );
  const besides = inline
    ? namesAbove
      ? []
      : names.map((name) => nameWidth(name, metrics))
    : counts.map((count) => textWidth(words[count], text));
  const linesPerGroup = (inline ? 1 : counts.length) + (namesAbove ? 1 : 0);
  return {
    counts,
    inline,
    namesAbove,
    names,
    labelWidth: Math.max(0, ...besides),
    cellWidth: inline ? inlineCell : Math.max(...counts.map(lead)),
    leadWidth: inline ? lead(counts[0]) : 0,
    height: row * (labels.length * linesPerGroup + (inline ? 1 : 0)) + gap * (namesAbove ? labels.length * 0.5 : 0.2),
  };
}

/** No cell of the group can hold a larger number. */
function greatest({ curve }: GroupResult, count: Count): number {
  if (count === "atRisk") return curve.n;
  return count === "events" ? curve.events : curve.n - curve.events;
}

const inParentheses = (numbers: number[]) => `(${numbers.map(formatCount).join(", ")})`;
const swatchWidth = ({ text }: Metrics) => text * 2.5;
const nameWidth = (name: string, metrics: Metrics) => textWidth(name, metrics.text, 600) + swatchWidth(metrics);

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
  const title = counts.length === 1 && first === "atRisk" ? "Number at risk" : words[first];
  const sofar = first === "atRisk" ? "" : " so far";
  const rest = others.length > 0 ? `(${others.map((count) => words[count].toLowerCase()).join(", ")} so far)` : sofar;
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
    return [label(left, y, words[count], { size: metrics.text, fill }), ...cells];
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
