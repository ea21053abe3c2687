import { cholesky, inverse, solve } from "../../../numeric/linearAlgebra";
import { nth } from "../../../numeric/nth";
import { sampleQuantile } from "../../../numeric/sampleQuantile";

/**
 * A natural cubic spline with four degrees of freedom through points, by least squares, at `at`: the smooth of R's
 * `plot.cox.zph` (`splines::ns(x, df = 4, intercept = TRUE)`): knots inside at the thirds of x and `at` together (as R
 * takes them), linear beyond the ends. `spread` is the variance of the fit at each place in units of that of a single
 * point. Null with fewer than five different x. Each point counts `counts` times.
 */
export function smoothResiduals(
  x: Float64Array,
  y: Float64Array,
  at: Float64Array,
  counts: Float64Array = new Float64Array(x.length).fill(1),
): { value: Float64Array; spread: Float64Array } | null {
  if (new Set(x).size < 5) return null;
  const all = [...Array.from(at, (place) => [place, 1]), ...Array.from(x, (place, i) => [place, nth(counts, i)])];
  all.sort(([a = 0], [b = 0]) => a - b);
  const sorted = Float64Array.from(all, ([place = 0]) => place);
  const times = Float64Array.from(all, ([, count = 0]) => count);
  const [first, last] = [nth(sorted, 0), nth(sorted, sorted.length - 1)];
  const unit = (value: number) => (value - first) / (last - first);
  const knots = [0, unit(sampleQuantile(sorted, 1 / 3, times)), unit(sampleQuantile(sorted, 2 / 3, times)), 1];
  if (new Set(knots).size < 4) return null;
  const row = (value: number) => naturalBasis(unit(value), knots);
  const size = knots.length;
  const gram = new Float64Array(size * size);
  const right = new Float64Array(size);
  x.forEach((value, i) => {
    const basis = row(value);
    for (let a = 0; a < size; a++) {
      const counted = nth(counts, i) * nth(basis, a);
      right[a] = nth(right, a) + counted * nth(y, i);
      for (let b = 0; b < size; b++) gram[a * size + b] = nth(gram, a * size + b) + counted * nth(basis, b);
    }
  });
  const factor = cholesky(gram, size);
  const coefficients = solve(factor, right);
  const covariance = inverse(factor);
  const value = new Float64Array(at.length);
  const spread = new Float64Array(at.length);
  at.forEach((place, i) => {
    const basis = row(place);
    for (let a = 0; a < size; a++) {
      value[i] = nth(value, i) + nth(basis, a) * nth(coefficients, a);
      for (let b = 0; b < size; b++)
        spread[i] = nth(spread, i) + nth(basis, a) * nth(covariance, a * size + b) * nth(basis, b);
    }
  });
  return { value, spread };
}

/**
 * 1, x, and the truncated cubes combined so that the spline is linear beyond the outer knots (Hastie, Tibshirani,
 * Friedman, eq. 5.4).
 */
function naturalBasis(x: number, knots: readonly number[]): number[] {
  const last = knots.length - 1;
  const cube = (value: number) => (value > 0 ? value ** 3 : 0);
  const d = (k: number) => (cube(x - nth(knots, k)) - cube(x - nth(knots, last))) / (nth(knots, last) - nth(knots, k));
  return [1, x, ...knots.slice(0, last - 1).map((_, k) => d(k) - d(last - 1))];
}
