import { betaQuantile } from "../numeric/beta";
import { normalQuantile } from "../numeric/normal";

/** A share of patients and its limits, all between 0 and 1; NaN of none. */
export interface Proportion {
  estimate: number;
  lower: number;
  upper: number;
}

/**
 * `count` of `of` patients with the exact interval, which covers at least `level`; NaN where nobody is counted. As R's
 * `binom.test`.
 * Source: Clopper and Pearson 1934.
 */
export function exactProportion(count: number, of: number, level: number): Proportion {
  if (!(of > 0)) return { estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  const tail = (1 - level) / 2;
  const lower = count === 0 ? 0 : betaQuantile(tail, count, of - count + 1);
  const upper = count === of ? 1 : betaQuantile(1 - tail, count + 1, of - count);
  return { estimate: count / of, lower, upper };
}

/** The share with Wilson's score interval (1927), as R's `prop.test(correct = FALSE)`; NaN where nobody is counted. */
export function wilsonProportion(count: number, of: number, level: number): Proportion {
  if (!(of > 0)) return { estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  const z = normalQuantile((1 + level) / 2);
  const estimate = count / of;
  const middle = estimate + (z * z) / (2 * of);
  const half = z * Math.sqrt((estimate * (1 - estimate)) / of + ((z / of) * (z / of)) / 4);
  const scale = 1 + (z * z) / of;
  return {
    estimate,
    lower: count === 0 ? 0 : (middle - half) / scale,
    upper: count === of ? 1 : (middle + half) / scale,
  };
}

/**
 * First share minus second, with limits joined from Wilson's of each: never beyond −1 and 1, and not of width 0 at 0 of
 * n.
 * Source: Newcombe 1998, Interval estimation for the difference between independent proportions, method 10.
 */
export function proportionDifference(
  first: { count: number; of: number },
  second: { count: number; of: number },
  level: number,
): Proportion {
  const a = wilsonProportion(first.count, first.of, level);
  const b = wilsonProportion(second.count, second.of, level);
  const estimate = a.estimate - b.estimate;
  return {
    estimate,
    lower: estimate - Math.hypot(a.estimate - a.lower, b.upper - b.estimate),
    upper: estimate + Math.hypot(a.upper - a.estimate, b.estimate - b.lower),
  };
}
