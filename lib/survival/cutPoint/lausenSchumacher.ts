import { normalDensity, normalTwoSided } from "../../numeric/normal";

/**
 * P of the largest standardized statistic over cuts in [min, max] of the distribution. 1 below 1. Source: Lausen and
 * Schumacher 1992.
 */
export function lausenSchumacher1992(largest: number, min: number, max: number): number {
  if (largest < 1) return 1;
  const density = normalDensity(largest);
  return clampToOne(
    (4 * density) / largest + density * (largest - 1 / largest) * Math.log((max * (1 - min)) / ((1 - max) * min)),
  );
}

/**
 * The improved Bonferroni bound on the same P from the sizes of the low groups that were tried. Source: Lausen,
 * Sauerbrei and Schumacher 1994.
 */
export function lausenSchumacher1994(largest: number, n: number, low: ArrayLike<number>): number {
  const square = largest * largest;
  let sum = 0;
  for (let i = 0; i + 1 < low.length; i++) {
    const t = Math.sqrt(1 - (low[i] * (n - low[i + 1])) / ((n - low[i]) * low[i + 1]));
    sum += (Math.exp(-square / 2) / Math.PI) * (t - ((square / 4 - 1) * t ** 3) / 6);
  }
  return Math.min(1, normalTwoSided(largest) + sum);
}

const clampToOne = (p: number) => Math.min(1, Math.max(0, p));
