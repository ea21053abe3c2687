import { normalUpperLog } from "../numeric/normal";
import { criticalValue } from "./confidenceLimits";

/** A difference or ratio of two independent estimates with its normal-theory interval and two-sided P. */
export interface Contrast {
  estimate: number;
  /** On the scale of the test: of the difference, or of the logarithm of the ratio. */
  stdErr: number;
  lower: number;
  upper: number;
  z: number;
  p: number;
  /** Natural logarithm of p. */
  logP: number;
}

interface Estimate {
  value: number;
  stdErr: number;
}

/** a − b. NaN for z and P where neither has a standard error above 0. */
export function difference(a: Estimate, b: Estimate, level?: number): Contrast {
  const estimate = a.value - b.value;
  const stdErr = Math.hypot(a.stdErr, b.stdErr);
  const half = criticalValue(level) * stdErr;
  return { estimate, stdErr, lower: estimate - half, upper: estimate + half, ...tested(estimate / stdErr) };
}

/** a / b, with the interval and test of its logarithm by the delta method. NaN throughout unless both are positive. */
export function ratio(a: Estimate, b: Estimate, level?: number): Contrast {
  const log = Math.log(a.value / b.value);
  const stdErr = Math.hypot(a.stdErr / a.value, b.stdErr / b.value);
  const half = criticalValue(level) * stdErr;
  return {
    estimate: Math.exp(log),
    stdErr,
    lower: Math.exp(log - half),
    upper: Math.exp(log + half),
    ...tested(log / stdErr),
  };
}

function tested(z: number): Pick<Contrast, "z" | "p" | "logP"> {
  const logP = Math.LN2 + normalUpperLog(Math.abs(z));
  return { z, p: Math.exp(logP), logP };
}
