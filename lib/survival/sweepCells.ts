import { inChunks } from "../numeric/chunks";
import { CENSORED, COMPETING, EVENT, KINDS } from "./endings";
import type { Steps } from "./steps";
import type { Course } from "./sweepTicks";
import { groupError } from "./sweepTotals";
import type { TimeOrder } from "./timeOrder";

/** Most cells that are worth counting into: beyond, following the time order is faster. Codes then fit 16 bits. */
export const MOST_CELLS = 1 << 14;

/** Counts side by side, so that a row does not wait for the one before it. */
export const LANES = 4;

/** Per row its tick and ending as one number; rows without a tick have the one after the last. */
export function cellCodes({ tick }: TimeOrder, cause: Uint8Array, kinds: Uint8Array): Uint16Array {
  const codes = new Uint16Array(tick.length);
  for (let row = 0; row < codes.length; row++) codes[row] = tick[row] * KINDS + kinds[cause[row]];
  return codes;
}

/**
 * Counts rows by code and group + 1, in their own order: `cells[code * (groups + 1) + group + 1]`, in the first of four lanes. Throws where
 * a group is out of range.
 */
export function countCells(codes: Uint16Array, group: Int16Array, groups: number, cells: Uint32Array): void {
  const size = cells.length / LANES;
  cells.fill(0);
  inChunks(codes.length, (from, to) => {
    const whole = from + ((to - from) & -LANES);
    const most = countFours(codes, group, groups + 1, cells, from, whole);
    if (Math.max(most, countOnes(codes, group, groups + 1, cells, whole, to)) > groups) throw groupError(groups);
  });
  for (let at = 0; at < size; at++) cells[at] += cells[size + at] + cells[2 * size + at] + cells[3 * size + at];
}

type Count = (
  codes: Uint16Array,
  group: Int16Array,
  width: number,
  cells: Uint32Array,
  from: number,
  to: number,
) => number;

/** Gives the largest group + 1, negative ones counted as very large. */
const countOnes: Count = (codes, group, width, cells, from, to) => {
  let most = 0;
  for (let row = from; row < to; row++) {
    const g = (group[row] + 1) >>> 0;
    most = Math.max(most, g);
    cells[codes[row] * width + g]++;
  }
  return most;
};

const countFours: Count = (codes, group, width, cells, from, to) => {
  const size = cells.length / LANES;
  let most = 0;
  for (let row = from; row < to; row += LANES) {
    const a = (group[row] + 1) >>> 0;
    const b = (group[row + 1] + 1) >>> 0;
    const c = (group[row + 2] + 1) >>> 0;
    const d = (group[row + 3] + 1) >>> 0;
    most = Math.max(most, a, b, c, d);
    cells[codes[row] * width + a]++;
    cells[codes[row + 1] * width + b + size]++;
    cells[codes[row + 2] * width + c + 2 * size]++;
    cells[codes[row + 3] * width + d + 3 * size]++;
  }
  return most;
};

/** Fills a block with the steps of the next ticks. */
export function takeCells(course: Course, cells: Uint32Array, steps: Steps): void {
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
export function totalsOfCells(cells: Uint32Array, groups: number, ticks: number): Float64Array {
  const totals = new Float64Array((groups + 1) * KINDS);
  const width = groups + 1;
  for (let code = 0; code < ticks * KINDS; code++)
    for (let g = 0; g <= groups; g++) totals[g * KINDS + (code % KINDS)] += cells[code * width + g];
  return totals;
}
