import { type RiskSets, stratumBounds } from "./riskSets";

/** Fraction of its peak below which a falling sum has lost too many digits to subtraction and is made anew. */
const WORN = 1e-6;

/**
 * Sums of `value` over the rows at risk at each slot, to `out`. With delayed entry, `renewed` is filled where
 * subtracting those not yet entered would have cost digits and the sum was made anew; sums of products follow it.
 */
export function riskSetSums(sets: RiskSets, value: Float64Array, out: Float64Array, renewed: Uint8Array): void {
  const { slots, start, end, from, byEntry } = sets;
  let position = 0;
  let leaving = sets.rows.length - 1;
  let sum = 0;
  let peak = 0;
  for (let s = slots - 1; s >= 0; s--) {
    if (s === slots - 1 || end[s] !== end[s + 1]) {
      position = end[s];
      sum = peak = 0;
    }
    while (position > start[s]) sum += value[--position];
    if (byEntry) {
      if (sum > peak) peak = sum;
      for (; leaving >= 0 && from[byEntry[leaving]] >= s; leaving--) sum -= value[byEntry[leaving]];
      renewed[s] = sum < WORN * peak ? 1 : 0;
      if (renewed[s]) {
        sum = 0;
        for (let i = start[s]; i < end[s]; i++) if (from[i] < s) sum += value[i];
        peak = sum;
      }
    }
    out[s] = sum;
  }
}

/** Slots handed over at a time: few enough that all columns of them stay in the cache. */
export const CHUNK = 256;

/** Sums of value·x per column and slot: `sums[column * CHUNK + (slot − first)]` for `count` slots from `first` on. */
export type ChunkVisitor = (sums: Float64Array, first: number, count: number) => void;

/**
 * Sums over the rows at risk of the products of `value` with each column of `x`, chunk by chunk from the last slots to
 * the first.
 */
export function riskSetProducts(
  sets: RiskSets,
  value: Float64Array,
  x: Float64Array,
  columns: number,
  renewed: Uint8Array,
  visit: ChunkVisitor,
): void {
  const sums = new Float64Array(columns * CHUNK);
  const carry = new Float64Array(columns);
  const bounds = stratumBounds(sets);
  const late = { leaving: sets.rows.length - 1 };
  for (let b = bounds.length - 2; b >= 0; b--) {
    carry.fill(0);
    let position = sets.end[bounds[b]];
    for (let next = bounds[b + 1]; next > bounds[b]; next -= CHUNK) {
      const first = Math.max(bounds[b], next - CHUNK);
      if (sets.byEntry) sumWithEntry(sets, sets.byEntry, value, x, first, next, position, carry, renewed, late, sums);
      else for (let j = 0; j < columns; j += AT_ONCE) sumColumns(sets, value, x, first, position, carry, j, sums);
      position = sets.start[first];
      visit(sums, first, next - first);
    }
  }
}

/** Columns summed side by side, so that none waits for its own last sum. */
const AT_ONCE = 4;

/**
 * Columns from `column` on, to the slots from `first` on: every row leaves the sums at its slot, where those of the
 * first row of the slot remain.
 */
function sumColumns(
  { start, to }: RiskSets,
  value: Float64Array,
  x: Float64Array,
  first: number,
  position: number,
  carry: Float64Array,
  column: number,
  sums: Float64Array,
): void {
  const n = value.length;
  const last = carry.length - 1;
  const [j, k, l, m] = [column, Math.min(column + 1, last), Math.min(column + 2, last), Math.min(column + 3, last)];
  const [xj, xk, xl, xm] = [j * n, k * n, l * n, m * n];
  const [atJ, atK, atL, atM] = [j * CHUNK - first, k * CHUNK - first, l * CHUNK - first, m * CHUNK - first];
  let [a, b, c, d] = [carry[j], carry[k], carry[l], carry[m]];
  const end = start[first];
  for (let i = position - 1; i >= end; i--) {
    const v = value[i];
    const s = to[i];
    a += v * x[xj + i];
    b += v * x[xk + i];
    c += v * x[xl + i];
    d += v * x[xm + i];
    sums[atJ + s] = a;
    sums[atK + s] = b;
    sums[atL + s] = c;
    sums[atM + s] = d;
  }
  carry[j] = a;
  carry[k] = b;
  carry[l] = c;
  carry[m] = d;
  // The slot that begins a stratum can be without rows of its own.
  sums[atJ + first] = a;
  sums[atK + first] = b;
  sums[atL + first] = c;
  sums[atM + first] = d;
}

/** Rows enter the sums at their time and leave them at their entry. */
function sumWithEntry(
  sets: RiskSets,
  byEntry: Uint32Array,
  value: Float64Array,
  x: Float64Array,
  first: number,
  next: number,
  position: number,
  carry: Float64Array,
  renewed: Uint8Array,
  late: { leaving: number },
  sums: Float64Array,
): void {
  const { start, end, from } = sets;
  const n = value.length;
  const add = (i: number, v: number) => {
    for (let j = 0; j < carry.length; j++) carry[j] += v * x[j * n + i];
  };
  let at = position;
  for (let s = next - 1; s >= first; s--) {
    while (at > start[s]) add(--at, value[at]);
    for (; late.leaving >= 0 && from[byEntry[late.leaving]] >= s; late.leaving--)
      add(byEntry[late.leaving], -value[byEntry[late.leaving]]);
    if (renewed[s]) {
      carry.fill(0);
      for (let i = start[s]; i < end[s]; i++) if (from[i] < s) add(i, value[i]);
    }
    for (let j = 0; j < carry.length; j++) sums[j * CHUNK + s - first] = carry[j];
  }
}
