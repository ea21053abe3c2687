import { inChunks } from "../numeric/chunks";
import { CENSORED, COMPETING, EVENT, KINDS } from "./endings";
import type { Steps } from "./sweepSteps";
import type { TimeOrder } from "./timeOrder";

/** Codes fit 16 bits. */
export const MOST_CODES = 1 << 16;

/** Per row its tick and ending as one number; rows without a tick have the one after the last. */
export function cellCodes({ tick }: TimeOrder, cause: Uint8Array, kinds: Uint8Array): Uint16Array {
  const codes = new Uint16Array(tick.length);
  for (let row = 0; row < codes.length; row++) codes[row] = tick[row] * KINDS + kinds[cause[row]];
  return codes;
}

/** Counts rows by code and group + 1, in their own order: `[code * (groups + 1) + group + 1]`. */
export function countCells(codes: Uint16Array, group: Int16Array, groups: number, size: number): Uint32Array {
  const cells = new Uint32Array(size);
  inChunks(codes.length, (from, to) => {
    for (let row = from; row < to; row++) cells[codes[row] * (groups + 1) + group[row] + 1]++;
  });
  return cells;
}

/** The same for rows that stand for several subjects each: sums of their count weights. */
export function countWeightedCells(
  codes: Uint16Array,
  group: Int16Array,
  weight: Float64Array,
  groups: number,
  size: number,
): Float64Array {
  const cells = new Float64Array(size);
  inChunks(codes.length, (from, to) => {
    for (let row = from; row < to; row++)
      if (group[row] >= 0) cells[codes[row] * (groups + 1) + group[row] + 1] += weight[row];
  });
  return cells;
}

/** Fills a block with the steps of the next ticks. */
export function takeCells(
  walk: { tick: number; now: Float64Array },
  cells: Uint32Array | Float64Array,
  ticks: number,
  groups: number,
  steps: Steps,
): void {
  const { now } = walk;
  const width = groups + 1;
  const limit = steps.tick.length - groups;
  let k = walk.tick;
  let m = 0;
  for (; k < ticks && m < limit; k++) {
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
  walk.tick = k;
  steps.length = m;
}

/** Rows by group and kind of ending: `[(group + 1) * KINDS + kind]`. */
export function totalsOfCells(cells: Uint32Array | Float64Array, groups: number, ticks: number): Float64Array {
  const totals = new Float64Array((groups + 1) * KINDS);
  const width = groups + 1;
  for (let code = 0; code < ticks * KINDS; code++)
    for (let g = 0; g <= groups; g++) totals[g * KINDS + (code % KINDS)] += cells[code * width + g];
  return totals;
}
