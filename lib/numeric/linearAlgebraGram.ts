/** Rows taken together: a block of every column stays in the first-level cache, and sums stay short (less rounding). */
const BLOCK = 128;

/**
 * Adds `sign · Xᵀ·diag(weight)·X` to `target`, for X stored by columns (`x[column * stride + row]`). `target` is
 * row-major `columns × columns`; only its lower triangle is meaningful afterwards, see `mirrorLower`. `sums`, where
 * given, is filled with Xᵀ·weight in the same pass.
 */
export function addWeightedGram(
  target: Float64Array,
  x: Float64Array,
  rows: number,
  columns: number,
  weight: Float64Array,
  sign: 1 | -1 = 1,
  stride = rows,
  sums: Float64Array | null = null,
): void {
  sums?.fill(0);
  for (let start = 0; start < rows; start += BLOCK) {
    const end = Math.min(start + BLOCK, rows);
    for (let j = 0; j < columns; j += 2)
      for (let k = 0; k <= j; k += 2) addTile(target, columns, x, stride, j, k, weight, start, end, sign);
    if (sums) for (let j = 0; j < columns; j++) sums[j] += partialSum(x, j * stride, weight, start, end);
  }
}

function partialSum(x: Float64Array, shift: number, weight: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += weight[i] * x[shift + i];
  return sum;
}

/** Columns j and j + 1 against k and k + 1, four sums at once; an odd last column goes with itself, stored once. */
function addTile(
  target: Float64Array,
  columns: number,
  x: Float64Array,
  stride: number,
  j: number,
  k: number,
  weight: Float64Array,
  start: number,
  end: number,
  sign: number,
): void {
  const j0 = j * stride;
  const j1 = j + 1 < columns ? j0 + stride : j0;
  const k0 = k * stride;
  const k1 = k + 1 < columns ? k0 + stride : k0;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = start; i < end; i++) {
    const w = weight[i];
    const p = w * x[j0 + i];
    const q = w * x[j1 + i];
    const u = x[k0 + i];
    const v = x[k1 + i];
    a += p * u;
    b += p * v;
    c += q * u;
    d += q * v;
  }
  const cell = j * columns + k;
  target[cell] += sign * a;
  if (k < j) target[cell + 1] += sign * b;
  if (j + 1 === columns) return;
  target[cell + columns] += sign * c;
  target[cell + columns + 1] += sign * d;
}

/** Copies the lower triangle onto the upper one. */
export function mirrorLower(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[j * size + i] = matrix[i * size + j];
}
