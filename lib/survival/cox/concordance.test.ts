import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { subjects } from "../reference/subjects";
import type { Subjects } from "../subjects";
import { type Concordance, concordance } from "./concordance";

function concordanceOf(input: Subjects, marker: number[], options = {}): Concordance {
  const result = concordance(input, Float64Array.from(marker), options);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** Every pair in turn, from the definition. */
function byPairs({ time, cause, entry, strata, weight }: Subjects, marker: number[]) {
  const count = { concordant: 0, discordant: 0, tiedMarker: 0, tiedTime: 0, tiedBoth: 0 };
  for (let i = 0; i < time.length; i++)
    for (let j = 0; j < time.length; j++) {
      if (i === j || cause[i] !== 1 || (strata && strata[i] !== strata[j])) continue;
      const pair = (weight?.[i] ?? 1) * (weight?.[j] ?? 1);
      const bothNow = time[i] === time[j] && cause[j] === 1;
      if (bothNow && i < j) count[marker[i] === marker[j] ? "tiedBoth" : "tiedTime"] += pair;
      if (bothNow || time[j] < time[i] || (entry && entry[j] >= time[i])) continue;
      const key = marker[i] > marker[j] ? "concordant" : marker[i] < marker[j] ? "discordant" : "tiedMarker";
      count[key] += pair;
    }
  return count;
}

const rows = fc.array(
  fc.record({
    time: fc.integer({ min: 2, max: 9 }),
    cause: fc.integer({ min: 0, max: 1 }),
    entry: fc.integer({ min: 0, max: 7 }),
    marker: fc.integer({ min: 0, max: 5 }),
    stratum: fc.integer({ min: 0, max: 2 }),
    weight: fc.constantFrom(0.5, 1, 2.25),
  }),
  { minLength: 2, maxLength: 40 },
);

describe("concordance", () => {
  it("counts every pair as its definition does, with entry, strata and weights", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), fc.boolean(), fc.boolean(), (list, late, stratified, weighted) => {
        const kept = list.filter((r) => !late || r.entry < r.time);
        fc.pre(kept.some(({ cause }) => cause === 1));
        const input: Subjects = {
          ...subjects(
            kept.map((r) => r.time),
            kept.map((r) => r.cause),
          ),
          entry: late ? Float64Array.from(kept, (r) => r.entry) : undefined,
          strata: stratified ? Int32Array.from(kept, (r) => r.stratum) : undefined,
          weight: weighted ? Float64Array.from(kept, (r) => r.weight) : undefined,
          weightKind: "sampling",
        };
        const marker = kept.map((r) => r.marker);
        const found = concordanceOf(input, marker);
        for (const [key, pairs] of Object.entries(byPairs(input, marker)))
          expect(found[key as keyof Concordance], key).toBeCloseTo(pairs, 9);
      }),
      { numRuns: 200 },
    );
  });

  it("is 1 where higher markers fail first, 0 where last, ½ without a difference", () => {
    const input = subjects([1, 2, 3, 4], [1, 1, 1, 0]);
    expect(concordanceOf(input, [4, 3, 2, 1]).c).toBe(1);
    expect(concordanceOf(input, [1, 2, 3, 4]).c).toBe(0);
    expect(concordanceOf(input, [1, 2, 3, 4], { reverse: true }).c).toBe(1);
    expect(concordanceOf(input, [7, 7, 7, 7]).c).toBe(0.5);
  });

  it("leaves out rows without a marker and has no answer without events", () => {
    const input = subjects([1, 2, 3, 4], [1, 1, 1, 0]);
    expect(concordanceOf(input, [4, Number.NaN, 2, 1]).concordant).toBe(3);
    expect(concordance(subjects([1, 2], [0, 0]), Float64Array.of(1, 2)).ok).toBe(false);
  });

  it("has no C where no two subjects can be compared", () => {
    expect(concordanceOf(subjects([1, 1], [1, 1]), [1, 2])).toMatchObject({ c: Number.NaN, tiedTime: 1 });
  });

  /** R 4.2.2, survival 3.5-3: concordance(Surv(1:6, c(1,1,0,1,0,1)) ~ c(3,5,4,1,2,6), reverse = TRUE). */
  it("has R's standard error", () => {
    const { c, stdErr } = concordanceOf(subjects([1, 2, 3, 4, 5, 6], [1, 1, 0, 1, 0, 1]), [3, 5, 4, 1, 2, 6]);
    expect(c).toBeCloseTo(0.4545454545454546, 12);
    expect(stdErr).toBeCloseTo(0.155055066440444, 12);
  });
});
