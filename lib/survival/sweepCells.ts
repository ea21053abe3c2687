import { CENSORED, COMPETING, EVENT, KINDS } from "./endings";
import type { Steps } from "./steps";
import type { Course } from "./sweepTicks";
import type { TimeOrder } from "./timeOrder";

/** Rows per call: a loop that is called often is compiled whole. */
const CHUNK = 1 << 14;

/** Most cells that are worth counting into: beyond, following the time order is faster. Codes then fit 16 bits. */
export const MOST_CELLS = 1 << 16;

/** Per row its tick and ending as one number; rows without a tick have the one after the last. */
export function cellCodes({ tick }: TimeOrder, cause: Uint8Array, kinds: Uint8Array): Uint16Array {
  const codes = new Uint16Array(tick.length);
  for (let row = 0; row < codes.length; row++) codes[row] = tick[row] * KINDS + kinds[cause[row]];
  return codes;
}

/** Counts rows by code and group + 1, in their own order: `cells[code * (groups + 1) + group + 1]`. */
export function countCells(codes: Uint16Array, group: Int16Array, groups: number, cells: Float64Array): void {
  const size = cells.length;
  const pairs = codes.length - (codes.length % 2);
  const counts = new Int32Array(2 * size);
  for (let from = 0; from < pairs; from += CHUNK)
    countPairs(codes, group, groups + 1, counts, size, from, Math.min(pairs, from + CHUNK));
  for (let cell = 0; cell < size; cell++) cells[cell] = counts[cell] + counts[size + cell];
  for (let row = pairs; row < codes.length; row++) cells[codes[row] * (groups + 1) + group[row] + 1]++;
}

/**
 * Rows by turns into one of two tables, so that a row need not wait for the one before it to be counted in the same cell; in 32-bit arithmetic,
 * which needs no check for overflow.
 */
function countPairs(
  codes: Uint16Array,
  group: Int16Array,
  width: number,
  counts: Int32Array,
  size: number,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 2) {
    const first = (Math.imul(codes[row], width) + group[row] + 1) | 0;
    const second = (size + Math.imul(codes[row + 1], width) + group[row + 1] + 1) | 0;
    counts[first] = (counts[first] + 1) | 0;
    counts[second] = (counts[second] + 1) | 0;
  }
}

/** Fills a block with the steps of the next ticks. */
export function takeCells(course: Course, cells: Float64Array, steps: Steps): void {
  const { now, groups, order } = course;
  const width = groups + 1;
  const limit = steps.tick.length - groups;
  let k = course.tick;
  let m = 0;
  for (; k < order.times.length && m < limit; k++) {
    for (let g = 1; g <= groups; g++) {
      const cell = k * KINDS * width + g;
      const d = cells[cell + EVENT * width];
      const o = cells[cell + CENSORED * width] + cells[cell + COMPETING * width];
      if (d + o === 0) continue;
      steps.tick[m] = k;
      steps.group[m] = g - 1;
      steps.risk[m] = now[g];
      steps.events[m] = d;
      steps.others[m++] = o;
      now[g] -= d + o;
    }
  }
  course.tick = k;
  steps.length = m;
}

/** Rows by group and kind of ending: `[(group + 1) * KINDS + kind]`. */
export function totalsOfCells(cells: Float64Array, groups: number, ticks: number): Float64Array {
  const totals = new Float64Array((groups + 1) * KINDS);
  const width = groups + 1;
  for (let code = 0; code < ticks * KINDS; code++)
    for (let g = 0; g <= groups; g++) totals[g * KINDS + (code % KINDS)] += cells[code * width + g];
  return totals;
}
