import { KINDS } from "../endings";
import type { Steps } from "../sweepSteps";
import type { TickOrder } from "../timeOrder";
import { type Kernel, MOST_STEPS, STATE, type Stretch, theKernel } from "./kernel";

/** Groups fit one byte, one up. */
const MOST_GROUPS = 254;
/** With so many its memory comes to 1.5 GB. */
const MOST_ROWS = 1 << 24;

/** Steps taken at a time: few enough to stay in the first-level cache. */
const BLOCK = 1 << 9;
/** Marks the first row of a tick, beside its ending. */
const FIRST_OF_TICK = 4;

/** The rows of an analysis: columns by row of the table. */
interface Rows {
  cause: Uint8Array;
  /** What each cause counts as. */
  kinds: Uint8Array;
  group: Int16Array;
  groups: number;
  /** Whole numbers: how often a row counts; each once where there are none. */
  weight?: Float64Array | undefined;
}

/** What takes part in a sweep inside the kernel. */
export interface Guest {
  /** Sees the block of steps the kernel holds. */
  visit(block: number, count: number): void;
  /** After the last block. */
  finish(): void;
}

/** A sweep in the kernel's memory: how it starts, and who can be a guest of it. */
export interface KernelSweep {
  kernel: Kernel;
  groups: number;
  /** Whether rows count as often as their weights say. */
  weighted: boolean;
  /** Rows by group and kind of ending, `[(group + 1) * KINDS + kind]`; of those not in the analysis none. */
  rows: Float64Array;
  /** The same, each as often as it counts. */
  totals: Float64Array;
  /** At risk by group + 1. */
  atStart: Float64Array;
  /** What the kernel keeps of each group, one up: see `STATE`. */
  states: Stretch;
  /** Hands every block to guests (inside) and to visitors (outside). */
  run(guests: Guest[], visitors: ((steps: Steps) => void)[]): void;
}

/**
 * The sweep of rows that are at risk from the start; null where the kernel is not there or not made for
 * it.
 */
export function kernelSweep(rows: Rows, order: TickOrder): KernelSweep | null {
  const kernel = kernelFor(rows, order.order.length);
  if (!kernel) return null;
  const { groups } = rows;
  const size = (groups + 1) * KINDS;
  let list = listRows(kernel, rows, order);
  const counts = kernel.room("totals", 16 * size);
  kernel.tally(list.endings.at, list.length, counts.at, size);
  const inRows = Float64Array.from(kernel.view(Uint32Array, counts, size));
  let totals = inRows;
  if (list.weights) {
    kernel.tallyWeights(list.endings.at, list.weights.at, list.length, counts.at, size);
    totals = kernel.view(Float64Array, counts, size).slice();
  }
  const atStart = new Float64Array(groups + 1);
  totals.forEach((count, place) => {
    atStart[Math.floor(place / KINDS)] += count;
  });
  const states = kernel.room("states", STATE.ofWeights.bytes * (groups + 1));
  return {
    kernel,
    groups,
    weighted: list.weights !== null,
    rows: inRows,
    totals,
    atStart,
    states,
    run(guests, visitors) {
      if (lastList !== list) list = listRows(kernel, rows, order);
      walk(kernel, list, atStart, states, guests, visitors);
    },
  };
}

/** The rows of an analysis in time order, as the kernel holds them. */
interface RowList {
  length: number;
  ticks: Stretch;
  endings: Stretch;
  /** null: each row counts once. */
  weights: Stretch | null;
}

/** Of several sweeps made ready, the list of the last, which the kernel still holds. */
let lastList: RowList | null = null;

/** A kernel for so many rows, where most of the table is in the analysis: the others are passed over one by one. */
function kernelFor({ cause, groups }: Rows, used: number): Kernel | null {
  const fits = groups <= MOST_GROUPS && cause.length <= MOST_ROWS && 2 * used >= cause.length && used > 0;
  return fits ? theKernel() : null;
}

function listRows(kernel: Kernel, rows: Rows, order: TickOrder): RowList {
  const { cause, kinds, weight } = rows;
  const n = order.order.length;
  const packed = packGroups(kernel, rows);
  const rowAt = kernel.held("order", [order], () => order.order);
  const codes = kernel.held("codes", [cause, kinds, order], () => endingCodes(rows, order));
  const [ticks, endings] = [kernel.room("ticks", 4 * (n + 1)), kernel.room("endings", 2 * (n + 1))];
  const groupAt = kernel.room("groupAt", n);
  const given = weight && kernel.held("weightAt", [weight, order], () => weightsInOrder(weight, order));
  const weights = given ? kernel.room("weights", 8 * (n + 1)) : null;
  const length = kernel.gather(rowAt.at, codes.at, n, packed.at, groupAt.at, ticks.at, endings.at);
  if (given && weights) kernel.gatherWeights(given.at, n, groupAt.at, weights.at);
  kernel.view(Uint32Array, ticks, length + 1)[length] = order.times.length;
  lastList = { length, ticks, endings, weights };
  return lastList;
}

