import { EVENT } from "./endings";
import type { Steps } from "./sweepSteps";
import type { TickOrder } from "./timeOrder";

/** A walk along the time order, and where it stands. Arrays by group have place 0 for rows not in the analysis. */
export interface Course {
  order: TickOrder;
  /** Of the row at each position of the time order: what it ends with, and its group. */
  ending: Uint8Array;
  groupAt: Int16Array;
  /** The group of each row of the table. */
  group: Int16Array;
  weight: Float64Array | undefined;
  groups: number;
  sampled: boolean;
  /** At risk now, by group + 1. */
  now: Float64Array;
  tick: number;
  /** Rows entered so far, with delayed entry. */
  entered: number;
  /** Within one tick, by group + 1: events, other endings and entries so far, and the groups that have any. */
  events: Float64Array;
  others: Float64Array;
  entries: Float64Array;
  touched: Int16Array;
  isTouched: Uint8Array;
}

export function startCourse(
  order: TickOrder,
  ending: Uint8Array,
  groupAt: Int16Array,
  group: Int16Array,
  weight: Float64Array | undefined,
  atStart: Float64Array,
  sampled: boolean,
): Course {
  const byGroup = () => new Float64Array(atStart.length);
  return {
    order,
    ending,
    groupAt,
    group,
    weight,
    groups: atStart.length - 1,
    sampled,
    now: atStart.slice(),
    tick: 0,
    entered: 0,
    events: byGroup(),
    others: byGroup(),
    entries: byGroup(),
    touched: new Int16Array(atStart.length),
    isTouched: new Uint8Array(atStart.length),
  };
}

/**
 * Fills a block with the steps of the next ticks. A row alone at its tick is the common case, and takes no branch on
 * group or ending.
 */
export function takeTicks(course: Course, steps: Steps): void {
  const { order, ending, groupAt, now } = course;
  const { start, times } = order;
  const { tick, group, risk, events, others } = steps;
  const limit = tick.length - course.groups;
  const isPlain = !course.weight && !order.entry;
  let k = course.tick;
  let m = 0;
  for (; k < times.length && m < limit; k++) {
    const at = start[k];
    if (!isPlain || start[k + 1] - at !== 1) {
      m = takeTie(course, steps, k, m);
      continue;
    }
    const g = groupAt[at];
    const event = (ending[at] - 1) >>> 31;
    tick[m] = k;
    group[m] = g;
    risk[m] = now[g + 1];
    events[m] = event;
    others[m] = 1 - event;
    now[g + 1] -= 1;
    m += 1 + (g >> 31);
  }
  course.tick = k;
  steps.length = m;
}

/** Any number of rows at one tick, weighted, and those who enter for it. */
function takeTie(course: Course, steps: Steps, k: number, from: number): number {
  const { order, ending, groupAt, weight, events, others, now } = course;
  let count = order.entry ? takeEntries(course, order.entry, k) : 0;
  for (let i = order.start[k]; i < order.start[k + 1]; i++) {
    const g = groupAt[i] + 1;
    count = touch(course, g, count);
    const by = ending[i] === EVENT ? events : others;
    by[g] += weight ? weight[order.order[i]] : 1;
  }
  let m = from;
  for (let j = 0; j < count; j++) {
    const g = course.touched[j];
    if (g > 0) {
      steps.tick[m] = k;
      steps.group[m] = g - 1;
      steps.risk[m] = course.sampled ? course.entries[g] : now[g];
      steps.events[m] = events[g];
      steps.others[m++] = others[g];
      now[g] -= events[g] + others[g];
    }
    events[g] = others[g] = course.entries[g] = course.isTouched[g] = 0;
  }
  return m;
}

function takeEntries(course: Course, entry: NonNullable<TickOrder["entry"]>, k: number): number {
  const { group, weight, now, entries } = course;
  let count = 0;
  for (; course.entered < entry.order.length && entry.tick[entry.order[course.entered]] <= k; course.entered++) {
    const row = entry.order[course.entered];
    const g = group[row] + 1;
    count = touch(course, g, count);
    entries[g] += weight ? weight[row] : 1;
    now[g] += weight ? weight[row] : 1;
  }
  return count;
}

function touch({ touched, isTouched }: Course, g: number, count: number): number {
  if (isTouched[g]) return count;
  isTouched[g] = 1;
  touched[count] = g;
  return count + 1;
}

/**
 * Fractions are summed from the last tick back, as R does, so that the last ones at risk are not the remainder of a
 * subtraction: all steps are in one block, with the weight entered in place of the number at risk.
 */
export function riskFromEnd({ now }: Course, { length, group, risk, events, others }: Steps): void {
  now.fill(0);
  for (let j = length - 1; j >= 0; j--) {
    const g = group[j] + 1;
    const entered = risk[j];
    risk[j] = now[g] + others[j] + events[j];
    now[g] = risk[j] - entered;
  }
}
