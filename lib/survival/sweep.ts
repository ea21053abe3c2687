import { asEvent, KINDS } from "./endings";
import { buffer, prepared, type Scratch } from "./scratch";
import { emptySteps, type Steps } from "./steps";
import { groupCountOf, isSampled, type Subjects } from "./subjects";
import { cellCodes, countCells, MOST_CELLS, takeCells, totalsOfCells } from "./sweepCells";
import { riskFromEnd, startCourse, takeTicks } from "./sweepTicks";
import { checkWeights, groupsInOrder, type Totals, tally } from "./sweepTotals";
import type { TickOrder, TimeOrder } from "./timeOrder";

/** Takes part in a sweep: sees every block of steps once, in time order. */
export type Visitor = (steps: Steps) => void;

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
  /** Of the row at each position of the time order, where every row counts once and is at risk from the start; else null. */
  plain: { ending: Uint8Array; groupAt: Int16Array } | null;
  run(...visitors: Visitor[]): void;
}

const BLOCK = 1 << 10;

/**
 * One pass over rows in time order: hands the steps of every group to every visitor. Linear in rows and ticks; nothing is allocated
 * in the loop. With few distinct times the rows are counted by tick and group in their own order instead.
 * Throws where a group or weight is out of range.
 */
export function prepareSweep(subjects: Subjects, order: TickOrder, options: SweepOptions = {}): Sweep {
  const { weight } = subjects;
  const groups = groupCountOf(subjects);
  const group = subjects.group ?? new Int16Array(subjects.time.length);
  checkWeights(subjects, order, group);
  const sampled = isSampled(subjects);
  const counted = countedRows(subjects, order, group, groups, options);
  const ending = counted ? new Uint8Array(0) : endingsInOrder(subjects, order, options);
  const groupAt = counted ? group : groupsInOrder(order, group);
  const totals = counted ? counted.totals : tally(order, ending, groupAt, groups, weight);
  const all = sum(totals.rows);
  if (all !== order.order.length) throw new RangeError(`A group code is not in −1 … ${groups - 1}`);
  const size = sampled ? order.order.length * (order.entry ? 2 : 1) : BLOCK;
  const atStart = new Float64Array(groups + 1);
  if (!order.entry)
    for (let g = 0; g <= groups; g++) atStart[g] = sum(totals.weights.subarray(g * KINDS, (g + 1) * KINDS));
  const run = (...visitors: Visitor[]) => {
    const course = startCourse(order, ending, groupAt, group, weight, atStart, sampled);
    const steps = emptySteps(size + groups);
    while (course.tick < order.times.length) {
      if (counted) takeCells(course, counted.cells, steps);
      else takeTicks(course, steps);
      if (sampled) riskFromEnd(course, steps);
      for (const visit of visitors) visit(steps);
    }
  };
  const plain = counted || weight || order.entry ? null : { ending, groupAt };
  return { groups, times: order.times, n: all - sum(totals.rows.subarray(0, KINDS)), atStart, totals, plain, run };
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

function endingsInOrder(
  { cause }: Subjects,
  { order }: TickOrder,
  { endings: kinds = asEvent, scratch }: SweepOptions,
): Uint8Array {
  return prepared(scratch, "ending", [cause, order, kinds], () => {
    const ending = new Uint8Array(order.length);
    for (let i = 0; i < order.length; i++) ending[i] = kinds[cause[order[i]]];
    return ending;
  });
}

/** The rows counted by cell, where few distinct times make that the faster way; null elsewhere. */
function countedRows(
  subjects: Subjects,
  order: TickOrder | TimeOrder,
  group: Int16Array,
  groups: number,
  options: SweepOptions,
) {
  const ticks = order.times.length;
  const size = (ticks + 1) * KINDS * (groups + 1);
  if (!("tick" in order) || subjects.weight || order.entry || size > MOST_CELLS || size > order.order.length)
    return null;
  const { endings: kinds = asEvent, scratch } = options;
  const cells = buffer(scratch, "cells", size);
  const codes = prepared(scratch, "codes", [subjects.cause, order, kinds], () =>
    cellCodes(order, subjects.cause, kinds),
  );
  countCells(codes, group, groups, cells);
  const rows = totalsOfCells(cells, groups, ticks);
  return { cells, totals: { rows, weights: rows } };
}
