import { gaussLegendre } from "../../numeric/gaussLegendre";
import { normalDensity, normalTwoSided, normalUpper } from "../../numeric/normal";

/** Beyond this many nodes times cuts the sum is not worth its time. */
const MOST_WORK = 3e6;

/**
 * P that the largest of the standardized statistics exceeds `largest` in absolute value when they are jointly normal
 * with the correlation of sums of a random order, √(m₁(n − m₂) / ((n − m₁) m₂)) for low groups of m₁ < m₂: the exact
 * Gaussian approximation of Hothorn and Lausen 2003. That correlation makes the statistics a Markov chain, so the
 * integral over all cuts is one over each cut after the other (`maxstat` of R integrates by quasi-random numbers, to
 * about 0.001). Null where there are too many cuts for that.
 */
export function gaussianMaximum(largest: number, n: number, low: ArrayLike<number>): number | null {
  const correlation = (i: number) => Math.sqrt((low[i] * (n - low[i + 1])) / ((n - low[i]) * low[i + 1]));
  let narrowest = 1;
  for (let i = 0; i + 1 < low.length; i++) narrowest = Math.min(narrowest, Math.sqrt(1 - correlation(i) ** 2));
  const size = Math.max(40, Math.ceil((4 * largest) / narrowest));
  if (size * low.length > MOST_WORK) return null;
  const { nodes, weights } = gaussLegendre(size);
  const z = nodes.map((x) => largest * x);
  let mass: Float64Array = z.map((x, i) => largest * weights[i] * normalDensity(x));
  let p = normalTwoSided(largest);
  for (let i = 0; i + 1 < low.length; i++) {
    const rho = correlation(i);
    p += leaving(mass, z, rho, largest);
    mass = moved(mass, z, weights, rho, largest);
  }
  return Math.min(1, p);
}

/** Mass within ±b that the next step takes outside. */
function leaving(mass: Float64Array, z: Float64Array, rho: number, b: number): number {
  const sd = Math.sqrt(1 - rho * rho);
  return mass.reduce(
    (sum, m, i) => sum + m * (normalUpper((b - rho * z[i]) / sd) + normalUpper((b + rho * z[i]) / sd)),
    0,
  );
}

/** Mass at each node after the next step, of what stays within ±b. Past 9 standard deviations nothing arrives. */
function moved(mass: Float64Array, z: Float64Array, weights: Float64Array, rho: number, b: number): Float64Array {
  const sd = Math.sqrt(1 - rho * rho);
  const next = new Float64Array(mass.length);
  let first = 0;
  for (let j = 0; j < next.length; j++) {
    while (first < mass.length && rho * z[first] < z[j] - 9 * sd) first++;
    let sum = 0;
    for (let i = first; i < mass.length && rho * z[i] <= z[j] + 9 * sd; i++)
      sum += mass[i] * normalDensity((z[j] - rho * z[i]) / sd);
    next[j] = (b * weights[j] * sum) / sd;
  }
  return next;
}
