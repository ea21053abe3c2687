import { normalQuantile } from "../numeric/normal";

/** The scale on which a survival interval is symmetric. */
export type IntervalType = "plain" | "log" | "log-log" | "logit" | "arcsine";

export interface IntervalOptions {
  /** "log-log" when not given. */
  type?: IntervalType;
  /** 0.95 when not given. */
  level?: number;
}

export interface Limits {
  lower: number;
  upper: number;
}

/** The normal quantile of a two-sided level: 1.96 for 0.95. Throws unless 0 < level < 1. */
export function criticalValue(level = 0.95): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`A confidence level lies between 0 and 1, not ${level}`);
  return normalQuantile(1 - (1 - level) / 2);
}

/**
 * Confidence limits of one survival probability from its standard error (of Ŝ itself). Equals R's `survfit(conf.type,
 * conf.int)`: plain is clipped to [0, 1], log at 1. NaN where the standard error is 0 or undefined, as at Ŝ = 0 and 1:
 * it then says nothing of how sure Ŝ is. Sources: Kalbfleisch and Prentice 1980 (log-log); Borgan and Liestøl 1990
 * (arcsine).
 */
export function confidenceLimits(
  survival: number,
  stdErr: number,
  { type = "log-log", level }: IntervalOptions = {},
): Limits {
  return limitsAt(survival, stdErr, type, criticalValue(level));
}

/** As `confidenceLimits`, with the critical value of the level. */
export function limitsAt(s: number, stdErr: number, type: IntervalType, z: number): Limits {
  if (!(stdErr > 0)) return { lower: Number.NaN, upper: Number.NaN };
  const ofLog = z * (stdErr / s);
  switch (type) {
    case "plain":
      return { lower: Math.max(s - z * stdErr, 0), upper: Math.min(s + z * stdErr, 1) };
    case "log":
      return { lower: s * Math.exp(-ofLog), upper: Math.min(s * Math.exp(ofLog), 1) };
    case "log-log": {
      const wide = ofLog / Math.log(s);
      return { lower: Math.exp(Math.log(s) * Math.exp(-wide)), upper: Math.exp(Math.log(s) * Math.exp(wide)) };
    }
    case "logit": {
      const wide = ofLog / (1 - s);
      const odds = s / (1 - s);
      return { lower: fromOdds(odds * Math.exp(-wide)), upper: fromOdds(odds * Math.exp(wide)) };
    }
    case "arcsine": {
      const wide = 0.5 * ofLog * Math.sqrt(s / (1 - s));
      const angle = Math.asin(Math.sqrt(s));
      return {
        lower: Math.sin(Math.max(0, angle - wide)) ** 2,
        upper: Math.sin(Math.min(Math.PI / 2, angle + wide)) ** 2,
      };
    }
  }
}

const fromOdds = (odds: number) => odds / (1 + odds);

/** Confidence limits of each of some estimates, as `confidenceLimits`. */
export function pointwiseLimits(
  { survival, stdErr }: { survival: Float64Array; stdErr: Float64Array },
  { type = "log-log", level }: IntervalOptions = {},
): { lower: Float64Array; upper: Float64Array } {
  const z = criticalValue(level);
  const lower = new Float64Array(survival.length);
  const upper = new Float64Array(survival.length);
  for (let i = 0; i < survival.length; i++) {
    const limits = limitsAt(survival[i], stdErr[i], type, z);
    lower[i] = limits.lower;
    upper[i] = limits.upper;
  }
  return { lower, upper };
}
