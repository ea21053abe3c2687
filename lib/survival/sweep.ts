import { asEvent, KINDS } from "./endings";
import { keptWith } from "./keptWith";
import { type Guest, type KernelSweep, kernelCells, kernelSweep } from "./kernel/kernelSweep";
import type { Scratch } from "./scratch";
import { groupCountOf, isSampled, type Subjects } from "./subjects";
import { cellCodes, countCells, countWeightedCells, MOST_CODES, takeCells, totalsOfCells } from "./sweepCells";
import { emptySteps, type Steps } from "./sweepSteps";
import { riskFromEnd, startCourse, takeTicks } from "./sweepTicks";
import { checkWeights, groupsInOrder, type Totals, tally } from "./sweepTotals";
import type { TickOrder, TimeOrder } from "./timeOrder";

/** Takes part in a sweep: sees every block of steps once, in time order. */
export interface Visitor {
  (steps: Steps): void;
  /** The same inside the kernel, for a visitor that has it there. */
  asGuest?: (sweep: KernelSweep) => Guest;
}

export interface SweepOptions {
  /** What each cause counts as; cause 1 is the event when not given. */
  endings?: Uint8Array;
  scratch?: Scratch;
}

/** A sweep made ready: what is known before the first tick. */
export interface Sweep {
  groups: number;
  times: Float64Array;
  /** Rows in the analysis. */
  n: number;
  /** At risk before the first tick by group + 1: everybody, or nobody with delayed entry. */
  atStart: Float64Array;
  /** By group and kind of ending, `[(group + 1) * KINDS + kind]`. */
  totals: Totals;
  run(...visitors: Visitor[]): void;
}

const BLOCK = 1 << 10;

/**
 * One pass over rows in time order: hands the steps of every group to every visitor. Linear in rows and ticks; nothing
 * is allocated in the loop. With few distinct times the rows are counted by tick and group in their own order instead;
 * rows that are at risk from the start and count a whole number of times are walked in the kernel. Throws where a group or weight is out
 * of range.
 */
export function prepareSweep(subjects: Subjects, order: TickOrder, options: SweepOptions = {}): Sweep {
  const { weight } = subjects;
  const groups = groupCountOf(subjects);
  const group = subjects.group ?? new Int16Array(subjects.time.length);
  checkWeights(subjects, order, group);
  const { endings: kinds = asEvent } = options;
  const counted = countedRows(subjects, order, group, groups, kinds);
  if (counted) return countedSweep(order, groups, counted);
  const whole = !isSampled(subjects) && !order.entry;
  const inKernel = whole ? kernelSweep({ cause: subjects.cause, kinds, group, groups, weight }, order) : null;
  if (inKernel) return sweepInKernel(order, inKernel);
  const ending = endingsInOrder(subjects, order, kinds);
  const groupAt = groupsInOrder(order, group);
  const totals = tally(order, ending, groupAt, groups, weight);
  if (sum(totals.rows) !== order.order.length) throw new RangeError(`A group code is not in −1 … ${groups - 1}`);
  const sampled = isSampled(subjects);
  const atStart = order.entry ? new Float64Array(groups + 1) : sumsByGroup(totals.weights, groups);
  const size = sampled ? order.order.length * (order.entry ? 2 : 1) : BLOCK;
  const run = (...visitors: Visitor[]) => {
    const course = startCourse(order, ending, groupAt, group, weight, atStart, sampled);
    const steps = emptySteps(size + groups);
    while (course.tick < order.times.length) {
      takeTicks(course, steps);
      if (sampled) riskFromEnd(course, steps);
      for (const visit of visitors) visit(steps);
    }
  };
  return { groups, times: order.times, n: inAnalysis(totals.rows), atStart, totals, run };
}

function sweepInKernel({ times }: TickOrder, sweep: KernelSweep): Sweep {
  const { groups, rows, totals, atStart } = sweep;
  const run = (...visitors: Visitor[]) =>
    sweep.run(
      visitors.flatMap(({ asGuest }) => asGuest?.(sweep) ?? []),
      visitors.filter(({ asGuest }) => !asGuest),
    );
  return { groups, times, n: inAnalysis(rows), atStart, totals: { rows, weights: totals }, run };
}

function countedSweep(order: TickOrder, groups: number, { cells, totals }: Counted): Sweep {
  const atStart = sumsByGroup(totals.weights, groups);
  const run = (...visitors: Visitor[]) => {
    const walk = { tick: 0, now: atStart.slice() };
    const steps = emptySteps(BLOCK + groups);
    while (walk.tick < order.times.length) {
      takeCells(walk, cells, order.times.length, groups, steps);
      for (const visit of visitors) visit(steps);
    }
  };
  return { groups, times: order.times, n: inAnalysis(totals.rows), atStart, totals, run };
}

/** Rows by group and kind, summed over kinds. */
const sumsByGroup = (totals: Float64Array, groups: number) =>
  Float64Array.from({ length: groups + 1 }, (_, g) => sum(totals.subarray(g * KINDS, (g + 1) * KINDS)));

const inAnalysis = (rows: Float64Array) => sum(rows.subarray(KINDS));

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

function endingsInOrder({ cause }: Subjects, order: TickOrder, kinds: Uint8Array): Uint8Array {
  return keptWith(order, "endings", [cause, kinds], () => {
    const rows = order.order;
    const ending = new Uint8Array(rows.length);
    for (let i = 0; i < rows.length; i++) ending[i] = kinds[cause[rows[i]]];
    return ending;
  });
}

interface Counted {
  cells: Uint32Array | Float64Array;
  totals: Totals;
}

/** The rows counted by cell, each as often as its count weight says, where few distinct times make that the faster way; null elsewhere. */
function countedRows(
  subjects: Subjects,
  order: TickOrder | TimeOrder,
  group: Int16Array,
  groups: number,
  kinds: Uint8Array,
): Counted | null {
  const ticks = order.times.length;
  const size = (ticks + 1) * KINDS * (groups + 1);
  if (!("tick" in order) || isSampled(subjects) || order.entry) return null;
  if ((ticks + 1) * KINDS > MOST_CODES || size > order.order.length) return null;
  const { cause, weight } = subjects;
  const codes = keptWith(order, "codes", [cause, kinds], () => cellCodes(order, cause, kinds));
  const cells =
    kernelCells({ cause, kinds, group, groups, weight }, codes, size) ??
    (weight ? countWeightedCells(codes, group, weight, groups, size) : countCells(codes, group, groups, size));
  // Of weights, too, what counts rows is only whether there are any, and no more of them than that.
  const totals = totalsOfCells(cells, groups, ticks);
  return { cells, totals: { rows: totals, weights: totals } };
}
