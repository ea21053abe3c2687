import { type RiskSets, stratumBounds } from "./riskSets";

/** A column of values, or their products with a column of `x` that begins at `shift`. */
interface Summand {
  value: Float64Array;
  x: Float64Array | null;
  shift: number;
}

/**
 * Sums over the rows at risk at each slot, of `value`, or of `value · x` (a column that begins at `shift`), written from
 * `at` on. With delayed entry, `renewed` is filled where subtracting those not yet entered would have cost digits and the
 * sum was made anew; sums of products follow it.
 */
export function riskSetSums(
  sets: RiskSets,
  summand: Summand,
  out: Float64Array,
  at: number,
  renewed: Uint8Array,
): void {
  if (sets.byEntry) return sumWithEntry(sets, sets.byEntry, summand, out, at, renewed);
  const bounds = stratumBounds(sets);
  for (let b = 0; b + 1 < bounds.length; b++) sumStratum(sets, bounds[b], bounds[b + 1], summand, out, at);
}

const BLOCK = 1024;
const block = new Float64Array(BLOCK);

/** Sums from each position to the end of the stratum, block by block, of which those at the slots are kept: no branch inside. */
function sumStratum(sets: RiskSets, first: number, next: number, summand: Summand, out: Float64Array, at: number): void {
  const { start, end } = sets;
  let sum = 0;
  let s = next - 1;
  for (let to = end[first]; to > start[first]; to -= BLOCK) {
    const from = Math.max(start[first], to - BLOCK);
    sum = sumBlock(summand, from, to, sum);
    for (; s >= first && start[s] >= from; s--) out[at + s] = block[start[s] - from];
  }
}

function sumBlock({ value, x, shift }: Summand, from: number, to: number, before: number): number {
  let sum = before;
  if (x === null)
    for (let i = to - 1; i >= from; i--) {
      sum += value[i];
      block[i - from] = sum;
    }
  else
    for (let i = to - 1; i >= from; i--) {
      sum += value[i] * x[shift + i];
      block[i - from] = sum;
    }
  return sum;
}

/** Fraction of its peak below which a falling sum has lost too many digits to subtraction and is made anew. */
const WORN = 1e-6;

/** From the last time to the first: rows enter the sum at their time and leave it at their entry. */
function sumWithEntry(
  sets: RiskSets,
  byEntry: Uint32Array,
  { value, x, shift }: Summand,
  out: Float64Array,
  at: number,
  renewed: Uint8Array,
): void {
  const { slots, start, end, from } = sets;
  const term = (i: number) => (x === null ? value[i] : value[i] * x[shift + i]);
  let position = 0;
  let leaving = byEntry.length - 1;
  let sum = 0;
  let peak = 0;
  for (let s = slots - 1; s >= 0; s--) {
    if (s === slots - 1 || end[s] !== end[s + 1]) {
      position = end[s];
      sum = peak = 0;
    }
    while (position > start[s]) sum += term(--position);
    if (sum > peak) peak = sum;
    for (; leaving >= 0 && from[byEntry[leaving]] >= s; leaving--) sum -= term(byEntry[leaving]);
    if (x === null) renewed[s] = sum < WORN * peak ? 1 : 0;
    if (renewed[s]) {
      sum = 0;
      for (let i = start[s]; i < end[s]; i++) if (from[i] < s) sum += term(i);
      peak = sum;
    }
    out[at + s] = sum;
  }
}
