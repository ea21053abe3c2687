import { inChunks } from "../numeric/chunks";

/** R's `sqrt(.Machine$double.eps)`. */
export const TIE_TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * Whether neighbors among distinct times with this gap are taken as equal: at most 1.5e-8, or 1.5e-8 times the mean
 * absolute value. Equals `aeqSurv` of R's survival package, its `timefix`.
 */
export const isTie = (gap: number, mean: number): boolean => gap <= TIE_TOLERANCE || gap / mean <= TIE_TOLERANCE;

/** Mean absolute value of the distinct ones among ascending values. */
export function meanOfDistinct(ascending: Float64Array): number {
  const tally = { sum: 0, count: 0, last: Number.NaN };
  inChunks(ascending.length, (from, to) => addDistinct(tally, ascending, from, to));
  return tally.sum / tally.count;
}

function addDistinct(
  tally: { sum: number; count: number; last: number },
  ascending: Float64Array,
  from: number,
  to: number,
): void {
  let { sum, count, last } = tally;
  for (let i = from; i < to; i++) {
    const value = ascending[i];
    if (value === last) continue;
    sum += Math.abs(value);
    count++;
    last = value;
  }
  tally.sum = sum;
  tally.count = count;
  tally.last = last;
}
