import { atRisk } from "./atRiskTable";
import { confidenceLimits, type IntervalOptions, type Limits } from "./confidenceLimits";
import type { Curve } from "./curve";
import { firstFrom } from "./firstFrom";

export interface SurvivalAt extends Limits {
  survival: number;
  /** Of Ŝ(t). */
  stdErr: number;
  /** As in `atRiskTable`: just before t. */
  nRisk: number;
}

/**
 * Ŝ(t) with its confidence limits. Ŝ changes at an event time itself (right-continuous); before the first time of the curve it is 1
 * with limits 1 and 1. Null past the last follow-up, where nothing is known, and for a curve of nobody.
 * Equals `summary(survfit(…), times = t)` of R, but for the number at risk with delayed entry.
 */
export function survivalAt(curve: Curve, t: number, interval: IntervalOptions = {}): SurvivalAt | null {
  const { time, survival, stdErr } = curve;
  const from = firstFrom(time, t);
  if (from === time.length) return null;
  const at = time[from] === t ? from : from - 1;
  if (at < 0) return { survival: 1, stdErr: 0, lower: 1, upper: 1, nRisk: atRisk(curve, t) };
  return {
    survival: survival[at],
    stdErr: stdErr[at],
    ...confidenceLimits(survival[at], stdErr[at], interval),
    nRisk: atRisk(curve, t),
  };
}
