import { groupCountOf, type Subjects } from "./subjects";

/**
 * How many patients of equal weight would tell as much, per group: (Σw)² / Σw², the number of rows where all weights
 * are the same. Rows without a finite time are not counted. Source: Kish, Survey Sampling, 1965.
 */
export function effectiveSize(subjects: Subjects): Float64Array {
  const { time, weight, group } = subjects;
  const groups = groupCountOf(subjects);
  const [sums, squares] = [new Float64Array(groups), new Float64Array(groups)];
  for (let row = 0; row < time.length; row++) {
    const g = group ? group[row] : 0;
    if (g < 0 || !Number.isFinite(time[row])) continue;
    const w = weight ? weight[row] : 1;
    sums[g] += w;
    squares[g] += w * w;
  }
  return sums.map((sum, g) => (squares[g] > 0 ? (sum * sum) / squares[g] : 0));
}
