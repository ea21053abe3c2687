import { fUpper, tTwoSided } from "../numeric/beta";
import type { GroupsOfValues } from "./rankTests";

/** A sample's size, mean and variance with n − 1; NaN where they are not defined. */
export interface Moments {
  n: number;
  mean: number;
  variance: number;
}

export function moments(values: ArrayLike<number>): Moments {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += ((values[i] ?? 0) - mean) / (i + 1);
  let squares = 0;
  for (let i = 0; i < n; i++) squares += ((values[i] ?? 0) - mean) ** 2;
  return { n, mean: n > 0 ? mean : Number.NaN, variance: n > 1 ? squares / (n - 1) : Number.NaN };
}

export interface WelchTest {
  t: number;
  df: number;
  p: number;
}

/**
 * Welch's t test of two means, two-sided, as R's `t.test`. NaN where a group has fewer than two values or nothing
 * varies. Source: Welch 1947.
 */
export function welchTest(first: ArrayLike<number>, second: ArrayLike<number>): WelchTest {
  const [a, b] = [moments(first), moments(second)];
  const [va, vb] = [a.variance / a.n, b.variance / b.n];
  const t = (a.mean - b.mean) / Math.sqrt(va + vb);
  const df = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  return { t, df, p: va + vb > 0 ? tTwoSided(t, df) : Number.NaN };
}

export interface WelchOneWay {
  f: number;
  df1: number;
  df2: number;
  p: number;
}

/**
 * Welch's one-way test of several means without equal variances, as R's `oneway.test`. NaN where a group has fewer than
 * two values. Source: Welch 1951.
 */
export function welchOneWay(groups: GroupsOfValues): WelchOneWay {
  const all = groups.filter((values) => values.length > 0).map(moments);
  const k = all.length;
  const weights = all.map(({ n, variance }) => n / variance);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mean = all.reduce((sum, { mean }, i) => sum + ((weights[i] ?? 0) / total) * mean, 0);
  const spread = all.reduce((sum, { n }, i) => sum + (1 - (weights[i] ?? 0) / total) ** 2 / (n - 1), 0) / (k * k - 1);
  const between = all.reduce((sum, { mean: m }, i) => sum + (weights[i] ?? 0) * (m - mean) ** 2, 0);
  const f = between / ((k - 1) * (1 + 2 * (k - 2) * spread));
  const df2 = 1 / (3 * spread);
  return { f, df1: k - 1, df2, p: k > 1 && Number.isFinite(f) ? fUpper(f, k - 1, df2) : Number.NaN };
}
