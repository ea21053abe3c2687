import { type Contrast, difference } from "./contrast";
import type { Curve } from "./curve";
import { survivalAt } from "./survivalAt";

/**
 * Ŝ(t) of group a less that of group b at one time chosen beforehand, with the interval and test on the plain scale. Null where either
 * group has no follow-up at t; NaN limits where a curve has reached 0. Source: Klein, Logan, Harhoff and Andersen 2007.
 */
export function survivalDifference(a: Curve, b: Curve, t: number, level?: number): Contrast | null {
  const [first, second] = [survivalAt(a, t), survivalAt(b, t)];
  if (!first || !second) return null;
  return difference(
    { value: first.survival, stdErr: first.stdErr },
    { value: second.survival, stdErr: second.stdErr },
    level,
  );
}
