import { indexOfLargest, type Splits, standardized } from "./splits";

/** Beyond this many subjects the table of sums is too large. */
const MOST_SUBJECTS = 200;

/**
 * The bound of Hothorn and Lausen on the exact conditional P of the largest statistic, from the distribution of the low
 * group's sum of scores over all orders: the chances to exceed it at each cut, less those to have exceeded it with one
 * subject fewer and be unable to return. Scores are taken as whole numbers from 0 to n first, and it is the statistic
 * of these that is judged. Null beyond 200 subjects, or with a single cut. Equals `maxstat.test(…, pmethod = "HL")` of
 * R. Source: Hothorn and Lausen 2003.
 */
export function hothornLausen(splits: Splits, scores: Float64Array): number | null {
  const { n, low } = splits;
  if (n > MOST_SUBJECTS || low.length < 2) return null;
  const whole = wholeScores(scores);
  const statistics = standardized(splits, whole);
  const largest = statistics[indexOfLargest(statistics)];
  const sums = sumDistribution(whole, low[low.length - 1]);
  let p = 0;
  for (const m of low) {
    p += sums.chanceBeyond(m, largest);
    if (m > low[0]) p -= sums.chanceStuck(m - 1, largest);
  }
  return Math.min(1, p);
}

function wholeScores(scores: Float64Array): Float64Array {
  const least = scores.reduce((a, b) => Math.min(a, b));
  const range = scores.reduce((a, b) => Math.max(a, b)) - least;
  return scores.map((score) => Math.round(((score - least) * scores.length) / range));
}

/** Distribution of the sum of m of the whole-number scores drawn at random, for m up to `most`. */
function sumDistribution(scores: Float64Array, most: number) {
  const n = scores.length;
  const total = scores.reduce((sum, score) => sum + score, 0);
  const squares = scores.reduce((sum, score) => sum + score * score, 0);
  const highest = Math.max(...scores);
  const ways = waysToSum(scores, total, most);
  const mean = (m: number) => (m / n) * total;
  const sd = (m: number) => Math.sqrt(((m * (n - m)) / (n * n * (n - 1))) * (n * squares - total * total));
  // The observed sum itself does not exceed, whichever way its statistic was rounded.
  const exceeds = (m: number, s: number, b: number) => ways[m][s] > 0 && Math.abs(s - mean(m)) / sd(m) > b + 1e-9;
  const chance = (m: number, counts: (s: number) => boolean) => {
    let sum = 0;
    for (let s = 1; s <= total; s++) if (counts(s)) sum += ways[m][s];
    return sum / choose(n, m);
  };
  const isStuck = (m: number, s: number, b: number) => {
    const next = s < mean(m) ? s + highest : s;
    return s !== mean(m) && next <= total && exceeds(m + 1, next, b);
  };
  return {
    chanceBeyond: (m: number, b: number) => chance(m, (s) => exceeds(m, s, b)),
    /** To exceed b with m, and with m + 1 even if the next score is the one that leads back furthest. */
    chanceStuck: (m: number, b: number) => chance(m, (s) => exceeds(m, s, b) && isStuck(m, s, b)),
  };
}

/** `ways[m][s]`: in how many ways m of the scores sum to s. */
function waysToSum(scores: Float64Array, total: number, most: number): Float64Array[] {
  const ways = Array.from({ length: most + 1 }, () => new Float64Array(total + 1));
  ways[0][0] = 1;
  scores.forEach((score, i) => {
    for (let m = Math.min(i + 1, most); m > 0; m--) {
      const [to, from] = [ways[m], ways[m - 1]];
      for (let s = score; s <= total; s++) to[s] += from[s - score];
    }
  });
  return ways;
}

function choose(n: number, m: number): number {
  let product = 1;
  for (let i = 1; i <= m; i++) product *= (n - m + i) / i;
  return product;
}
