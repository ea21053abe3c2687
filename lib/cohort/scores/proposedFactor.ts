import type { Board } from "../../board/board";
import type { Comparison, Factor } from "../../board/score";
import { capitalized, columnInWords } from "../../format";
import { choiceFor } from "../columns";
import { columnsOfTime } from "../endpointTime";
import { isFlagged } from "../groupable";
import { referencesFirst } from "../references";
import type { ColumnSummary } from "../tableSummary";
import { type MatchColumn, matchFactor } from "./match";
import { presets } from "./presets";
import { unitOfColumn } from "./units";

export interface ProposedFactor {
  factor: Omit<Factor, "id">;
  /** Where the cut comes from, to be checked by the user; null where it is still to be said. */
  from: string | null;
}

/**
 * A factor of a column with the cut that is known or plain: that of a published score where one measures the same in
 * the same unit, else the median, or of two values the one that is not the control. Which side of a median is adverse
 * is not known from the values; the upper one is proposed. Of more values those that count are left to be said.
 *
 * @param median Of the patients with a value; null where it is no number.
 */
export function proposedFactor(
  column: MatchColumn,
  median: number | null,
  columns: readonly MatchColumn[],
  board: Board,
): ProposedFactor {
  const published = publishedFactor(column, columns, board);
  if (published) return published;
  const { when, from } = plainCut(column, median);
  const date = column.kind === "date";
  return {
    factor: {
      label: labelOfColumn(column.name, board),
      column: column.name,
      unit: date ? "months" : (unitOfColumn(column.name, board) ?? ""),
      convert: null,
      formula: date ? { kind: "monthsUntil", column: null, convert: null } : null,
      when,
      points: 1,
    },
    from,
  };
}

/** What a factor of the column is called where nobody named it; of a name of thousands of letters the beginning. */
export function labelOfColumn(name: string, board: Board): string {
  const label = capitalized(choiceFor(board, name).label ?? "") || columnInWords(name);
  return label.length > longest ? `${label.slice(0, longest - 1)}…` : label;
}

const longest = 120;

/**
 * The factor with another column: it is called after the column where its name said nothing else, and a list of values
 * of the column before is to be said again.
 */
export function withColumn(factor: Factor, column: string | null, board: Board): Factor {
  const named = factor.column === null ? /^Factor \d+$/.test(factor.label) : isCalledAfter(factor, board);
  const label = named && column !== null ? labelOfColumn(column, board) : factor.label;
  return { ...factor, column, convert: null, label };
}

const isCalledAfter = ({ label, column }: Factor, board: Board) =>
  column !== null && (label === column || label === labelOfColumn(column, board));

/** Columns that can be a factor: none that may identify patients, and none that says how an endpoint ended. */
export function factorColumns<C extends ColumnSummary>(columns: readonly C[], board: Board): C[] {
  const outcome = new Set(
    board.endpoints.flatMap(({ time, event }) => [...columnsOfTime(time), ...(event === null ? [] : [event.column])]),
  );
  const started = new Set(board.endpoints.flatMap(({ time }) => ("start" in time ? [time.start] : [])));
  return columns.filter(
    (column) =>
      column.name !== board.patientId &&
      (!outcome.has(column.name) || started.has(column.name)) &&
      (column.kind === "date" || !isFlagged(board, column)) &&
      (column.kind !== "category" || (column.distinct !== null && column.distinct <= 50)) &&
      column.distinct !== 0,
  );
}

/** The factor of the first published score that has a cut for what the column measures, in the column's own unit. */
function publishedFactor(column: MatchColumn, columns: readonly MatchColumn[], board: Board): ProposedFactor | null {
  // The others may hold a limit of normal.
  const asked = [column, ...columns.filter(({ name }) => name !== column.name)];
  for (const preset of presets)
    for (const each of preset.factors) {
      const { factor } = matchFactor(each, asked, board);
      if (factor.column !== column.name || factor.formula !== null || !splits(factor.when, column)) continue;
      const { id: _, ...rest } = factor;
      return { factor: { ...rest, points: 1 }, from: `the cut of the ${preset.label}` };
    }
  return null;
}

/** Whether there can be patients on both sides. */
function splits(when: Comparison, { min, max }: MatchColumn): boolean {
  if ("column" in when) return true;
  if (!("value" in when) || when.value === null || when.limit !== null) return false;
  if (typeof min !== "number" || typeof max !== "number") return false;
  switch (when.op) {
    case "<":
    case ">=":
      return min < when.value && max >= when.value;
    default:
      return min <= when.value && max > when.value;
  }
}

function plainCut(column: MatchColumn, median: number | null): { when: Comparison; from: string | null } {
  const { kind, min, max, distinct, levels } = column;
  const number = (op: "=" | ">" | ">=", value: number | null): Comparison => ({ op, value, times: 1, limit: null });
  if (kind === "date") return { when: number(">=", null), from: null };
  if (kind === "number") {
    if (distinct === 2 && min === 0 && max === 1) return { when: number("=", 1), from: "1 of 0 and 1" };
    if (median === null || min === max) return { when: number(">=", null), from: null };
    const from = "the median of this cohort";
    // Where half of the patients have the smallest value, "at least" would be all of them.
    return { when: number(median === min ? ">" : ">=", median), from };
  }
  if (levels?.length !== 2) return { when: { op: "in", values: [] }, from: null };
  const names = levels.map(({ value }) => ({ value, label: value, color: null }));
  const codes = Int32Array.from(levels, (_, place) => place);
  const [, adverse] = referencesFirst(
    { levels: names, ordered: false, codes },
    levels.map(({ count }) => count),
  );
  const value = names[adverse ?? 0]?.value ?? "";
  return { when: { op: "in", values: [value] }, from: "one of its two values" };
}
