import { logGamma } from "../numeric/gamma";

/** An odds ratio by conditional likelihood; 0 and ∞ are estimates, NaN where a margin is empty. */
export interface OddsRatio {
  estimate: number;
  lower: number;
  upper: number;
}

/** The conditional odds ratio alone: 0 and ∞ are estimates, NaN where a margin is empty. */
export function conditionalOddsRatio(a: number, b: number, c: number, d: number): number {
  const { least, most, under } = noncentral(a, b, c, d);
  if (hasEmptyMargin(a, b, c, d)) return Number.NaN;
  return a === least ? 0 : a === most ? Number.POSITIVE_INFINITY : Math.exp(risingRoot((t) => under(t).mean - a));
}

const hasEmptyMargin = (a: number, b: number, c: number, d: number) =>
  [a + b, c + d, a + c, b + d].some((margin) => margin === 0);

/**
 * The odds ratio of [[a, b], [c, d]] and its exact interval, conditional on the margins, as R's `fisher.test` gives
 * them (which is not ad/bc).
 * Source: Fisher 1935; Mehta and Patel, as in R's documentation.
 */
export function exactOddsRatio(a: number, b: number, c: number, d: number, level: number): OddsRatio {
  if (hasEmptyMargin(a, b, c, d)) return { estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  const { least, most, under } = noncentral(a, b, c, d);
  const tail = (1 - level) / 2;
  return {
    estimate: conditionalOddsRatio(a, b, c, d),
    lower: a === least ? 0 : Math.exp(risingRoot((t) => under(t).from - tail)),
    upper: a === most ? Number.POSITIVE_INFINITY : Math.exp(risingRoot((t) => tail - under(t).upTo)),
  };
}

/** The values that the first cell can have with these margins, and how they are spread under an odds ratio. */
function noncentral(a: number, b: number, c: number, d: number) {
  const least = Math.max(0, a - d);
  const most = Math.min(a + b, a + c);
  const logs = Array.from({ length: most - least + 1 }, (_, i) => {
    const x = least + i;
    return -[x, a + b - x, a + c - x, d - a + x].reduce((sum, count) => sum + logGamma(count + 1), 0);
  });
  /** Of the cell's value under a log odds ratio: its mean, and how likely it is to be at least, and at most, `a`. */
  const under = (logRatio: number) => {
    const terms = logs.map((log, i) => log + i * logRatio);
    const top = Math.max(...terms);
    let [all, sum, upTo, from] = [0, 0, 0, 0];
    for (const [i, term] of terms.entries()) {
      const weight = Math.exp(term - top);
      all += weight;
      sum += weight * (least + i);
      if (least + i <= a) upTo += weight;
      if (least + i >= a) from += weight;
    }
    return { mean: sum / all, upTo: upTo / all, from: from / all };
  };
  return { least, most, under };
}

/** Where a rising function is 0, by halving after the bounds are widened. */
function risingRoot(f: (t: number) => number): number {
  let low = -1;
  let high = 1;
  while (f(low) > 0) low *= 2;
  while (f(high) < 0) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-15 * Math.max(1, Math.abs(low)); i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
