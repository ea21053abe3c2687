import { atRisk } from "./atRiskTable";
import { confidenceLimits, type IntervalOptions, type Limits } from "./confidenceLimits";
import type { Curve } from "./curve";
import { eventFreeLimits } from "./eventFree";
import { firstFrom } from "./firstFrom";

export interface SurvivalAt extends Limits {
  survival: number;
  /** Of Ŝ(t). */
  stdErr: number;
  /** As in `atRiskTable`: just before t. */
  nRisk: number;
}

/**
 * Ŝ(t) with its confidence limits. Ŝ changes at an event time itself (right-continuous); while nobody has had the event
 * it is 1 with the limits of `eventFreeLimits`, and a group in which everybody has died stays at 0. Null past the last
 * follow-up of others, where nothing is known, and for a curve of nobody. Equals `summary(survfit(…), times = t)` of R,
 * but for these limits and for the number at risk with delayed entry.
 */
export function survivalAt(curve: Curve, t: number, interval: IntervalOptions = {}): SurvivalAt | null {
  const { time, survival, stdErr } = curve;
  const from = firstFrom(time, t);
  if (from === time.length && !hasDiedOut(curve)) return null;
  const at = time[from] === t ? from : from - 1;
  const nRisk = atRisk(curve, t);
  if (at < 0 || survival[at] === 1)
    return { survival: 1, stdErr: 0, ...eventFreeLimits(curve, t, interval.level), nRisk };
  const limits = confidenceLimits(survival[at], stdErr[at], interval);
  return { survival: survival[at], stdErr: stdErr[at], ...limits, nRisk };
}

/** Whether a curve has reached 0, where it stays: its group is not out of follow-up but dead. */
export const hasDiedOut = ({ survival }: Pick<Curve, "survival">): boolean => survival.at(-1) === 0;
