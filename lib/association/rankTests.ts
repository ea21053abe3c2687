import { tTwoSided } from "../numeric/beta";
import { chiSquareUpper } from "../numeric/chiSquare";
import { normalTwoSided } from "../numeric/normal";
import { midRanks } from "./ranks";

/** Values of each group, without missing ones. */
export type GroupsOfValues = readonly ArrayLike<number>[];

export interface RankSumTest {
  /** Pairs in which the first group's value is above the second's, ties as half: R's W. */
  w: number;
  p: number;
  exact: boolean;
}

/**
 * Wilcoxon's rank sum test of two groups, two-sided: exact without ties and with fewer than 50 values in each, else by
 * the normal approximation with continuity correction, as R's `wilcox.test` decides. P is NaN where a group is empty or
 * all values are equal. Sources: Wilcoxon 1945; Mann and Whitney 1947.
 */
export function rankSumTest(first: ArrayLike<number>, second: ArrayLike<number>): RankSumTest {
  const [m, n] = [first.length, second.length];
  const { ranks, ties } = midRanks([...Array.from(first), ...Array.from(second)]);
  const w = ranks.subarray(0, m).reduce((sum, rank) => sum + rank, 0) - (m * (m + 1)) / 2;
  if (m === 0 || n === 0) return { w, p: Number.NaN, exact: false };
  if (ties === 0 && m < 50 && n < 50) {
    const tail = lowerTail(Math.min(w, m * n - w), m, n);
    return { w, p: Math.min(1, 2 * tail), exact: true };
  }
  const variance = ((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1)));
  const distance = Math.abs(w - (m * n) / 2);
  const z = (distance === 0 ? 0 : distance - 0.5) / Math.sqrt(variance);
  return { w, p: variance > 0 ? normalTwoSided(z) : Number.NaN, exact: false };
}

/** P(W ≤ w) without ties: of all choices of m ranks of m + n, those that sum to no more. */
function lowerTail(w: number, m: number, n: number): number {
  const most = m * n;
  // ways[k] after i steps: partitions of k into at most i parts of at most n, as shares of all.
  let shares = new Float64Array(most + 1);
  shares[0] = 1;
  for (let i = 1; i <= m; i++) {
    const next = shares.slice();
    // (1 − x^(n + i)) / (1 − x^i), a factor of the Gaussian binomial coefficient.
    for (let k = most; k >= n + i; k--) next[k] = (next[k] ?? 0) - (shares[k - n - i] ?? 0);
    for (let k = i; k <= most; k++) next[k] = (next[k] ?? 0) + (next[k - i] ?? 0);
    const scale = i / (n + i);
    shares = next.map((share) => share * scale);
  }
  let sum = 0;
  for (let k = 0; k <= w; k++) sum += shares[k] ?? 0;
  return sum;
}

export interface KruskalWallisTest {
  h: number;
  df: number;
  p: number;
}

/**
 * Kruskal and Wallis' rank test of two or more groups, corrected for ties, as R's `kruskal.test`. Empty groups count
 * for nothing.
 */
export function kruskalWallisTest(groups: GroupsOfValues): KruskalWallisTest {
  const filled = groups.filter((values) => values.length > 0);
  const { ranks, ties } = midRanks(filled.flatMap((values) => Array.from(values)));
  const n = ranks.length;
  let from = 0;
  let sum = 0;
  for (const { length } of filled) {
    const total = ranks.subarray(from, from + length).reduce((all, rank) => all + rank, 0);
    sum += (total - (length * (n + 1)) / 2) ** 2 / length;
    from += length;
  }
  const h = (sum * 12) / (n * (n + 1)) / (1 - ties / (n ** 3 - n));
  const df = filled.length - 1;
  return { h, df, p: df > 0 ? chiSquareUpper(h, df) : Number.NaN };
}

export interface RankTrendTest {
  /** Positive where values rise with the groups' order. */
  z: number;
  p: number;
}

/**
 * Jonckheere and Terpstra's test of values that rise or fall with the order of the groups, with ties, by the normal
 * approximation: the test of Kendall's τ of value and group, as R's `cor.test(method = "kendall", exact = FALSE)`.
 * Sources: Terpstra 1952; Jonckheere 1954; Kendall, Rank Correlation Methods.
 */
export function jonckheereTest(groups: GroupsOfValues): RankTrendTest {
  const values = groups.flatMap((group) => Array.from(group));
  const labels = groups.flatMap((group, i) => Array.from(group, () => i));
  const n = values.length;
  let concordance = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++)
      concordance += Math.sign((values[i] ?? 0) - (values[j] ?? 0)) * Math.sign((labels[i] ?? 0) - (labels[j] ?? 0));
  const sizes = [runs(values), runs(labels)];
  const sums = (term: (t: number) => number) => sizes.map((run) => run.reduce((sum, t) => sum + term(t), 0));
  const product = (term: (t: number) => number) => sums(term).reduce((a, b) => a * b, 1);
  const v = (t: number) => t * (t - 1) * (2 * t + 5);
  const total = v(n) - sums(v).reduce((a, b) => a + b, 0);
  const variance =
    total / 18 +
    product((t) => t * (t - 1)) / (2 * n * (n - 1)) +
    product((t) => t * (t - 1) * (t - 2)) / (9 * n * (n - 1) * (n - 2));
  const z = concordance / Math.sqrt(variance);
  return { z, p: normalTwoSided(z) };
}

function runs(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

/** Spearman's rank correlation and its P by Student's t, as R's `cor.test(method = "spearman", exact = FALSE)`. */
export function spearmanTest(x: ArrayLike<number>, y: ArrayLike<number>): { rho: number; p: number } {
  const [a, b] = [midRanks(x).ranks, midRanks(y).ranks];
  const middle = (a.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [i, rank] of a.entries()) {
    const [dx, dy] = [rank - middle, (b[i] ?? Number.NaN) - middle];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  const rho = xy / Math.sqrt(xx * yy);
  const df = a.length - 2;
  return { rho, p: df > 0 ? tTwoSided(rho / Math.sqrt(((1 - rho) * (1 + rho)) / df), df) : Number.NaN };
}
