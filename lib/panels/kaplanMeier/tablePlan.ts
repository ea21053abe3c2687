import type { FigureOptions } from "../../board/figureOptions";
import { ellipsis, textWidth } from "../../figure/text";
import { formatCount } from "../../format";
import type { GroupResult, KaplanMeierResult } from "./result";
import type { Metrics } from "./sheet";

export type Count = FigureOptions["table"][number];

/** KMunicate order (Morris 2019). */
const order: readonly Count[] = ["atRisk", "censored", "events"];
export const countWords: Record<Count, string> = { atRisk: "At risk", censored: "Censored", events: "Events" };

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
    : counts.map((count) => textWidth(countWords[count], text));
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

export const inParentheses = (numbers: number[]) => `(${numbers.map(formatCount).join(", ")})`;
export const swatchWidth = ({ text }: Metrics) => text * 2.5;
const nameWidth = (name: string, metrics: Metrics) => textWidth(name, metrics.text, 600) + swatchWidth(metrics);
