import { KINDS } from "./endings";
import type { Subjects } from "./subjects";
import type { TickOrder } from "./timeOrder";

const CHUNK = 1 << 14;

/** Rows, and weight, per group and kind of ending over the positions of the time order: `[(group + 1) * KINDS + kind]`. */
export interface Totals {
  rows: Float64Array;
  weights: Float64Array;
}

export function tally(
  { order }: TickOrder,
  ending: Uint8Array,
  group: Int16Array,
  groups: number,
  weight?: Float64Array,
): Totals {
  const rows = new Float64Array((groups + 1) * KINDS);
  const weights = weight ? new Float64Array(rows.length) : rows;
  for (let from = 0; from < order.length; from += CHUNK) {
    const to = Math.min(order.length, from + CHUNK);
    tallyChunk(order, ending, group, rows, from, to);
    if (weight) weighChunk(order, ending, group, weight, weights, from, to);
  }
  return { rows, weights };
}

function tallyChunk(
  order: Uint32Array,
  ending: Uint8Array,
  group: Int16Array,
  rows: Float64Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) rows[(group[order[i]] + 1) * KINDS + ending[i]]++;
}

function weighChunk(
  order: Uint32Array,
  ending: Uint8Array,
  group: Int16Array,
  weight: Float64Array,
  weights: Float64Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) weights[(group[order[i]] + 1) * KINDS + ending[i]] += weight[order[i]];
}

/** Throws where a weight is not positive, or a count weight not whole, among rows in the analysis. */
export function checkWeights({ weight, weightKind }: Subjects, { order }: TickOrder, group: Int16Array): void {
  if (!weight) return;
  for (const row of order) {
    const w = weight[row];
    if (group[row] < 0) continue;
    if (!(w > 0 && w < Number.POSITIVE_INFINITY))
      throw new RangeError(`The weight of row ${row} is ${w}, not positive`);
    if (weightKind !== "sampling" && w !== Math.floor(w))
      throw new RangeError(`The count weight of row ${row} is ${w}, not whole`);
  }
}
