import { type AtRisk, atRisk } from "./atRiskTable";
import type { Limits } from "./confidenceLimits";
import { enteredBy } from "./entered";

/**
 * What of a curve the limits of an event-free stretch need; without `greenwood` its numbers are no counts of patients.
 */
export type Counted = AtRisk & { nEvent: Float64Array; nCensor: Float64Array; greenwood?: Float64Array };

/**
 * Limits of the probability 1 of a group in which nobody had the event from `from` to t, whose standard error 0 says
 * nothing: 1 above, below (α/2)^(1/m) of the fewest m at risk at any time between, Clopper and Pearson's limit for m of
 * m. It never covers too seldom: where the probability is S, nobody fails with a chance of at most S^m, whatever the
 * censoring and the entries. At the start survival is 1. NaN with sampling weights. Source: Clopper and Pearson,
 * Biometrika 1934;26:404–413; equals `binom.test(m, m)$conf.int` of R.
 */
export const eventFreeLimits = (curve: Counted, t: number, level?: number, from = 0): Limits =>
  eventFreeLimitsFrom(curve, level, from)(t);

/** The same at one time after the other, ascending. */
export function eventFreeLimitsFrom(curve: Counted, level = 0.95, from = 0): (t: number) => Limits {
  const fewest = fewestAtRiskFrom(curve, from);
  return (t) => {
    if (t <= from) return { lower: 1, upper: 1 };
    if (!curve.greenwood) return { lower: Number.NaN, upper: Number.NaN };
    return { lower: ((1 - level) / 2) ** (1 / fewest(t)), upper: 1 };
  };
}

/**
 * The fewest at risk at any time after `from` (but not before anybody entered) up to t; to be asked in ascending order.
 */
export function fewestAtRiskFrom(curve: Omit<Counted, "greenwood">, from: number): (t: number) => number {
  const { time, nEvent, nCensor, entered } = curve;
  if (!entered) return (t) => atRisk(curve, t);
  const begin = Math.max(from, entered.time[0] ?? Number.POSITIVE_INFINITY);
  let i = 0;
  let ended = 0;
  for (; i < time.length && time[i] <= begin; i++) ended += nEvent[i] + nCensor[i];
  // Fewest are at risk at t itself, just after the beginning, or just after somebody's end.
  let fewest = enteredBy(entered, begin) - ended;
  return (t) => {
    for (; i < time.length && time[i] < t; i++) {
      ended += nEvent[i] + nCensor[i];
      fewest = Math.min(fewest, enteredBy(entered, time[i]) - ended);
    }
    return t > begin ? Math.min(fewest, atRisk(curve, t)) : 0;
  };
}
