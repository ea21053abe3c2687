import { type Integral, integrate } from "./integrate";
import { normalDensity, normalTwoSided, normalUpper } from "./normal";

/**
 * Relative to P for the outer integral. Those within it are chances given a value in the tail, so that an absolute error of theirs is a
 * relative one of P; they are a hundred times as exact, and one within another ten times.
 */
const TOLERANCE = 1e-6;
/** A conditional variance below this is none. */
const DETERMINED = 1e-10;

/**
 * P that the largest in absolute value of jointly normal variables with variance 1 exceeds c, from their correlation matrix (row-major,
 * size × size; it may be singular). The sum over variables of the chance to exceed c where those before do not: tails only, so that small
 * P keep their digits. For a few variables: the time grows tenfold with each that is not determined by others.
 */
export function largestNormalUpper(c: number, correlation: Float64Array, size: number): Integral {
  let value = normalTwoSided(c);
  let error = 0;
  const end = Math.sqrt(c * c + 80);
  for (let i = 1; i < size; i++) {
    const before = Array.from({ length: i }, (_, j) => j);
    const inside = insideGiven(before, correlation, size, i, c);
    const tail = integrate((z) => normalDensity(z) * inside(z), c, end, 0, TOLERANCE * normalUpper(c));
    value += 2 * tail.value;
    error += 2 * tail.error + 2 * (TOLERANCE / 100) * normalUpper(c);
  }
  return { value: Math.min(1, value), error };
}

/** P that the variables `which` all lie within ±c, as a function of the value of variable `given`. */
function insideGiven(
  which: number[],
  correlation: Float64Array,
  size: number,
  given: number,
  c: number,
): (z: number) => number {
  const slope = Float64Array.from(which, (j) => correlation[j * size + given]);
  const covariance = which.map((j, a) =>
    Float64Array.from(which, (k, b) => correlation[j * size + k] - slope[a] * slope[b]),
  );
  return (z) =>
    inside(
      slope.map((s) => s * z),
      covariance,
      c,
    );
}

/** P that normal variables with these means and covariances all lie within ±c: conditioning on the one that varies most, until one is left. */
function inside(mean: Float64Array, covariance: Float64Array[], c: number, tolerance: number): number {
  const first = covariance.reduce((best, row, i) => (row[i] > covariance[best][best] ? i : best), 0);
  const variance = covariance[first][first];
  if (variance < DETERMINED) return mean.every((m) => Math.abs(m) <= c) ? 1 : 0;
  const sd = Math.sqrt(variance);
  const slope = covariance.map((row) => row[first] / variance);
  const rest = covariance.map((row, i) => row.map((value, j) => value - slope[i] * covariance[first][j]));
  const [low, high] = [-c, c];
  if (rest.every((row, i) => row[i] < DETERMINED)) return intervalChance(mean, slope, first, sd, c);
  const density = (x: number) => normalDensity((x - mean[first]) / sd) / sd;
  const moved = (x: number) => mean.map((m, i) => (i === first ? x : m + slope[i] * (x - mean[first])));
  const [from, to] = [Math.max(low, mean[first] - 9 * sd), Math.min(high, mean[first] + 9 * sd)];
  return integrate((x) => density(x) * inside(moved(x), rest, c, tolerance / 10), from, to, 0, tolerance).value;
}

/** All variables are lines in the first: the values of it that keep every one within ±c are an interval. */
function intervalChance(mean: Float64Array, slope: number[], first: number, sd: number, c: number): number {
  let [low, high] = [-c, c];
  for (let i = 0; i < mean.length; i++) {
    const offset = mean[i] - slope[i] * mean[first];
    if (i === first) continue;
    if (Math.abs(slope[i]) < 1e-9) {
      if (Math.abs(offset) > c) return 0;
      continue;
    }
    const [a, b] = [(-c - offset) / slope[i], (c - offset) / slope[i]];
    low = Math.max(low, Math.min(a, b));
    high = Math.min(high, Math.max(a, b));
  }
  if (low >= high) return 0;
  const [a, b] = [(low - mean[first]) / sd, (high - mean[first]) / sd];
  return a > 0 ? normalUpper(a) - normalUpper(b) : normalUpper(-b) - normalUpper(-a);
}
