import type { Curve } from "./curve";

/** Points of a curve looked at together. */
const BLOCK = 128;
/** Far more than the rounding of a limit. */
const ROUNDING = 1e-9;

/**
 * The first point of a curve whose limit is the highest that is at most `most`, −1 without one. Limits can rise where few are left, so a search
 * by halves would not do; but within a block of points they lie between those of its corners, and most blocks need no closer look.
 */
export function nearestLimit(
  { survival, stdErr }: Pick<Curve, "survival" | "stdErr">,
  limit: (survival: number, stdErr: number) => number,
  z: number,
  most: number,
): number {
  let found = -1;
  let best = Number.NEGATIVE_INFINITY;
  for (let from = 0; from < survival.length; from += BLOCK) {
    const to = Math.min(survival.length, from + BLOCK);
    if (!mayHold(survival, stdErr, from, to, limit, z, most, best)) continue;
    for (let i = from; i < to; i++) {
      const value = limit(survival[i], stdErr[i]);
      if (value <= most && value > best) {
        best = value;
        found = i;
      }
    }
  }
  return found;
}

/**
 * Whether a limit in the block can be at most `most` and above `best`. Every limit rises with survival and moves one way with its relative
 * standard error r, as long as z·r is at most 1 − survival; beyond, the block is looked at.
 */
function mayHold(
  survival: Float64Array,
  stdErr: Float64Array,
  from: number,
  to: number,
  limit: (survival: number, stdErr: number) => number,
  z: number,
  most: number,
  best: number,
): boolean {
  const high = survival[from];
  const low = survival[to - 1];
  let [least, largest] = [stdErr[from], stdErr[from]];
  for (let i = from + 1; i < to; i++) {
    if (stdErr[i] < least) least = stdErr[i];
    else if (!(stdErr[i] <= largest)) largest = stdErr[i];
  }
  const [small, large] = [least / high, largest / low];
  if (!(z * large <= 1 - high)) return true;
  const corners = [
    limit(low, low * small),
    limit(low, low * large),
    limit(high, high * small),
    limit(high, high * large),
  ];
  return Math.min(...corners) <= most + ROUNDING && Math.max(...corners) >= best - ROUNDING;
}
