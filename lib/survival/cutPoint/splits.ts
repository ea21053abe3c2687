/** Subjects by ascending value, and the places a cut can be. */
export interface Splits {
  n: number;
  /** Positions in the time order, by ascending value. */
  byValue: Uint32Array;
  /** Cuts: the low group is who has a value of at most `cuts[i]`. */
  cuts: Float64Array;
  /** Size of the low group of each cut. */
  low: Uint32Array;
}

/** Every cut between two distinct values. */
export function splitsOf(byValue: Uint32Array, valueAt: (position: number) => number): Splits {
  const n = byValue.length;
  const cuts: number[] = [];
  const low: number[] = [];
  for (let i = 0; i + 1 < n; i++) {
    const value = valueAt(byValue[i]);
    if (value === valueAt(byValue[i + 1])) continue;
    cuts.push(value);
    low.push(i + 1);
  }
  return { n, byValue, cuts: Float64Array.from(cuts), low: Uint32Array.from(low) };
}

/** Those cuts whose low group is `isAdmissible`. */
export function admissible(splits: Splits, isAdmissible: (low: number) => boolean): Splits {
  const keep = [...splits.low.keys()].filter((i) => isAdmissible(splits.low[i]));
  return {
    ...splits,
    cuts: Float64Array.from(keep, (i) => splits.cuts[i]),
    low: Uint32Array.from(keep, (i) => splits.low[i]),
  };
}

/** Sum of the low group's scores at each cut. */
export function lowSums({ byValue, low }: Splits, scores: Float64Array): Float64Array {
  const sums = new Float64Array(low.length);
  let sum = 0;
  let i = 0;
  low.forEach((size, at) => {
    for (; i < size; i++) sum += scores[byValue[i]];
    sums[at] = sum;
  });
  return sums;
}

/** |sum − mean| / standard deviation of the low group's sum under random order of the scores, at each cut. */
export function standardized(splits: Splits, scores: Float64Array, sums = lowSums(splits, scores)): Float64Array {
  const { n, low } = splits;
  const total = scores.reduce((sum, score) => sum + score, 0);
  const squares = scores.reduce((sum, score) => sum + score * score, 0);
  const spread = (n * squares - total * total) / (n * n * (n - 1));
  return sums.map((sum, i) => Math.abs(sum - (low[i] / n) * total) / Math.sqrt(low[i] * (n - low[i]) * spread));
}

export function indexOfLargest(values: Float64Array): number {
  let found = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[found]) found = i;
  return found;
}
