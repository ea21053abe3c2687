import fc from "fast-check";
import { expect, it } from "vitest";
import { seededRandom } from "../numeric/random";
import { curveLimits, type IntervalType, kaplanMeier, quantile } from "./index";

/** As R's `findq`: among all points at or past p the one nearest to it. */
function byLookingAtAll(time: Float64Array, level: Float64Array, p: number): number | null {
  const nearest = (bound: number) => {
    let found = -1;
    for (let i = 0; i < level.length; i++)
      if (1 - level[i] >= bound && (found === -1 || level[i] > level[found])) found = i;
    return found;
  };
  const [reached, passed, last] = [nearest(p - 1.5e-8), nearest(p + 1.5e-8), time.length - 1];
  if (reached === -1) return null;
  if (Math.abs(p - (1 - level[last])) < 1.5e-8) return (time[reached] + time[last]) / 2;
  return passed === -1 ? null : (time[reached] + time[passed]) / 2;
}

const types: IntervalType[] = ["plain", "log", "log-log", "logit", "arcsine"];

it("finds the limits of a quantile as a look at every time does, for all types and levels", () => {
  const cohort = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    n: fc.integer({ min: 1, max: 3000 }),
    censoring: fc.constantFrom(0, 0.3, 0.9),
    late: fc.boolean(),
    type: fc.constantFrom(...types),
    level: fc.constantFrom(0.5, 0.8, 0.95, 0.999),
  });
  fc.assert(
    fc.property(cohort, ({ seed, n, censoring, late, type, level }) => {
      const random = seededRandom(seed);
      const column = () => Float64Array.from({ length: n }, random);
      const time = column().map((u) => Math.round(-1000 * Math.log(1 - u)) / 100 + 0.01);
      const entry = late ? time.map((t) => t * random() * 0.9) : undefined;
      const [curve] = kaplanMeier({ time, cause: Uint8Array.from(column(), (u) => (u < censoring ? 0 : 1)), entry });
      const limits = curveLimits(curve, { type, level });
      for (const p of [0.1, 0.25, 0.5, 0.75, 0.99]) {
        const { lower, upper } = quantile(curve, p, { type, level });
        expect([lower, upper]).toEqual([
          byLookingAtAll(curve.time, limits.lower, p),
          byLookingAtAll(curve.time, limits.upper, p),
        ]);
      }
    }),
    { numRuns: 300 },
  );
});
