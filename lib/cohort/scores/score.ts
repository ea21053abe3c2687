import type { Board } from "../../board/board";
import type { Score } from "../../board/score";
import { ok, type Result } from "../../result";
import type { Table } from "../../table/table";
import { tidy } from "./conversions";
import { type Amounts, factorAmounts } from "./factor";

export interface ScoreValues {
  /** NaN where the score cannot be computed. */
  points: Float64Array;
  /** Index into the score's groups, −1 where there is none. */
  codes: Int32Array;
  factors: Amounts[];
}

/**
 * Evaluates a score strictly as written. A missing factor makes the score missing, unless the score says "absent"
 * (counts as not adverse) or "bound" (the group is given where the known factors decide it whatever the missing ones
 * say). Where a rule gives the same points whatever the missing factor says, they are known. Points that no group
 * covers have no group.
 */
export function scoreValues(table: Table, score: Score, board: Board): Result<ScoreValues> {
  const factors: Amounts[] = [];
  for (const factor of score.factors) {
    const amounts = factorAmounts(table, factor, board);
    if (!amounts.ok) return amounts;
    factors.push(amounts.value);
  }
  const rules = compiled(score);
  // A value that points are counted per unit of is no risk factor that could be absent.
  const countsAsAbsent = score.factors.map(({ when }) => score.missing === "absent" && when.op !== "per unit");
  const points = new Float64Array(table.rows);
  const codes = new Int32Array(table.rows);
  const known = new Float64Array(factors.length);
  for (let row = 0; row < table.rows; row++) {
    let unknown = 0;
    for (let f = 0; f < factors.length; f++) {
      const amount = factors[f]?.[row] ?? Number.NaN;
      known[f] = countsAsAbsent[f] && Number.isNaN(amount) ? 0 : amount;
      if (!countsAsAbsent[f] && Number.isNaN(amount)) unknown++;
    }
    const [low, high] = unknown === 0 ? same(pointsOf(score, rules, known)) : pointsRange(score, rules, known);
    points[row] = low === high ? low : Number.NaN;
    const decided = low === high || (score.missing === "bound" && groupOf(score, low) === groupOf(score, high));
    codes[row] = decided ? groupOf(score, low) : -1;
  }
  return ok({ points, codes, factors });
}

/** The rules with the places of their factors. */
type Rules = { when: { place: number; is: number }[]; points: number }[];

const compiled = ({ rules, factors }: Score): Rules =>
  rules.map(({ when, points }) => ({
    when: when.map(({ factor, is }) => ({ place: factors.findIndex(({ id }) => id === factor), is: Number(is) })),
    points,
  }));

const same = (value: number): [number, number] => [value, value];

/** Smallest and largest points over everything the unknown factors could say. */
function pointsRange(score: Score, rules: Rules, amounts: Float64Array): [number, number] {
  const unknown = amounts.findIndex(Number.isNaN);
  if (unknown < 0) return same(pointsOf(score, rules, amounts));
  if (score.factors[unknown]?.when.op === "per unit") return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const amount of [0, 1]) {
    const assumed = amounts.slice();
    assumed[unknown] = amount;
    const [a, b] = pointsRange(score, rules, assumed);
    low = Math.min(low, a);
    high = Math.max(high, b);
  }
  return [low, high];
}

function pointsOf(score: Score, rules: Rules, amounts: Float64Array): number {
  for (const { when, points } of rules) if (when.every(({ place, is }) => amounts[place] === is)) return points;
  let sum = 0;
  for (const [f, factor] of score.factors.entries()) sum += (amounts[f] ?? Number.NaN) * factor.points;
  return Number.isInteger(sum) ? sum : tidy(sum);
}

function groupOf(score: Score, points: number): number {
  return score.groups.findIndex(
    ({ min, max }) => points >= (min ?? Number.NEGATIVE_INFINITY) && points <= (max ?? Number.POSITIVE_INFINITY),
  );
}
