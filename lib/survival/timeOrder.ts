import { sortedOrder } from "../numeric/sortedOrder";
import { mergeTies } from "./tieTolerance";

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

/** The time order of an endpoint: computed once, whatever groups and filters come later. */
export interface TimeOrder extends TickOrder {
  /** Per row of the table the index of its time in `times`; `times.length` for a row that is not used. */
  tick: Uint32Array;
}

/**
 * Sorts an endpoint by time. Left out are rows whose time is not finite and, with `entry`, rows whose entry is missing or not before
 * their time; `order.length` says how many remain. Times (and entries) that differ by rounding are merged as `aeqSurv` of R does,
 * over all rows of the endpoint; a row whose entry merges with its time (R stops there) is left out as well.
 */
export function timeOrder(time: Float64Array, entry?: Float64Array): TimeOrder {
  const order = finiteOrder(time, entry);
  const exits = distinct(time, order);
  if (!entry) return withTicks(time.length, order, exits.start, exits.values, mergeTies(exits.values));
  const entryOrder = sortedOrder(entry, order);
  const both = union(exits.values, distinct(entry, entryOrder).values);
  const merged = mergeTies(both);
  const result = withTicks(time.length, order, exits.start, exits.values, lookUp(exits.values, both, merged));
  const tick = entryTicks(entry, entryOrder, both, merged, result.times);
  const vanished = order.filter((row) => tick[row] > result.tick[row]);
  if (vanished.length === 0) return { ...result, entry: { order: entryOrder, tick } };
  const shorter = time.slice();
  for (const row of vanished) shorter[row] = Number.NaN;
  return timeOrder(shorter, entry);
}

function finiteOrder(time: Float64Array, entry?: Float64Array): Uint32Array {
  if (entry) return sortedOrder(time.map((t, row) => (Number.isFinite(t) && entry[row] < t ? t : Number.NaN)));
  const order = sortedOrder(time);
  let first = 0;
  let end = order.length;
  while (first < end && time[order[first]] === Number.NEGATIVE_INFINITY) first++;
  while (end > first && time[order[end - 1]] === Number.POSITIVE_INFINITY) end--;
  return order.subarray(first, end);
}

/** Distinct values along a sorted order, and the position at which each begins (one more entry for the end). */
function distinct(values: Float64Array, order: Uint32Array): { values: Float64Array; start: Uint32Array } {
  const n = order.length;
  const found = new Float64Array(n);
  const start = new Uint32Array(n + 1);
  let count = 0;
  let last = Number.NaN;
  for (let i = 0; i < n; i++) {
    const value = values[order[i]];
    if (value === last) continue;
    found[count] = last = value;
    start[count++] = i;
  }
  start[count] = n;
  return { values: found.slice(0, count), start: start.slice(0, count + 1) };
}

/** Distinct values of two ascending lists together, without infinities. */
function union(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  all.sort();
  return all.filter((value, i) => value !== all[i - 1] && Number.isFinite(value));
}

/** The merged value of each of `values`, all of which occur in `both`. */
function lookUp(values: Float64Array, both: Float64Array, merged: Float64Array): Float64Array {
  if (merged === both) return values;
  let at = 0;
  return values.map((value) => {
    while (both[at] < value) at++;
    return merged[at];
  });
}

function withTicks(
  rows: number,
  order: Uint32Array,
  start: Uint32Array,
  values: Float64Array,
  merged: Float64Array,
): TimeOrder {
  const ticks = merged === values ? { times: values, start } : distinctTicks(merged, start);
  const { times } = ticks;
  const tick = new Uint32Array(rows).fill(times.length);
  for (let k = 0; k < times.length; k++) for (let i = ticks.start[k]; i < ticks.start[k + 1]; i++) tick[order[i]] = k;
  return { order, start: ticks.start, times, tick };
}

function distinctTicks(merged: Float64Array, start: Uint32Array): { times: Float64Array; start: Uint32Array } {
  const isFirst = (k: number) => merged[k] !== merged[k - 1];
  const times = merged.filter((_, k) => isFirst(k));
  return { times, start: start.filter((_, k) => k === merged.length || isFirst(k)) };
}

/** Per row the first tick later than its merged entry. */
function entryTicks(
  entry: Float64Array,
  order: Uint32Array,
  both: Float64Array,
  merged: Float64Array,
  times: Float64Array,
): Uint32Array {
  const tick = new Uint32Array(entry.length);
  let at = 0;
  let k = 0;
  for (const row of order) {
    while (both[at] < entry[row]) at++;
    const value = Number.isFinite(entry[row]) ? merged[at] : entry[row];
    while (k < times.length && times[k] <= value) k++;
    tick[row] = k;
  }
  return tick;
}
