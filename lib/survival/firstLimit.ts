import { type Curve, standardErrorAt } from "./curve";

type Drawn = Pick<Curve, "survival" | "stdErr" | "greenwood">;

/** So few points are looked at one by one. */
const BLOCK = 64;
/** Far more than the rounding of a limit. */
const ROUNDING = 1e-9;

/**
 * The first point of a curve whose limit is below `most`, −1 without one. Limits can rise where few are left, so a
 * search by halves alone would not do; but within a stretch of points they lie between those of its corners, and most
 * stretches need no closer look.
 */
export function firstLimit(
  curve: Drawn,
  limit: (survival: number, stdErr: number) => number,
  z: number,
  most: number,
): number {
  const { survival } = curve;
  const stdErrAt = standardErrorAt(curve);
  const search = (from: number, to: number): number => {
    if (from === to || !mayHold(curve, from, to, limit, z, most)) return -1;
    if (to - from > BLOCK) {
      const middle = (from + to) >> 1;
      const found = search(from, middle);
      return found === -1 ? search(middle, to) : found;
    }
    for (let i = from; i < to; i++) if (limit(survival[i], stdErrAt(i)) < most) return i;
    return -1;
  };
  return search(0, survival.length);
}

/**
 * Whether a limit in the stretch can be below `most`. Every limit rises with survival and moves one way with its
 * relative standard error r, as long as z·r is at most 1 − survival; beyond, the stretch is looked at.
 */
function mayHold(
  curve: Drawn,
  from: number,
  to: number,
  limit: (survival: number, stdErr: number) => number,
  z: number,
  most: number,
): boolean {
  const high = curve.survival[from];
  const low = curve.survival[to - 1];
  const [small, large] = relativeErrors(curve, from, to);
  if (!(z * large <= 1 - high)) return true;
  const corners = [
    limit(low, low * small),
    limit(low, low * large),
    limit(high, high * small),
    limit(high, high * large),
  ];
  return Math.min(...corners) <= most + ROUNDING;
}

/**
 * Between which the standard errors of a stretch lie, relative to survival. Greenwood's sum only grows; a robust error
 * is looked through.
 */
function relativeErrors(curve: Drawn, from: number, to: number): [number, number] {
  if (curve.greenwood) return [Math.sqrt(curve.greenwood[from]), Math.sqrt(curve.greenwood[to - 1])];
  const { survival, stdErr } = curve;
  let [least, largest] = [stdErr[from], stdErr[from]];
  for (let i = from + 1; i < to; i++) {
    if (stdErr[i] < least) least = stdErr[i];
    else if (!(stdErr[i] <= largest)) largest = stdErr[i];
  }
  return [least / survival[from], largest / survival[to - 1]];
}
