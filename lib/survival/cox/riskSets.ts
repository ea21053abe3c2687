import type { TimeOrder } from "../timeOrder";

/**
 * Rows arranged so that every risk set is a range: by stratum, then by time, and at equal times events before
 * censorings.
 *
 * *Slots* are the event times of all strata one after the other; each stratum begins with a slot without events, so
 * that a quantity accumulated over event times is one array per slot and what a row has gathered while at risk is
 * `cumulative[to[i]] − cumulative[from[i]]`. The rows at risk at slot s are those from `start[s]` to `end[s]`, without
 * those that have not entered yet (`from[i] >= s`).
 */
export interface RiskSets {
  /** Input row of each position. */
  rows: Uint32Array;
  weight: Float64Array;
  /** Weight, but 0 for rows that are at risk at no event time. */
  riskWeight: Float64Array;
  /** Slot before the first event time at which a row is at risk. */
  from: Int32Array;
  /** Slot of the last event time not after the row's time (its own when it has the event). */
  to: Int32Array;
  /** Positions by `from`, ascending, when anybody enters late; else null. */
  byEntry: Uint32Array | null;

  slots: number;
  /** −Infinity in the slot that begins a stratum. */
  time: Float64Array;
  stratum: Int32Array;
  /** First position at risk; the events of the slot are the positions from `start` to `eventEnd`. */
  start: Int32Array;
  eventEnd: Int32Array;
  /** One past the last position of the stratum. */
  end: Int32Array;
  /** Efron steps of the slot and the weight of each: the events one by one, or replicates where weights are counts. */
  steps: Float64Array;
  stepWeight: Float64Array;
}

/** What the risk sets are made from; columns by input row. */
export interface RowsInTimeOrder {
  /** Rows to use, by ascending time. */
  order: Uint32Array;
  ticks: TimeOrder;
  event: Uint8Array;
  weight: Float64Array | null;
  /** A weight stands for so many equal rows. */
  countWeights: boolean;
  strata: Int32Array | null;
}

export function riskSets(input: RowsInTimeOrder): RiskSets {
  const positions = arrange(input);
  const { rows } = positions;
  const sets = emptySets(rows, countSlots(positions));
  if (input.weight) for (let i = 0; i < rows.length; i++) sets.weight[i] = input.weight[rows[i]];
  else sets.weight.fill(1);
  fillSlots(sets, positions, input);
  if (input.ticks.entry) enterLate(sets, input.ticks);
  for (let i = 0; i < rows.length; i++) sets.riskWeight[i] = sets.to[i] > sets.from[i] ? sets.weight[i] : 0;
  return sets;
}

/** By position: the input row, its tick, its event, and where its stratum begins (positions, with the end as last). */
interface Positions {
  rows: Uint32Array;
  tick: Uint32Array;
  event: Uint8Array;
  strata: number[];
}

/** Stratum by stratum (a stable counting sort of the time order), events first among equal times. */
function arrange({ order, ticks, event, strata }: RowsInTimeOrder): Positions {
  const rows = strata ? sortByKey(order, (row) => strata[row]) : order;
  const n = rows.length;
  const result: Positions = { rows, tick: new Uint32Array(n), event: new Uint8Array(n), strata: [] };
  if (order === ticks.order && !strata) ticksInOrder(ticks, result.tick);
  else for (let i = 0; i < n; i++) result.tick[i] = ticks.tick[rows[i]];
  for (let i = 0; i < n; i++) {
    result.event[i] = event[rows[i]];
    if (i === 0 || (strata && strata[rows[i]] !== strata[rows[i - 1]])) result.strata.push(i);
  }
  result.strata.push(n);
  for (let b = 0; b + 1 < result.strata.length; b++) {
    const end = result.strata[b + 1];
    for (let from = result.strata[b]; from < end; ) {
      let to = from + 1;
      while (to < end && result.tick[to] === result.tick[from]) to++;
      if (to > from + 1) {
        if (result.rows === order) result.rows = order.slice();
        eventsFirst(result, from, to);
      }
      from = to;
    }
  }
  return result;
}

function ticksInOrder({ times, start }: TimeOrder, tick: Uint32Array): void {
  for (let k = 0; k < times.length; k++) for (let i = start[k]; i < start[k + 1]; i++) tick[i] = k;
}

