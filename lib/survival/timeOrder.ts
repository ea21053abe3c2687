import { inChunks } from "../numeric/chunks";
import { type Sorted, sortedValues } from "../numeric/sortedOrder";
import { isTie, meanOfDistinct, TIE_TOLERANCE } from "./tieTolerance";

/** Rows in time order and the distinct times they end at ("ticks"). */
export interface TickOrder {
  /** The rows used, by ascending time. */
  order: Uint32Array;
  /** Rows `order[start[k]]` to `order[start[k + 1] - 1]` end at `times[k]`; one entry more than `times`. */
  start: Uint32Array;
  /** Distinct times, ascending, after merging those that differ by rounding. */
  times: Float64Array;
  /** With delayed entry: the rows used by ascending entry, and per row of the table its first tick at risk. */
  entry?: { order: Uint32Array; tick: Uint32Array };
}

/**
 * The time order of an endpoint: computed once, whatever groups and filters come later. What follows from it and a
 * column of causes is remembered with it, so these columns must not be changed in place.
 */
export interface TimeOrder extends TickOrder {
  /**
   * Per row of the table the index of its time in `times`; `times.length` for a row that is not used. Made when first
   * read.
   */
  readonly tick: Uint32Array;
}

/**
 * Sorts an endpoint by time. Left out are rows whose time is not finite and, with `entry`, rows whose entry is missing
 * or not before their time; `order.length` says how many remain. Times (and entries) that differ by rounding are merged
 * as `aeqSurv` of R does, over all rows of the endpoint; a row whose entry merges with its time (R stops there) is left
 * out as well.
 */
export function timeOrder(time: Float64Array, entry?: Float64Array): TimeOrder {
  return entry ? withEntry(time, entry) : withTick(time.length, ticksOf(finite(sortedValues(time))));
}

/** Infinities sort to the ends. */
function finite({ order, values }: Sorted): Sorted {
  let first = 0;
  let end = values.length;
  while (first < end && values[first] === Number.NEGATIVE_INFINITY) first++;
  while (end > first && values[end - 1] === Number.POSITIVE_INFINITY) end--;
  return { order: order.subarray(first, end), values: values.subarray(first, end) };
}

function withTick(rows: number, ticks: TickOrder): TimeOrder {
  let tick: Uint32Array | undefined;
  return {
    ...ticks,
    get tick() {
      tick ??= ticksByRow(rows, ticks);
      return tick;
    },
  };
}

function ticksByRow(rows: number, { order, start, times }: TickOrder): Uint32Array {
  const tick = new Uint32Array(rows).fill(times.length);
  for (let k = 0; k < times.length; k++) for (let i = start[k]; i < start[k + 1]; i++) tick[order[i]] = k;
  return tick;
}

/** Distinct times of sorted rows; those within rounding take the first one's value. */
function ticksOf({ order, values }: Sorted, mean = meanOfDistinct(values)): TickOrder {
  const times = new Float64Array(values.length);
  const start = new Uint32Array(values.length + 1);
  let count = 0;
  inChunks(values.length, (from, to) => {
    count = addTicks(values, mean, times, start, count, from, to);
  });
  start[count] = values.length;
  return { order, start: trimmed(start, count + 1), times: trimmed(times, count) };
}

/** A copy only where most of it would be kept for nothing. */
function trimmed<T extends Float64Array | Uint32Array>(column: T, length: number): T {
  return (length < column.length / 2 ? column.slice(0, length) : column.subarray(0, length)) as T;
}

function addTicks(
  values: Float64Array,
  mean: number,
  times: Float64Array,
  start: Uint32Array,
  found: number,
  from: number,
  to: number,
): number {
  let count = found;
  const wide = 1.001 * TIE_TOLERANCE * Math.max(1, mean || 0);
  let last = from > 0 ? values[from - 1] : Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const value = values[i];
    const gap = value - last;
    if (gap > wide || !(gap === 0 || isTie(gap, mean))) {
      times[count] = value;
      start[count++] = i;
    }
    last = value;
  }
  return count;
}

/** Entries and times are merged together, so that a time can take the value of an entry. */
function withEntry(time: Float64Array, entry: Float64Array): TimeOrder {
  const exits = finite(sortedValues(time.map((t, row) => (entry[row] < t ? t : Number.NaN))));
  const entries = sortedValues(entry, exits.order);
  const both = Float64Array.from([...entries.values.filter(Number.isFinite), ...exits.values]).sort();
  const merged = ticksOf({ order: new Uint32Array(0), values: both }).times;
  const ticks = ticksOf({ order: exits.order, values: lookUp(exits.values, merged) }, 0);
  const tick = entryTicks(entries, merged, ticks.times, time.length);
  const result = withTick(time.length, { ...ticks, entry: { order: entries.order, tick } });
  const vanished = exits.order.filter((row) => tick[row] > result.tick[row]);
  if (vanished.length === 0) return result;
  const shorter = time.slice();
  for (const row of vanished) shorter[row] = Number.NaN;
  return withEntry(shorter, entry);
}

/** For ascending values the last of ascending `merged` that is not later. */
function lookUp(values: Float64Array, merged: Float64Array): Float64Array {
  let at = 0;
  return values.map((value) => {
    while (at + 1 < merged.length && merged[at + 1] <= value) at++;
    return merged[at];
  });
}

/** Per row the first tick later than its merged entry. */
function entryTicks({ order, values }: Sorted, merged: Float64Array, times: Float64Array, rows: number): Uint32Array {
  const tick = new Uint32Array(rows);
  const entry = lookUp(values, merged);
  let k = 0;
  order.forEach((row, i) => {
    const value = Number.isFinite(values[i]) ? entry[i] : values[i];
    while (k < times.length && times[k] <= value) k++;
    tick[row] = k;
  });
  return tick;
}
