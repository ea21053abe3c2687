import { inChunks } from "./chunks";

const MOST_TICKS = 1 << 16;
const DIGIT = 11;
const BUCKETS = 1 << DIGIT;
const DIGITS = 2;
const KEYS = BUCKETS ** DIGITS;
/** Shorter lists are sorted by comparison. */
const SHORT = 64;

/** Row numbers by ascending value, and the values in that order. */
export interface Sorted {
  order: Uint32Array;
  values: Float64Array;
}

/**
 * Row numbers by ascending `values[row]`, equal values in the order given (stable): of all rows, or of `rows`. Linear
 * in their number for values spread like times. Rows whose value is NaN are left out; infinities sort to the ends.
 */
export const sortedOrder = (values: Float64Array, rows?: Uint32Array): Uint32Array => sortedValues(values, rows).order;

/**
 * `sortedOrder` with the values themselves. Values are quantized, keeping their order, to 22 bits and sorted digit by
 * digit; what shares a key is put in order afterwards. Whole numbers of a small range (days, months) are counted
 * instead.
 */
export function sortedValues(values: Float64Array, rows?: Uint32Array): Sorted {
  const known = rows ? rows.filter((row) => !Number.isNaN(values[row])) : rowsWithValue(values);
  return sortKnown(known, values.length === known.length && !rows ? values : gathered(values, known));
}

function rowsWithValue(values: Float64Array): Uint32Array {
  const rows = new Uint32Array(values.length);
  let n = 0;
  inChunks(values.length, (from, to) => {
    n = listKnown(values, rows, n, from, to);
  });
  return rows.subarray(0, n);
}

function listKnown(values: Float64Array, rows: Uint32Array, found: number, from: number, to: number): number {
  let n = found;
  for (let row = from; row < to; row++) if (!Number.isNaN(values[row])) rows[n++] = row;
  return n;
}

function gathered(values: Float64Array, rows: Uint32Array): Float64Array {
  const result = new Float64Array(rows.length);
  inChunks(rows.length, (from, to) => gather(values, rows, result, from, to));
  return result;
}

function gather(values: Float64Array, rows: Uint32Array, result: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) result[i] = values[rows[i]];
}

/** `values[i]` belongs to `rows[i]`. */
function sortKnown(rows: Uint32Array, values: Float64Array): Sorted {
  const given = { order: rows, values };
  const range = rangeOf(values);
  const scale = (KEYS - 1) / (range.max - range.min);
  if (range.whole && range.max - range.min < MOST_TICKS) return byCounting(given, range);
  if (rows.length < SHORT || !Number.isFinite(scale) || scale === 0) return byComparison(given);
  return byDigits(given, range.min, scale);
}

/** Typed arrays sort stably. */
function byComparison({ order, values }: Sorted): Sorted {
  const places = Uint32Array.from(order.keys()).sort((a, b) => (values[a] < values[b] ? -1 : +(values[a] > values[b])));
  return { order: places.map((i) => order[i]), values: Float64Array.from(places, (i) => values[i]) };
}

interface Range {
  min: number;
  max: number;
  whole: boolean;
}

function rangeOf(values: Float64Array): Range {
  const range: Range = { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY, whole: true };
  inChunks(values.length, (from, to) => widen(range, values, from, to));
  return range;
}

function widen(range: Range, values: Float64Array, from: number, to: number): void {
  let { min, max, whole } = range;
  for (let i = from; i < to; i++) {
    const value = values[i];
    if (value < min) min = value;
    if (value > max) max = value;
    if (whole) whole = value === Math.floor(value);
  }
  range.min = min;
  range.max = max;
  range.whole = whole;
}

function byCounting(given: Sorted, { min, max }: Range): Sorted {
  const n = given.order.length;
  const place = new Uint32Array(n > 0 ? max - min + 2 : 1);
  const order = new Uint32Array(n);
  inChunks(n, (from, to) => countWhole(given.values, place, min, from, to));
  runningSums(place, 0, place.length);
  const values = new Float64Array(n);
  for (let k = 0; k + 1 < place.length; k++) values.fill(min + k, place[k], place[k + 1]);
  inChunks(n, (from, to) => scatterWhole(given, order, place, min, from, to));
  return { order, values };
}

