/** P values adjusted for their number, in the order given. */
export interface AdjustedP {
  holm: Float64Array;
  benjaminiHochberg: Float64Array;
  bonferroni: Float64Array;
}

/**
 * Adjusts P values for multiple testing; NaN stays NaN and does not count. Equals R's `p.adjust` with "holm", "BH" and
 * "bonferroni". Sources: Holm 1979; Benjamini and Hochberg 1995.
 */
export function adjustedP(p: ArrayLike<number>): AdjustedP {
  const values = Float64Array.from(p);
  const ascending = [...values.keys()].filter((i) => !Number.isNaN(values[i])).sort((a, b) => values[a] - values[b]);
  const m = ascending.length;
  const holm = new Float64Array(values.length).fill(Number.NaN);
  const benjaminiHochberg = holm.slice();
  let most = 0;
  for (let rank = 0; rank < m; rank++) {
    most = Math.max(most, (m - rank) * values[ascending[rank]]);
    holm[ascending[rank]] = Math.min(1, most);
  }
  let least = 1;
  for (let rank = m - 1; rank >= 0; rank--) {
    least = Math.min(least, (m / (rank + 1)) * values[ascending[rank]]);
    benjaminiHochberg[ascending[rank]] = least;
  }
  return { holm, benjaminiHochberg, bonferroni: values.map((value) => Math.min(1, m * value)) };
}
