import { type Integral, integrate } from "./integrate";
import { normalDensity, normalTwoSided, normalUpper } from "./normal";

/**
 * Error allowed the outer integral, relative to the chance of one tail; chances given a value in the tail are a hundred
 * times as exact.
 */
const TOLERANCE = 1e-5;
/** A conditional variance below this is none. */
const DETERMINED = 1e-10;
/** Standard deviations past which nothing is left. */
const FAR = 8;

/**
 * P that the largest in absolute value of jointly normal variables with variance 1 exceeds c, from their correlation
 * matrix (row-major, size × size; it may be singular). The sum over variables of the chance to exceed c where those
 * before do not: tails only, so that small P keep their digits. For a few variables: the time grows a hundredfold with
 * each that is not determined by others.
 */
export function largestNormalUpper(c: number, correlation: Float64Array, size: number): Integral {
  const tail = normalUpper(c);
  const end = Math.sqrt(c * c + FAR * FAR);
  let value = normalTwoSided(c);
  let error = 0;
  for (let i = 1; i < size; i++) {
    const inside = insideGiven(correlation, size, i, c);
    const part = integrate(
      (z) => normalDensity(z) * inside(z),
      c,
      end,
      { relative: 0, absolute: TOLERANCE * tail },
      panels(end - c),
    );
    value += 2 * part.value;
    error += 2 * (part.error + (TOLERANCE / 10) * tail);
  }
  return { value: Math.min(1, value), error };
}

/** One standard deviation each. */
const panels = (length: number) => Math.max(1, Math.ceil(length));

/** P that the variables before `given` all lie within ±c, as a function of the value of that one. */
function insideGiven(correlation: Float64Array, size: number, given: number, c: number): (z: number) => number {
  const slope = Float64Array.from({ length: given }, (_, j) => correlation[j * size + given]);
  const covariance = Array.from(slope, (_, j) => slope.map((s, k) => correlation[j * size + k] - slope[j] * s));
  const directions = factors(covariance);
  return (z) =>
    inside(
      slope.map((s) => s * z),
      directions,
      0,
      c,
    );
}

interface Direction {
  /** What one standard deviation in this direction adds to each variable, the first it moves among them. */
  step: Float64Array;
  first: number;
}

/**
 * Independent standard normal directions that the variables are sums of: always the one that varies most, given those
 * before.
 */
function factors(covariance: Float64Array[]): Direction[] {
  const variance = (i: number) => covariance[i][i];
  const first = covariance.reduce((best, _, i) => (variance(i) > variance(best) ? i : best), 0);
  if (variance(first) < DETERMINED) return [];
  const step = Float64Array.from(covariance, (row) => row[first] / Math.sqrt(variance(first)));
  const rest = covariance.map((row, i) =>
    i === first ? row.map(() => 0) : row.map((value, j) => (j === first ? 0 : value - step[i] * step[j])),
  );
  return [{ step, first }, ...factors(rest)];
}

/** P that all lie within ±c from direction `from` on, given what the directions before add up to. */
function inside(sum: Float64Array, directions: Direction[], from: number, c: number): number {
  if (directions.length === 0) return sum.every((value) => Math.abs(value) <= c) ? 1 : 0;
  const { step, first } = directions[from];
  if (from === directions.length - 1) return intervalChance(sum, step, c);
  const moved = new Float64Array(sum.length);
  const low = Math.max(-FAR, (-c - sum[first]) / step[first]);
  const high = Math.min(FAR, (c - sum[first]) / step[first]);
  const density = (x: number) => {
    for (let i = 0; i < sum.length; i++) moved[i] = sum[i] + step[i] * x;
    return normalDensity(x) * inside(moved, directions, from + 1, c);
  };
  return integrate(density, low, high, { relative: 0, absolute: TOLERANCE / 100 }, panels(high - low)).value;
}

/** The values of the last direction that keep every variable within ±c are an interval. */
function intervalChance(sum: Float64Array, step: Float64Array, c: number): number {
  let [low, high] = [-FAR, FAR];
  for (let i = 0; i < sum.length; i++) {
    if (Math.abs(step[i]) < 1e-7) {
      if (Math.abs(sum[i]) > c + 1e-7) return 0;
      continue;
    }
    const [a, b] = [(-c - sum[i]) / step[i], (c - sum[i]) / step[i]];
    low = Math.max(low, Math.min(a, b));
    high = Math.min(high, Math.max(a, b));
  }
  if (low >= high) return 0;
  return low > 0 ? normalUpper(low) - normalUpper(high) : normalUpper(-high) - normalUpper(-low);
}
