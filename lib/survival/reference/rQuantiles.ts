import { type Agreement, agree } from "../../agreement/agreement";
import { type Curve, type IntervalOptions, pointwiseLimits, quantile } from "../index";
import type { Stored } from "./referenceCase";

const TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * `minmin` of R's `survmean`, by which a survfit is printed, for any p: x where y first is below 1 − p, or the middle
 * of a stretch at it.
 */
export function printedByR(x: Float64Array, y: Float64Array, p: number): number | null {
  const keep = [...y.keys()].filter((i) => y[i] < 1 - p + TOLERANCE);
  if (keep.length === 0) return null;
  const below = keep.filter((i) => y[i] < y[keep[0]]);
  const isAtIt = Math.abs(y[keep[0]] - (1 - p)) < TOLERANCE && below.length > 0;
  return isAtIt ? (x[keep[0]] + x[below[0]]) / 2 : x[keep[0]];
}

/**
 * `findq` of R's `quantile.survfit`: among all points at or past p the nearest to it; the last time ends a stretch that
 * falls no further.
 */
function quantileByR(x: Float64Array, y: Float64Array, p: number): number | null {
  const nearest = (bound: number) => {
    let found = -1;
    for (let i = 0; i < y.length; i++) if (1 - y[i] >= bound && (found === -1 || y[i] > y[found])) found = i;
    return found;
  };
  const [reached, passed, last] = [nearest(p - TOLERANCE), nearest(p + TOLERANCE), x.length - 1];
  if (reached === -1) return null;
  if (Math.abs(p - (1 - y[last])) < TOLERANCE) return (x[reached] + x[last]) / 2;
  return passed === -1 ? null : (x[reached] + x[passed]) / 2;
}

/**
 * Quantiles of a curve beside those of R's `quantile`: R's rule applied to our curve and limits gives R's numbers, and
 * where R's printing has the same as its quantile, ours are these. Elsewhere ours are as R prints them.
 */
export function* checkQuantiles(
  what: string,
  curve: Curve,
  interval: IntervalOptions,
  probabilities: number[],
  known: { q: Stored[]; lower: Stored[]; upper: Stored[] },
): Generator<Agreement> {
  const levels = { q: curve.survival, ...pointwiseLimits(curve, interval) };
  // Plain limits of a robust standard error, 0 where survival reaches 0, are 0 in R and undefined here.
  const orZero = (level: Float64Array) =>
    level.map((value, i) =>
      interval.type === "plain" && curve.survival[i] === 0 && curve.stdErr[i] === 0 ? 0 : value,
    );
  const asInR = { q: levels.q, lower: orZero(levels.lower), upper: orZero(levels.upper) };
  const found = probabilities.map((p) => quantile(curve, p, interval));
  const ours = {
    q: found.map((at) => (at.kind === "reached" ? at.time : null)),
    lower: found.map(({ lower }) => lower),
    upper: found.map(({ upper }) => upper),
  };
  for (const part of ["q", "lower", "upper"] as const) {
    const byQuantile = probabilities.map((p) => quantileByR(curve.time, asInR[part], p));
    const printed = probabilities.map((p) => printedByR(curve.time, levels[part], p));
    const name = part === "q" ? what : `${what}, ${part} limit`;
    yield agree(`${name}, by R's rule`, byQuantile, known[part], 0);
    yield agree(
      name,
      ours[part],
      printed.map((time, i) => (time === byQuantile[i] ? known[part][i] : time)),
      0,
    );
  }
}