function eventsFirst({ rows, event }: Positions, from: number, to: number): void {
  const later: number[] = [];
  let kept = from;
  for (let i = from; i < to; i++) {
    if (event[i]) rows[kept++] = rows[i];
    else later.push(rows[i]);
  }
  event.fill(1, from, kept);
  event.fill(0, kept, to);
  rows.set(later, kept);
}

/** Stable counting sort. */
function sortByKey(list: Uint32Array, key: (element: number) => number): Uint32Array {
  let keys = 0;
  for (const element of list) keys = Math.max(keys, key(element) + 1);
  const next = new Uint32Array(keys + 1);
  for (const element of list) next[key(element) + 1]++;
  for (let k = 0; k < keys; k++) next[k + 1] += next[k];
  const sorted = new Uint32Array(list.length);
  for (const element of list) sorted[next[key(element)]++] = element;
  return sorted;
}

/** One slot to begin each stratum, and one for each of its distinct event times. */
function countSlots({ tick, event, strata }: Positions): number {
  let slots = strata.length - 1;
  for (let b = 0; b + 1 < strata.length; b++) {
    let last = -1;
    for (let i = strata[b]; i < strata[b + 1]; i++) {
      if (event[i] && tick[i] !== last) slots++;
      if (event[i]) last = tick[i];
    }
  }
  return slots;
}

const emptySets = (rows: Uint32Array, slots: number): RiskSets => ({
  rows,
  weight: new Float64Array(rows.length),
  riskWeight: new Float64Array(rows.length),
  from: new Int32Array(rows.length),
  to: new Int32Array(rows.length),
  byEntry: null,
  slots,
  time: new Float64Array(slots).fill(Number.NEGATIVE_INFINITY),
  stratum: new Int32Array(slots),
  start: new Int32Array(slots),
  eventEnd: new Int32Array(slots),
  end: new Int32Array(slots),
  steps: new Float64Array(slots),
  stepWeight: new Float64Array(slots),
});

function fillSlots(sets: RiskSets, positions: Positions, input: RowsInTimeOrder): void {
  const { rows, tick, event, strata } = positions;
  let slot = -1;
  for (let b = 0; b + 1 < strata.length; b++) {
    const first = ++slot;
    let last = -1;
    sets.start[slot] = sets.eventEnd[slot] = strata[b];
    for (let i = strata[b]; i < strata[b + 1]; i++) {
      if (event[i]) {
        if (tick[i] !== last) {
          sets.start[++slot] = i;
          last = tick[i];
          sets.time[slot] = input.ticks.times[last];
        }
        sets.eventEnd[slot] = i + 1;
        sets.stepWeight[slot] += sets.weight[i];
      }
      // Memory that is 0 already is not touched.
      if (first > 0) sets.from[i] = first;
      sets.to[i] = slot;
    }
    sets.end.fill(strata[b + 1], first, slot + 1);
    if (input.strata) sets.stratum.fill(input.strata[rows[strata[b]]], first, slot + 1);
  }
  for (let s = 0; s < sets.slots; s++) {
    const events = sets.eventEnd[s] - sets.start[s];
    sets.steps[s] = input.countWeights ? sets.stepWeight[s] : events;
    sets.stepWeight[s] = events === 0 ? 0 : sets.stepWeight[s] / sets.steps[s];
  }
}

/** A subject who enters exactly at an event time is not at risk for it: at risk are ticks from `entry.tick` on. */
function enterLate(sets: RiskSets, { times, entry }: TimeOrder): void {
  const { rows, from, to, time } = sets;
  for (let i = 0; i < rows.length; i++) {
    const earliest = times[entry!.tick[rows[i]]];
    let low = from[i];
    let high = to[i];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (time[middle] < earliest) low = middle;
      else high = middle - 1;
    }
    from[i] = low;
  }
  sets.byEntry = sortByKey(
    Uint32Array.from(from, (_, i) => i),
    (i) => from[i],
  );
}

/** First slot of each stratum, and `slots` at the end: for walking stratum by stratum. */
export function stratumBounds({ slots, end }: RiskSets): number[] {
  const bounds: number[] = [];
  for (let s = 0; s < slots; s++) if (s === 0 || end[s] !== end[s - 1]) bounds.push(s);
  return [...bounds, slots];
}