function packGroups(kernel: Kernel, { group, groups }: Rows): Stretch {
  const given = kernel.room("group", group.byteLength);
  const packed = kernel.room("packed", group.length);
  kernel.view(Int16Array, given, group.length).set(group);
  if (kernel.pack(given.at, packed.at, group.length) > groups)
    throw new RangeError(`A group code is not in −1 … ${groups - 1}`);
  return packed;
}

function weightsInOrder(weight: Float64Array, { order }: TickOrder): Float64Array {
  const inOrder = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) inOrder[i] = weight[order[i]];
  return inOrder;
}

/** The ending of the row at each position, marked where a tick begins. */
function endingCodes({ cause, kinds }: Rows, { order, start, times }: TickOrder): Uint8Array {
  const codes = new Uint8Array(order.length);
  for (let i = 0; i < order.length; i++) codes[i] = kinds[cause[order[i]]];
  for (let k = 0; k < times.length; k++) codes[start[k]] |= FIRST_OF_TICK;
  return codes;
}

function walk(
  kernel: Kernel,
  { length, ticks, endings, weights }: RowList,
  atStart: Float64Array,
  states: Stretch,
  guests: Guest[],
  visitors: ((steps: Steps) => void)[],
): void {
  const touched = kernel.room("touched", 4 * atStart.length);
  const block = kernel.room("block", 30 * MOST_STEPS);
  const { bytes, atRisk, counts } = weights ? STATE.ofWeights : STATE.ofRows;
  const size = counts.BYTES_PER_ELEMENT;
  const words: Float64Array | Uint32Array = kernel.view<Float64Array | Uint32Array>(
    counts,
    states,
    (bytes / size) * atStart.length,
  );
  atStart.forEach((n, g) => {
    const place = (bytes * g + atRisk) / size;
    words[place] = n;
    words.fill(0, place + 1, (bytes / size) * (g + 1));
  });
  const steps = stepsAt(kernel, block);
  kernel.begin();
  const next = weights
    ? () => kernel.takeWeighted(ticks.at, endings.at, weights.at, length, states.at, touched.at, block.at, BLOCK)
    : () => kernel.take(ticks.at, endings.at, length, states.at, touched.at, block.at, BLOCK);
  for (steps.length = next(); steps.length > 0; steps.length = next()) {
    for (const guest of guests) guest.visit(block.at, steps.length);
    for (const visit of visitors) visit(steps);
  }
  for (const guest of guests) guest.finish();
}

/** The columns of the block of steps the kernel fills. */
function stepsAt(kernel: Kernel, { at }: Stretch): Steps {
  const [group, risk, events, others] = [4, 6, 14, 22].map((bytes) => ({ at: at + bytes * MOST_STEPS, bytes: 0 }));
  return {
    length: 0,
    tick: kernel.view(Uint32Array, { at, bytes: 0 }, MOST_STEPS),
    group: kernel.view(Int16Array, group, MOST_STEPS),
    risk: kernel.view(Float64Array, risk, MOST_STEPS),
    events: kernel.view(Float64Array, events, MOST_STEPS),
    others: kernel.view(Float64Array, others, MOST_STEPS),
  };
}

/**
 * Rows counted by code (two bytes, by row) and group + 1, each as often as its weight says:
 * `cells[code * (groups + 1) + group + 1]`, 0 of those without a group where there are weights; null without the kernel.
 */
export function kernelCells(rows: Rows, codes: Uint16Array, size: number): Uint32Array | Float64Array | null {
  const kernel = kernelFor(rows, codes.length);
  if (!kernel) return null;
  const { weight, groups } = rows;
  const width = groups + 1;
  const held = kernel.held("cellCodes", [codes], () => codes);
  const weights = weight && kernel.held("cellWeights", [weight], () => weight);
  const packed = packGroups(kernel, rows);
  const counts = kernel.room("cells", 16 * size);
  if (!weights) {
    kernel.countCells(held.at, packed.at, codes.length, width, counts.at, size);
    return kernel.view(Uint32Array, counts, size).slice();
  }
  kernel.sumCells(held.at, packed.at, weights.at, codes.length, width, counts.at, size);
  const sums = kernel.view(Float64Array, counts, size).slice();
  for (let cell = 0; cell < size; cell += width) sums[cell] = 0;
  return sums;
}
