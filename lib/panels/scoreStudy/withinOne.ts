import { criticalValue, type Limits } from "../../survival";

/** A standard error of nothing but rounding: it says nothing of how sure a number is. */
const isNone = (stdErr: number) => !(stdErr > 1e-9);

/** Limits of a number between 0 and 1, normal of its standard error and held there; NaN where that is 0, as where every pair is in order. */
export function withinOne(value: number, stdErr: number, level: number): Limits {
  const { lower, upper } = around(value, stdErr, level);
  return { lower: Math.max(0, lower), upper: Math.min(1, upper) };
}

/** The same of a difference, which may be below 0. */
export function around(value: number, stdErr: number, level: number): Limits {
  const margin = isNone(stdErr) ? Number.NaN : criticalValue(level) * stdErr;
  return { lower: value - margin, upper: value + margin };
}
