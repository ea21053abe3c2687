import fc from "fast-check";
import { expect, it } from "vitest";
import { seededRandom } from "../numeric/random";
import { type IntervalType, kaplanMeier, pointwiseLimits, quantile } from "./index";
import { printedByR } from "./reference/rQuantiles";

const types: IntervalType[] = ["plain", "log", "log-log", "logit", "arcsine"];

it("finds a quantile and its limits as a look at every time does, for all types and levels, and never outside its limits", () => {
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
      const limits = pointwiseLimits(curve, { type, level });
      for (const p of [0.1, 0.25, 0.5, 0.75, 0.99]) {
        const found = quantile(curve, p, { type, level });
        const { lower, upper } = found;
        const time = found.kind === "reached" ? found.time : null;
        expect(time).toBe(printedByR(curve.time, curve.survival, p));
        if (time !== null) expect((lower ?? -1) <= time && time <= (upper ?? Number.POSITIVE_INFINITY)).toBe(true);
        expect([lower, upper]).toEqual([
          printedByR(curve.time, limits.lower, p),
          printedByR(curve.time, limits.upper, p),
        ]);
      }
    }),
    { numRuns: 300 },
  );
});
