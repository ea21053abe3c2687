import { normalUpperLog } from "../numeric/normal";
import { criticalValue } from "./confidenceLimits";

/** A difference or ratio of two independent estimates with its normal-theory interval and two-sided P. */
export interface Contrast extends Tested {
  estimate: number;
  /**
   * On the scale of the test: of the difference, or of the logarithm of the ratio. NaN unless both estimates have one
   * above 0.
   */
  stdErr: number;
  lower: number;
  upper: number;
}

export interface Tested {
  z: number;
  p: number;
  /** Natural logarithm of p. */
  logP: number;
}

interface Estimate {
  value: number;
  stdErr: number;
}

/**
 * a − b. Interval, z and P are NaN unless both have a standard error above 0: that of an estimate without an event is 0
 * because it is unknown, and the other's alone would make the difference look surer than it is.
 */
export function difference(a: Estimate, b: Estimate, level?: number): Contrast {
  const estimate = a.value - b.value;
  const stdErr = together(a.stdErr, b.stdErr);
  const half = criticalValue(level) * stdErr;
  return { estimate, stdErr, lower: estimate - half, upper: estimate + half, ...tested(estimate / stdErr) };
}

/**
 * a / b, with the interval and test of its logarithm by the delta method. NaN throughout unless both are positive; else
 * as `difference`.
 */
export function ratio(a: Estimate, b: Estimate, level?: number): Contrast {
  const log = Math.log(a.value / b.value);
  const stdErr = together(a.stdErr / a.value, b.stdErr / b.value);
  const half = criticalValue(level) * stdErr;
  return {
    estimate: Math.exp(log),
    stdErr,
    lower: Math.exp(log - half),
    upper: Math.exp(log + half),
    ...tested(log / stdErr),
  };
}

const together = (a: number, b: number) => (a > 0 && b > 0 ? Math.hypot(a, b) : Number.NaN);

export function tested(z: number): Tested {
  const logP = Math.LN2 + normalUpperLog(Math.abs(z));
  return { z, p: Math.exp(logP), logP };
}
