/**
 * Small dense symmetric systems for regression: matrices are row-major `Float64Array(size * size)`.
 *
 * The factorization is L·D·Lᵀ without pivoting. A column whose pivot is below `tolerance` times the largest diagonal
 * element adds nothing to the columns before it: it is *aliased*, its row and column of L and D are set to 0, and
 * `solve` and `inverse` then work on the remaining columns (zeros for the aliased one). That is what R's `coxph` does
 * with its `toler.chol`, so the later one of two collinear columns is the one reported as not estimable.
 */
export interface Cholesky {
  size: number;
  /** Unit lower triangle L below the diagonal, D on it; the upper triangle is not used. */
  factor: Float64Array;
  /** 1 where the column was kept, 0 where it is aliased. */
  kept: Uint8Array;
  rank: number;
}

/** R's `coxph.control()$toler.chol`, `.Machine$double.eps ^ 0.75`. */
export const CHOLESKY_TOLERANCE = Number.EPSILON ** 0.75;

/**
 * Factors a symmetric positive semidefinite matrix (only its lower triangle is read). NaN anywhere leaves the affected
 * columns aliased.
 */
export function cholesky(matrix: Float64Array, size: number, tolerance = CHOLESKY_TOLERANCE): Cholesky {
  const factor = matrix.slice();
  const kept = new Uint8Array(size);
  let largest = 0;
  for (let j = 0; j < size; j++) largest = Math.max(largest, matrix[j * size + j] || 0);
  const threshold = largest * tolerance;
  let rank = 0;
  for (let j = 0; j < size; j++) {
    const pivot = factor[j * size + j];
    const keep = pivot > threshold && Number.isFinite(pivot);
    kept[j] = keep ? 1 : 0;
    if (keep) eliminate(factor, size, j, pivot);
    else clearColumn(factor, size, j);
    rank += kept[j];
  }
  return { size, factor, kept, rank };
}

function eliminate(factor: Float64Array, size: number, j: number, pivot: number): void {
  for (let i = j + 1; i < size; i++) {
    const ratio = factor[i * size + j] / pivot;
    for (let k = j + 1; k <= i; k++) factor[i * size + k] -= ratio * factor[k * size + j];
  }
  for (let i = j + 1; i < size; i++) factor[i * size + j] /= pivot;
}

function clearColumn(factor: Float64Array, size: number, j: number): void {
  for (let k = 0; k <= j; k++) factor[j * size + k] = 0;
  for (let i = j + 1; i < size; i++) factor[i * size + j] = 0;
}

/** Solves A·x = b over the kept columns; aliased entries of x are 0. */
export function solve({ size, factor, kept }: Cholesky, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < size; i++) {
    if (!kept[i]) x[i] = 0;
    for (let k = 0; k < i; k++) x[i] -= factor[i * size + k] * x[k];
  }
  for (let i = size - 1; i >= 0; i--) {
    x[i] = kept[i] ? x[i] / factor[i * size + i] : 0;
    for (let k = i + 1; k < size; k++) x[i] -= factor[k * size + i] * x[k];
  }
  return x;
}

/** The inverse over the kept columns; rows and columns of aliased ones are 0. */
export function inverse(decomposition: Cholesky): Float64Array {
  const { size, kept } = decomposition;
  const result = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    if (!kept[j]) continue;
    unit.fill(0);
    unit[j] = 1;
    const column = solve(decomposition, unit);
    for (let i = 0; i < size; i++) result[i * size + j] = column[i];
  }
  return symmetrize(result, size);
}

/** log|A| over the kept columns. */
export function logDeterminant({ size, factor, kept }: Cholesky): number {
  let sum = 0;
  for (let j = 0; j < size; j++) if (kept[j]) sum += Math.log(factor[j * size + j]);
  return sum;
}

/** vᵀ·A·v. */
export function quadraticForm(matrix: Float64Array, v: Float64Array): number {
  const size = v.length;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    let row = 0;
    for (let j = 0; j < size; j++) row += matrix[i * size + j] * v[j];
    sum += row * v[i];
  }
  return sum;
}

/** The rows and columns `which` of a symmetric matrix, in that order. */
export function submatrix(matrix: Float64Array, size: number, which: readonly number[]): Float64Array {
  const m = which.length;
  const result = new Float64Array(m * m);
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) result[i * m + j] = matrix[which[i] * size + which[j]];
  return result;
}

/**
 * bᵀ·V⁻¹·b, the Wald form, with V first scaled to unit diagonal so that units do not decide what counts as singular.
 * `rank` is its number of degrees of freedom: coordinates with zero variance, or implied by earlier ones, do not count.
 */
export function inverseQuadraticForm(variance: Float64Array, b: Float64Array): { value: number; rank: number } {
  const size = b.length;
  const scale = Float64Array.from(b, (_, i) => 1 / Math.sqrt(variance[i * size + i]) || 0);
  for (let i = 0; i < size; i++) if (!Number.isFinite(scale[i])) scale[i] = 0;
  const correlation = variance.map((v, at) => v * scale[Math.floor(at / size)] * scale[at % size]);
  const decomposition = cholesky(correlation, size);
  const z = b.map((v, i) => v * scale[i]);
  const solved = solve(decomposition, z);
  return { value: z.reduce((sum, v, i) => sum + v * solved[i], 0), rank: decomposition.rank };
}

function symmetrize(matrix: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) {
      const mean = (matrix[i * size + j] + matrix[j * size + i]) / 2;
      matrix[i * size + j] = matrix[j * size + i] = mean;
    }
  return matrix;
}
