import { numberAt } from "../../numeric/nth";
import { type Curve, confidenceLimits, eventFreeLimits, type IntervalOptions, survivalAt } from "../../survival";

/** Probability of being without the event at `t` for those without it, and still followed, past `given`. */
export interface GivenAlive {
  survival: number;
  /** Null where Ŝ is 0 or the curve is of sampling weights. */
  lower: number | null;
  upper: number | null;
}

/**
 * Ŝ(t) / Ŝ(given) of one curve with limits from the Greenwood sum between the two times; null where nobody is followed
 * so long. Equals `conditionalSurvival` of lib/survival, from the curve alone, so that a pointer can read it.
 */
export function givenAlive(curve: Curve, given: number, t: number, interval: IntervalOptions): GivenAlive | null {
  const [from, to] = [survivalAt(curve, given), survivalAt(curve, t)];
  if (!from || !to || from.survival === 0 || t < given) return null;
  const survival = to.survival / from.survival;
  const variance = greenwoodBetween(curve, given, t);
  const robust = Math.abs(greenwoodBetween(curve, -1, given) - (from.stdErr / from.survival) ** 2) > 1e-9;
  if (t === given) return { survival, lower: survival, upper: survival };
  if (variance === 0) {
    const { lower, upper } = eventFreeLimits(curve, t, interval.level, given);
    return { survival, lower: Number.isNaN(lower) ? null : lower, upper: Number.isNaN(upper) ? null : upper };
  }
  const { lower, upper } = confidenceLimits(survival, survival * Math.sqrt(variance), interval);
  if (robust || Number.isNaN(lower) || Number.isNaN(upper)) return { survival, lower: null, upper: null };
  return { survival, lower, upper };
}

/** Sum of d / (n (n − d)) over the events after `from` up to and including `to`. */
function greenwoodBetween({ time, nRisk, nEvent }: Curve, from: number, to: number): number {
  let sum = 0;
  for (let at = 0; at < time.length && numberAt(time, at) <= to; at++)
    if (numberAt(time, at) > from && numberAt(nEvent, at) > 0)
      sum += numberAt(nEvent, at) / (numberAt(nRisk, at) * (numberAt(nRisk, at) - numberAt(nEvent, at)));
  return sum;
}
