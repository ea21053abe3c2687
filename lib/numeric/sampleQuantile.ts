/**
 * The p-quantile of values in rising order, without NaN: linear between order statistics, as R's `quantile(type = 7)`;
 * NaN of none. With `counts`, whole numbers, each value stands there so many times.
 */
export function sampleQuantile(sorted: ArrayLike<number>, p: number, counts?: ArrayLike<number>): number {
  if (counts) return countedQuantile(sorted, counts, p);
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

function countedQuantile(sorted: ArrayLike<number>, counts: ArrayLike<number>, p: number): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i];
  if (total === 0) return Number.NaN;
  const place = (total - 1) * p;
  const below = Math.floor(place);
  let i = 0;
  let end = counts[0];
  while (end <= below) end += counts[++i];
  const low = sorted[i];
  if (below + 1 >= total) return low;
  while (end <= below + 1) end += counts[++i];
  return low + (place - below) * (sorted[i] - low);
}
