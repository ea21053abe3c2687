import type { Limits } from "./confidenceLimits";

/** How two medians differ, with percentile intervals of resamples. */
export interface MedianContrast {
  /** a − b. */
  difference: Limits & { estimate: number };
  /** a / b. */
  ratio: Limits & { estimate: number };
  /** Of the resamples those in which a median was not reached: of a, of b, and of both at once. */
  notReached: { a: number; b: number; both: number };
}

/** A median and those of its resamples, ∞ where one is not reached. */
export interface Resampled {
  median: number;
  resamples: Float64Array;
}

/**
 * Difference and ratio of two medians that are reached, each with the percentile interval of as many resamples of
 * either: the k-th smallest and the k-th largest, k = ⌊(B + 1) α / 2⌋ of B. No resample is dropped: one in which a alone is not
 * reached has the difference ∞, one in which b alone is not has −∞ (ratio 0), and where neither is, which could be
 * anything, it counts as the lowest for the lower limit and as the highest for the upper one. A limit that falls on one
 * of these is NaN, as are both where k is 0. A ratio to a median of 0 has neither. Sources: Efron 1981; Efron and
 * Tibshirani 1993.
 */
export function contrastMedians(a: Resampled, b: Resampled, level = 0.95): MedianContrast {
  const notReached = { a: 0, b: 0, both: 0 };
  const isLost = (value: number) => value === Number.POSITIVE_INFINITY;
  for (const [i, own] of a.resamples.entries()) {
    const other = b.resamples[i];
    if (isLost(own)) notReached.a++;
    if (isLost(other)) notReached.b++;
    if (isLost(own) && isLost(other)) notReached.both++;
  }
  const over = (x: number, y: number) => x / y;
  return {
    difference: {
      estimate: a.median - b.median,
      ...percentiles(
        a.resamples.map((x, i) => x - b.resamples[i]),
        level,
        Number.NEGATIVE_INFINITY,
      ),
    },
    ratio: {
      estimate: b.median > 0 ? over(a.median, b.median) : Number.NaN,
      ...(b.median > 0
        ? percentiles(
            a.resamples.map((x, i) => over(x, b.resamples[i])),
            level,
            0,
          )
        : { lower: Number.NaN, upper: Number.NaN }),
    },
    notReached,
  };
}

/** The limits among values of which some are NaN and may be anything; `least` is what a value is at least. */
function percentiles(values: Float64Array, level: number, least: number): Limits {
  const rank = Math.floor(((values.length + 1) * (1 - level)) / 2 + 1e-9);
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const unknown = values.length - known.length;
  const at = (place: number) => {
    const value = known[place];
    return rank < 1 || value === undefined || value === least || value === Number.POSITIVE_INFINITY
      ? Number.NaN
      : value;
  };
  return { lower: at(rank - 1 - unknown), upper: at(values.length - rank) };
}
