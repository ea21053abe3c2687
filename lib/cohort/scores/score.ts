import type { Comparison, Score } from "../../board/board";
import { failed, ok, problem, type Result } from "../../result";
import type { Column, Table } from "../../table/table";
import { requireColumn } from "../columns";

/** For each row 1 adverse, 0 not, −1 unknown because a value is missing. */
export type FactorStates = Int8Array;

export interface ScoreValues {
  /** NaN where the score cannot be computed. */
  points: Float64Array;
  /** Index into the score's groups, −1 where there is none. */
  codes: Int32Array;
  factors: FactorStates[];
}

/**
 * Evaluates a score strictly as written (`<` is not `<=`). A missing factor makes the score missing, unless the score says "absent"
 * (counts as not adverse) or "bound" (the group is given where the known factors decide it whatever the missing ones say).
 * Points that no group covers have no group.
 */
export function scoreValues(table: Table, score: Score): Result<ScoreValues> {
  const factors: FactorStates[] = [];
  for (const factor of score.factors) {
    const states = factorStates(table, factor.column, factor.when);
    if (!states.ok) return states;
    factors.push(states.value);
  }
  const points = new Float64Array(table.rows);
  const codes = new Int32Array(table.rows);
  const known = new Int8Array(factors.length);
  for (let row = 0; row < table.rows; row++) {
    for (let f = 0; f < factors.length; f++) known[f] = factors[f][row];
    if (score.missing === "absent") for (let f = 0; f < known.length; f++) if (known[f] < 0) known[f] = 0;
    const [low, high] = pointsRange(score, known);
    points[row] = low === high ? low : Number.NaN;
    const decided = low === high || (score.missing === "bound" && groupOf(score, low) === groupOf(score, high));
    codes[row] = decided ? groupOf(score, low) : -1;
  }
  return ok({ points, codes, factors });
}

/** Smallest and largest points over everything the unknown factors could say. */
function pointsRange(score: Score, states: Int8Array): [number, number] {
  const unknown = states.indexOf(-1);
  if (unknown < 0) {
    const value = pointsOf(score, states);
    return [value, value];
  }
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const state of [0, 1]) {
    const assumed = states.slice();
    assumed[unknown] = state;
    const [a, b] = pointsRange(score, assumed);
    low = Math.min(low, a);
    high = Math.max(high, b);
  }
  return [low, high];
}

function pointsOf(score: Score, states: Int8Array): number {
  for (const rule of score.rules) {
    const holds = rule.when.every(
      ({ factor, is }) => states[score.factors.findIndex(({ id }) => id === factor)] === Number(is),
    );
    if (holds) return rule.points;
  }
  return score.factors.reduce((sum, factor, f) => sum + (states[f] === 1 ? factor.points : 0), 0);
}

function groupOf(score: Score, points: number): number {
  return score.groups.findIndex(
    ({ min, max }) => points >= (min ?? Number.NEGATIVE_INFINITY) && points <= (max ?? Number.POSITIVE_INFINITY),
  );
}

function factorStates(table: Table, name: string, when: Comparison): Result<FactorStates> {
  const column = requireColumn(table, name);
  if (!column.ok) return column;
  if (when.op === "in") return inSet(column.value, when.values);
  const values = numbersIn(column.value);
  if (!values.ok) return values;
  if ("column" in when) {
    const other = requireColumn(table, when.column);
    if (!other.ok) return other;
    const limits = numbersIn(other.value);
    if (!limits.ok) return limits;
    return ok(compare(values.value, when, (row) => limits.value[row] * when.times));
  }
  return ok(compare(values.value, when, () => ("value" in when ? when.value : 0)));
}

function compare(
  values: Float64Array,
  when: Exclude<Comparison, { op: "in" }>,
  limit: (row: number) => number,
): FactorStates {
  const states = new Int8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const bound = limit(row);
    states[row] = Number.isNaN(values[row]) || Number.isNaN(bound) ? -1 : Number(holds(values[row], when, bound));
  }
  return states;
}

function holds(value: number, when: Exclude<Comparison, { op: "in" }>, limit: number): boolean {
  switch (when.op) {
    case "<":
    case "< column":
      return value < limit;
    case "<=":
    case "<= column":
      return value <= limit;
    case ">":
    case "> column":
      return value > limit;
    case ">=":
    case ">= column":
      return value >= limit;
    case "between":
      return value >= when.min && value <= when.max;
  }
}

function inSet(column: Column, values: string[]): Result<FactorStates> {
  if (!column.written)
    return failed(
      problem(
        "factor-levels",
        `“${column.name}” has too many different values to compare with a list.`,
        "Use a comparison of numbers.",
      ),
    );
  const { codes, levels } = column.written;
  const wanted = new Set(values);
  return ok(Int8Array.from(codes, (code) => (code < 0 ? -1 : Number(wanted.has(levels[code])))));
}

function numbersIn(column: Column): Result<Float64Array> {
  if (column.kind === "number") return ok(column.values);
  return failed(
    problem(
      "factor-number",
      `“${column.name}” is not a column of numbers.`,
      "Choose a number column for this factor, or change its kind in Data.",
    ),
  );
}
