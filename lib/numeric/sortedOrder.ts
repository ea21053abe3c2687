const DIGIT = 11;
const DIGITS = 1 << DIGIT;
const KEYS = 1 << (2 * DIGIT);
const MOST_TICKS = 1 << 16;

/**
 * Row numbers by ascending `values[row]`, equal values in the order given (stable): of all rows, or of `rows`. Linear in their
 * number for values spread like times. Rows whose value is NaN are left out; infinities sort to the ends.
 */
export function sortedOrder(values: Float64Array, rows?: Uint32Array): Uint32Array {
  const known = rows ? rows.filter((row) => !Number.isNaN(values[row])) : rowsWithValue(values);
  return known.length < 64 ? byComparison(values, known) : byRadix(values, known);
}

function rowsWithValue(values: Float64Array): Uint32Array {
  const rows = new Uint32Array(values.length);
  let n = 0;
  for (let row = 0; row < values.length; row++) {
    rows[n] = row;
    n += Number.isNaN(values[row]) ? 0 : 1;
  }
  return rows.subarray(0, n);
}

/** Typed arrays sort stably. */
const byComparison = (values: Float64Array, rows: Uint32Array) =>
  rows.slice().sort((a, b) => (values[a] < values[b] ? -1 : +(values[a] > values[b])));

function byRadix(values: Float64Array, rows: Uint32Array): Uint32Array {
  const { min, max, whole } = rangeOf(values, rows);
  const range = max - min;
  if (range === 0) return rows.slice();
  if (!Number.isFinite(range)) return byComparison(values, rows);
  const ticks = whole && range < MOST_TICKS;
  const keys = new Uint32Array(rows.length);
  const scale = ticks ? 1 : (KEYS - 1) / range;
  if (scale === Number.POSITIVE_INFINITY) return byComparison(values, rows);
  for (let i = 0; i < rows.length; i++) keys[i] = (values[rows[i]] - min) * scale;
  if (ticks) return scatter(rows, keys, 0, MOST_TICKS - 1, range + 1).rows;
  const low = scatter(rows, keys, 0, DIGITS - 1, DIGITS);
  const high = scatter(low.rows, low.keys, DIGIT, DIGITS - 1, DIGITS);
  sortRuns(values, high.rows, high.keys);
  return high.rows;
}

function rangeOf(values: Float64Array, rows: Uint32Array): { min: number; max: number; whole: boolean } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]];
    if (value < min) min = value;
    if (value > max) max = value;
    if (whole && value !== Math.floor(value)) whole = false;
  }
  return { min, max, whole };
}

interface Keyed {
  rows: Uint32Array;
  keys: Uint32Array;
}

/** One stable counting pass over the digit `(key >>> shift) & mask`, which takes fewer than `buckets` values. */
function scatter(rows: Uint32Array, keys: Uint32Array, shift: number, mask: number, buckets: number): Keyed {
  const place = new Uint32Array(buckets + 1);
  for (let i = 0; i < keys.length; i++) place[((keys[i] >>> shift) & mask) + 1]++;
  for (let b = 1; b <= buckets; b++) place[b] += place[b - 1];
  const sortedRows = new Uint32Array(rows.length);
  const sortedKeys = new Uint32Array(rows.length);
  for (let i = 0; i < keys.length; i++) {
    const to = place[(keys[i] >>> shift) & mask]++;
    sortedRows[to] = rows[i];
    sortedKeys[to] = keys[i];
  }
  return { rows: sortedRows, keys: sortedKeys };
}

/** Puts rows with equal keys in order of their values: by insertion where they are few, else by sorting them on their own range. */
function sortRuns(values: Float64Array, rows: Uint32Array, keys: Uint32Array): void {
  for (let start = 0; start < rows.length; ) {
    let end = start + 1;
    while (end < rows.length && keys[end] === keys[start]) end++;
    if (end - start > 1 && end - start < 64) insert(values, rows, start, end);
    else if (end - start >= 64) rows.set(byRadix(values, rows.slice(start, end)), start);
    start = end;
  }
}

function insert(values: Float64Array, rows: Uint32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const row = rows[i];
    const value = values[row];
    let j = i;
    for (; j > start && values[rows[j - 1]] > value; j--) rows[j] = rows[j - 1];
    rows[j] = row;
  }
}
