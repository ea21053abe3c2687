import type { FigureOptions } from "../../../board/figureOptions";
import { textWidth, wrapApart } from "../../../figure/text";
import { formatCount } from "../../../format";
import { nth } from "../../../numeric/nth";
import type { Metrics } from "../../sheet/sheet";
import type { Drawn, DrawnCurve } from "../drawn";

export type Count = FigureOptions["table"][number];

/** KMunicate order (Morris 2019). */
const order: readonly Count[] = ["atRisk", "censored", "events"];
export const countWords: Record<Count, string> = { atRisk: "At risk", censored: "Censored", events: "Events" };

/** The convention of the table: so its numbers add up to the group's at every time. */
export const countedBefore = "At risk, censored and events are counted just before each time.";

/**
 * How the table under the axis is laid out, known before the ticks are chosen, since its columns decide how near they
 * may be.
 */
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
export function tablePlan(drawn: Drawn, options: FigureOptions, metrics: Metrics, width: number): TablePlan | null {
  const counts = order.filter((count) => options.table.includes(count));
  if (counts.length === 0) return null;
  const { text, row, gap } = metrics;
  const cells = cellWidths(drawn, counts, metrics);
  const crowded = counts.length > 1 && (cells.large || (cells.inline + text) * 3 > width * 0.62);
  const inline = counts.length === 1 || (options.tableLayout === "inline" && !crowded);
  const labels = drawn.curves.map(({ label }) => label);
  const most = Math.min(width * 0.2, text * 14);
  const tooWide = labels.some((name) => nameWidth(name, metrics) > most);
  const namesAbove = !inline || (labels.length <= mostNamesAbove && tooWide);
  const room = (namesAbove ? width * 0.9 : most) - swatchWidth(metrics);
  const roomed = labels.map((name) => ({ name, width: room, lines: 1 }));
  const names = wrapApart(roomed, text, 600).map((lines) => nth(lines, 0));
  const linesPerGroup = (inline ? 1 : counts.length) + (namesAbove ? 1 : 0);
  return {
    counts,
    inline,
    namesAbove,
    names,
    labelWidth: besideWidth(inline ? (namesAbove ? [] : names) : null, counts, metrics),
    cellWidth: inline ? cells.inline : cells.single,
    leadWidth: inline ? cells.lead : 0,
    height: row * (labels.length * linesPerGroup + (inline ? 1 : 0)) + gap * (namesAbove ? labels.length * 0.5 : 0.2),
  };
}

/** What stands left of the numbers: the groups' names, or with null the words for the counts. */
function besideWidth(names: string[] | null, counts: readonly Count[], metrics: Metrics): number {
  const words = counts.map((count) => textWidth(countWords[count], metrics.text));
  return Math.max(0, ...(names?.map((name) => nameWidth(name, metrics)) ?? words));
}

/** The widest cell there can be: of one number, and of "22 (4, 3)" with its number before the parenthesis. */
function cellWidths({ curves }: Drawn, counts: readonly Count[], { text, small }: Metrics) {
  const widest = (cell: (each: DrawnCurve) => string, size: number) =>
    Math.max(...curves.map((each) => textWidth(cell(each), size)));
  const number = (count: Count) => widest((each) => formatCount(greatest(each, count)), text);
  const others = counts.slice(1);
  const lead = number(nth(counts, 0));
  const rest = widest((each) => inParentheses(others.map((count) => greatest(each, count))), small);
  return {
    lead,
    inline: others.length === 0 ? lead : lead + text * 0.3 + rest,
    single: Math.max(...counts.map(number)),
    large: curves.some((each) => greatest(each, "atRisk") >= 10_000),
  };
}

/** No cell of the group can hold a larger number. */
function greatest({ counts }: DrawnCurve, count: Count): number {
  if (count === "atRisk") return Math.max(counts.n, counts.nRisk[0] ?? 0);
  return count === "events" ? counts.events : counts.censored + counts.competing;
}

export const inParentheses = (numbers: number[]) => `(${numbers.map(formatCount).join(", ")})`;
export const swatchWidth = ({ text }: Metrics) => text * 2.5;
const nameWidth = (name: string, metrics: Metrics) => textWidth(name, metrics.text, 600) + swatchWidth(metrics);
