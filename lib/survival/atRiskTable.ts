import type { Curve } from "./curve";
import { enteredBefore } from "./entered";
import { firstFrom } from "./firstFrom";

/** Counts of a group just before each of some times; the four add up to its size at every time. */
export interface AtRiskTable {
  nRisk: Float64Array;
  /** Events before each time. */
  nEvent: Float64Array;
  /** Other endings (censored, competing) before each time. */
  nCensor: Float64Array;
  /** With delayed entry: those who come under observation at that time or later. */
  nLater: Float64Array;
}

/**
 * The numbers under a survival figure, at each of `times` (in any order), all just before the time: at risk at t is who
 * entered before t and ends at t or later, at 0 who is observed from 0; events, other endings and entries count before
 * and from t on. A patient whose follow-up ends at t is thus at risk at t and among the endings later. nRisk + nEvent +
 * nCensor + nLater is the same at every time, n but for sampling weights.
 *
 * Without delayed entry nRisk equals n.risk of `summary(survfit(…), times, extend = TRUE)`; with it R gives the number
 * at the next time of the curve, which counts patients who had not entered.
 */
export function atRiskTable(
  curve: Pick<Curve, "time" | "nRisk" | "nEvent" | "nCensor" | "entered">,
  times: ArrayLike<number>,
): AtRiskTable {
  const { time, nEvent, nCensor, entered } = curve;
  const events = runningSum(nEvent);
  const others = runningSum(nCensor);
  const all = entered?.sum.at(-1) ?? 0;
  const at = Float64Array.from(times);
  return {
    nRisk: at.map((t) => atRisk(curve, t)),
    nEvent: at.map((t) => events[firstFrom(time, t)]),
    nCensor: at.map((t) => others[firstFrom(time, t)]),
    nLater: at.map((t) => (entered ? all - enteredBefore(entered, t) : 0)),
  };
}

/** What of a curve tells who is at risk at any time. */
export type AtRisk = Pick<Curve, "time" | "nRisk" | "entered">;

/** At risk at t: entered before it (at 0: observed from 0) and not ended before it. */
export function atRisk({ time, nRisk, entered }: AtRisk, t: number): number {
  const next = firstFrom(time, t);
  if (next === time.length) return 0;
  if (!entered) return nRisk[next];
  // Those at risk at the next time, less those who enter until then: of weights no more than these is subtracted.
  const later = enteredBefore(entered, time[next]) - enteredBefore(entered, t);
  const left = nRisk[next] - later;
  return Math.abs(left) > 1e-12 * nRisk[next] ? left : 0;
}

/** Sum of the first i values, for i = 0 … length. */
function runningSum(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  return sums;
}
