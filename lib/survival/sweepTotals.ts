import { KINDS } from "./endings";
import { keptWith } from "./keptWith";
import type { Subjects } from "./subjects";
import type { TickOrder } from "./timeOrder";

/** Rows per call: a loop that is called often is compiled whole, and reading apart from counting keeps either fast. */
const CHUNK = 1 << 14;

/** The group of the row at each position of the time order. */
export function groupsInOrder({ order }: TickOrder, group: Int16Array): Int16Array {
  const groupAt = new Int16Array(order.length);
  for (let from = 0; from < order.length; from += CHUNK)
    gather(order, group, groupAt, from, Math.min(order.length, from + CHUNK));
  return groupAt;
}

function gather(order: Uint32Array, group: Int16Array, groupAt: Int16Array, from: number, to: number): void {
  for (let i = from; i < to; i++) groupAt[i] = group[order[i]];
}

/** Rows, and their weight, by group and kind of ending: `[(group + 1) * KINDS + kind]`. */
export interface Totals {
  rows: Float64Array;
  weights: Float64Array;
}

export function tally(
  { order }: TickOrder,
  ending: Uint8Array,
  groupAt: Int16Array,
  groups: number,
  weight?: Float64Array,
): Totals {
  const rows = new Float64Array((groups + 1) * KINDS);
  for (let from = 0; from < order.length; from += CHUNK)
    count(ending, groupAt, rows, from, Math.min(order.length, from + CHUNK));
  if (!weight) return { rows, weights: rows };
  const weights = new Float64Array(rows.length);
  for (let i = 0; i < order.length; i++) weights[(groupAt[i] + 1) * KINDS + ending[i]] += weight[order[i]];
  return { rows, weights };
}

function count(ending: Uint8Array, groupAt: Int16Array, rows: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) rows[(groupAt[i] + 1) * KINDS + ending[i]]++;
}

/** Throws where a weight is not positive, or a count weight not whole, among rows in the analysis. */
export function checkWeights({ weight, weightKind }: Subjects, order: TickOrder, group: Int16Array): void {
  if (!weight) return;
  // Where the weights of all rows are right, those of a filter are.
  const all = keptWith(order, "weights", [weight, weightKind], () =>
    order.order.every(
      (row) =>
        weight[row] > 0 &&
        weight[row] < Number.POSITIVE_INFINITY &&
        (weightKind === "sampling" || weight[row] === Math.floor(weight[row])),
    ),
  );
  if (all) return;
  for (const row of order.order) {
    const w = weight[row];
    if (group[row] < 0) continue;
    if (!(w > 0 && w < Number.POSITIVE_INFINITY))
      throw new RangeError(`The weight of row ${row} is ${w}, not positive`);
    if (weightKind !== "sampling" && w !== Math.floor(w))
      throw new RangeError(`The count weight of row ${row} is ${w}, not whole`);
  }
}
