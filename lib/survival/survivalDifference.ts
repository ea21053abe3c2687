import type { Limits } from "./confidenceLimits";
import { type Contrast, difference, type Tested, tested } from "./contrast";
import type { Curve } from "./curve";
import { type SurvivalAt, survivalAt } from "./survivalAt";

/** A difference with interval and test on the plain scale, and the better ones on the complementary log–log scale. */
export interface SurvivalDifference extends Contrast {
  logLog: Limits & Tested;
}

/**
 * Ŝ(t) of group a less that of group b at one time chosen beforehand. On the plain scale the interval covers too seldom
 * and the test rejects too often in small groups, as about 90 % for 95 at 20 a group with few events. `logLog` has
 * Klein's test of log(−log Ŝ), z positive where a survives more, and an interval of the difference from the log(−log)
 * limits of each group, squared and added: it holds also where nobody of a group had the event, from that group's exact
 * limit, while plain limits and either P are NaN there and where a curve has reached 0. Null where either group has no
 * follow-up at t. Sources: Klein, Logan, Harhoff and Andersen, Stat Med 2007;26:4505–4519; Zou and Donner, Stat Med
 * 2008;27:1693–1702.
 */
export function survivalDifference(a: Curve, b: Curve, t: number, level?: number): SurvivalDifference | null {
  const [first, second] = [survivalAt(a, t, { level }), survivalAt(b, t, { level })];
  if (!first || !second) return null;
  const plain = difference(
    { value: first.survival, stdErr: first.stdErr },
    { value: second.survival, stdErr: second.stdErr },
    level,
  );
  return {
    ...plain,
    logLog: { ...squaredAndAdded(plain.estimate, limitsOf(first), limitsOf(second)), ...kleinTest(first, second) },
  };
}

const limitsOf = ({ survival: value, lower, upper }: SurvivalAt) => ({ value, lower, upper });

/**
 * An interval of a difference from the intervals of its parts: each distance from estimate to limit squared, and added.
 * At least as good as those are. Source: Zou and Donner, Stat Med 2008;27:1693–1702.
 */
export function squaredAndAdded(
  estimate: number,
  a: Limits & { value: number },
  b: Limits & { value: number },
): Limits {
  return {
    lower: estimate - Math.hypot(a.value - a.lower, b.upper - b.value),
    upper: estimate + Math.hypot(a.upper - a.value, b.value - b.lower),
  };
}

function kleinTest(a: SurvivalAt, b: SurvivalAt): Tested {
  const [first, second] = [onLogLog(a), onLogLog(b)];
  return tested((second.value - first.value) / Math.hypot(first.stdErr, second.stdErr));
}

/** log(−log Ŝ) with its standard error; NaN at Ŝ = 0 and 1. */
function onLogLog({ survival, stdErr }: SurvivalAt) {
  const log = Math.log(survival);
  return { value: Math.log(-log), stdErr: stdErr > 0 ? stdErr / survival / -log : Number.NaN };
}
