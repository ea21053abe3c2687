import type { Curve } from "./curve";
import { firstFrom } from "./survivalAt";

export interface AtRiskTable {
  nRisk: Float64Array;
  /** Events up to and including each time. */
  nEvent: Float64Array;
  /** Other endings (censored, competing) up to and including each time. */
  nCensor: Float64Array;
}

/**
 * The numbers under a survival figure, at each of `times` (in any order). At risk at t is who entered before and ends at t or later, so a patient
 * whose follow-up ends at t is at risk at t; events and other endings count those up to and including t. The table adds up:
 * n = nRisk(t) + endings before t. Between two times of a curve with delayed entry, nRisk is that of the later one, as in R.
 * Equals n.risk and the running sums of n.event and n.censor of `summary(survfit(…), times, extend = TRUE)`.
 */
export function atRiskTable(
  curve: Pick<Curve, "time" | "nRisk" | "nEvent" | "nCensor">,
  times: ArrayLike<number>,
): AtRiskTable {
  const events = runningSum(curve.nEvent);
  const others = runningSum(curve.nCensor);
  const first = Array.from(times, (t) => firstFrom(curve.time, t));
  const through = first.map((i, at) => (curve.time[i] === times[at] ? i + 1 : i));
  return {
    nRisk: Float64Array.from(first, (i) => curve.nRisk[i] ?? 0),
    nEvent: Float64Array.from(through, (i) => events[i]),
    nCensor: Float64Array.from(through, (i) => others[i]),
  };
}

/** Sum of the first i values, for i = 0 … length. */
function runningSum(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  return sums;
}
