import type { Curve } from "./curve";

export interface RestrictedMean {
  /** Area under Ŝ from 0 to tau, in units of time. */
  restrictedMean: number;
  stdErr: number;
  tau: number;
}

/**
 * Mean survival time within the first `tau` units: the area under Ŝ up to tau, from 0 (or from the first time, if that is negative).
 * Past the last time the curve is taken to stay where it is, so keep tau within the follow-up of every group compared. The variance is
 * the sum over event times of (area from there to tau)² · d / (n (n − d)), without the factor m / (m − 1), with 0 where n = d.
 * Equals `print(survfit(…), rmean = tau)` of R and survRM2. NaN for a curve of nobody.
 * Source: Klein and Moeschberger 2003, section 4.5.
 */
export function restrictedMean(curve: Curve, tau: number): RestrictedMean {
  const { time, nRisk, nEvent, survival } = curve;
  let length = 0;
  while (length < time.length && time[length] <= tau) length++;
  let area = 0;
  let variance = 0;
  for (let i = length - 1; i >= 0; i--) {
    area += ((i + 1 < length ? time[i + 1] : tau) - time[i]) * survival[i];
    const left = nRisk[i] - nEvent[i];
    if (left > 0) variance += (area * area * nEvent[i]) / (nRisk[i] * left);
  }
  if (time.length === 0) return { restrictedMean: Number.NaN, stdErr: Number.NaN, tau };
  const whole = (length > 0 ? time[0] : tau) + area;
  return { restrictedMean: whole, stdErr: Math.sqrt(variance), tau };
}
