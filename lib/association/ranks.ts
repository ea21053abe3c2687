/** Ranks of values from 1, ties sharing their mean rank, and Σ (t³ − t) over the ties. */
export interface Ranks {
  ranks: Float64Array;
  ties: number;
}

export function midRanks(values: ArrayLike<number>): Ranks {
  const sorted = Float64Array.from(values);
  const order = Uint32Array.from(sorted.keys()).sort((a, b) => (sorted[a] ?? 0) - (sorted[b] ?? 0));
  const ranks = new Float64Array(sorted.length);
  let ties = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && sorted[order[to] ?? 0] === sorted[order[from] ?? 0]) to++;
    for (const i of order.subarray(from, to)) ranks[i] = (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { ranks, ties };
}