/** Counts one place up, so that running sums are where each begins. */
function countWhole(values: Float64Array, place: Uint32Array, min: number, from: number, to: number): void {
  for (let i = from; i < to; i++) place[((values[i] - min) | 0) + 1]++;
}

function scatterWhole(
  { order: rows, values }: Sorted,
  order: Uint32Array,
  place: Uint32Array,
  min: number,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) order[place[(values[i] - min) | 0]++] = rows[i];
}

function runningSums(place: Uint32Array, from: number, to: number): void {
  for (let b = from + 1; b < to; b++) place[b] += place[b - 1];
}

/** Least significant digit first; `place[digit * (BUCKETS + 1) + b]` is where bucket b of a digit begins. */
function byDigits(given: Sorted, min: number, scale: number): Sorted {
  const n = given.order.length;
  const place = new Uint32Array(DIGITS * (BUCKETS + 1));
  inChunks(n, (from, to) => countDigits(given.values, place, min, scale, from, to));
  let source = given;
  let [target, spare] = [emptyOf(n), emptyOf(n)];
  for (let digit = 0; digit < DIGITS; digit++) {
    const start = digit * (BUCKETS + 1);
    const own = place.subarray(start, start + BUCKETS + 1);
    runningSums(own, 0, own.length);
    const [from, to] = [source, target];
    inChunks(n, (first, end) => scatter(from, to, own, min, scale, digit * DIGIT, first, end));
    [source, target, spare] = [target, spare, target];
  }
  orderWithinKeys(source, min, scale);
  return source;
}

const emptyOf = (n: number): Sorted => ({ order: new Uint32Array(n), values: new Float64Array(n) });

function countDigits(
  values: Float64Array,
  place: Uint32Array,
  min: number,
  scale: number,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const key = ((values[i] - min) * scale) | 0;
    place[(key & (BUCKETS - 1)) + 1]++;
    place[(key >>> DIGIT) + BUCKETS + 2]++;
  }
}

function scatter(
  { order: rows, values: unsorted }: Sorted,
  { order, values }: Sorted,
  place: Uint32Array,
  min: number,
  scale: number,
  shift: number,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const value = unsorted[i];
    const at = place[((((value - min) * scale) | 0) >>> shift) & (BUCKETS - 1)]++;
    order[at] = rows[i];
    values[at] = value;
  }
}

/** Sorts what shares a key: by insertion where it is little, else by its own range. */
function orderWithinKeys(sorted: Sorted, min: number, scale: number): void {
  const { order, values } = sorted;
  const key = (i: number) => ((values[i] - min) * scale) | 0;
  for (let i = nextDescent(values, 1); i < values.length; i = nextDescent(values, i)) {
    let start = i - 1;
    let end = i + 1;
    while (start > 0 && key(start - 1) === key(i)) start--;
    while (end < values.length && key(end) === key(i)) end++;
    if (end - start < SHORT) insert(sorted, start, end);
    else {
      const own = sortKnown(order.slice(start, end), values.slice(start, end));
      order.set(own.order, start);
      values.set(own.values, start);
    }
    i = end;
  }
}

/** The first place from `from` on whose value is less than the one before it. */
function nextDescent(values: Float64Array, from: number): number {
  let last = values[from - 1];
  for (let i = from; i < values.length; i++) {
    if (values[i] < last) return i;
    last = values[i];
  }
  return values.length;
}

function insert({ order, values }: Sorted, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const value = values[i];
    const row = order[i];
    let j = i;
    for (; j > start && values[j - 1] > value; j--) {
      values[j] = values[j - 1];
      order[j] = order[j - 1];
    }
    values[j] = value;
    order[j] = row;
  }
}
