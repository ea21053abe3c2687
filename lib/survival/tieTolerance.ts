/** R's `sqrt(.Machine$double.eps)`. */
export const TIE_TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * The values, ascending and distinct, with those taken as equal given one value, the smallest of their run: neighbors that differ by
 * at most 1.5e-8, or by at most 1.5e-8 times the mean absolute value. Returns the same array where nothing is merged.
 * Equals `aeqSurv` of R's survival package, its `timefix`.
 */
export function mergeTies(values: Float64Array): Float64Array {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.abs(values[i]);
  const mean = sum / n;
  let merged = values;
  for (let i = 1; i < n; i++) {
    const gap = values[i] - values[i - 1];
    if (gap > TIE_TOLERANCE && gap / mean > TIE_TOLERANCE) continue;
    if (merged === values) merged = values.slice();
    merged[i] = merged[i - 1];
  }
  return merged;
}
