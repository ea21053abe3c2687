import { inChunks } from "../numeric/chunks";
import { KINDS } from "./endings";
import type { Subjects } from "./subjects";
import type { TickOrder } from "./timeOrder";

/**
 * The group of the row at each position of the time order. Read apart from counting: mixed, either waits for the other's memory. Throws
 * where a code is out of range.
 */
export function groupsInOrder(
  { order }: TickOrder,
  group: Int16Array,
  groups: number,
  groupAt: Int16Array,
): Int16Array {
  inChunks(order.length, (from, to) => {
    if (gather(order, group, groupAt, from, to) > groups) throw groupError(groups);
  });
  return groupAt;
}

export const groupError = (groups: number) => new RangeError(`A group code is not in −1 … ${groups - 1}`);

/** Gives the largest code + 1, negative ones counted as very large. Four at a time, so that one does not wait for the memory of another. */
function gather(order: Uint32Array, group: Int16Array, groupAt: Int16Array, from: number, to: number): number {
  const whole = from + ((to - from) & -4);
  let most = 0;
  for (let i = from; i < whole; i += 4) {
    const a = group[order[i]];
    const b = group[order[i + 1]];
    const c = group[order[i + 2]];
    const d = group[order[i + 3]];
    groupAt[i] = a;
    groupAt[i + 1] = b;
    groupAt[i + 2] = c;
    groupAt[i + 3] = d;
    most = Math.max(most, (a + 1) >>> 0, (b + 1) >>> 0, (c + 1) >>> 0, (d + 1) >>> 0);
  }
  for (let i = whole; i < to; i++) {
    groupAt[i] = group[order[i]];
    most = Math.max(most, (groupAt[i] + 1) >>> 0);
  }
  return most;
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
  const size = (groups + 1) * KINDS;
  const lanes = new Float64Array(LANES * size);
  inChunks(order.length, (from, to) => count(ending, groupAt, lanes, size, from, to));
  const rows = lanes
    .slice(0, size)
    .map((_, at) => lanes[at] + lanes[size + at] + lanes[2 * size + at] + lanes[3 * size + at]);
  if (!weight) return { rows, weights: rows };
  const weights = new Float64Array(size);
  for (let i = 0; i < order.length; i++) weights[(groupAt[i] + 1) * KINDS + ending[i]] += weight[order[i]];
  return { rows, weights };
}

/** Four counts side by side, so that equal neighbors do not wait for one another. */
const LANES = 4;

function count(
  ending: Uint8Array,
  groupAt: Int16Array,
  lanes: Float64Array,
  size: number,
  from: number,
  to: number,
): void {
  const end = from + ((to - from) & ~3);
  for (let i = from; i < end; i += LANES) {
    lanes[(groupAt[i] + 1) * KINDS + ending[i]]++;
    lanes[size + (groupAt[i + 1] + 1) * KINDS + ending[i + 1]]++;
    lanes[2 * size + (groupAt[i + 2] + 1) * KINDS + ending[i + 2]]++;
    lanes[3 * size + (groupAt[i + 3] + 1) * KINDS + ending[i + 3]]++;
  }
  for (let i = end; i < to; i++) lanes[(groupAt[i] + 1) * KINDS + ending[i]]++;
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
