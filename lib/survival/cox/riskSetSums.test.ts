import { describe, expect, it } from "vitest";
import { fitted } from "../reference/models";
import { subjects } from "../reference/subjects";
import { CHUNK, riskSetProducts, riskSetSums } from "./riskSetSums";

/**
 * 700 subjects in two strata, entering late, of whom one carries 10¹² times the risk of the others and leaves early.
 */
const n = 700;
const entry = Float64Array.from({ length: n }, (_, i) => (i * 7919) % 300);
const input = {
  ...subjects(
    Array.from(entry, (e, i) => (i === 5 ? 600 : e + 1 + ((i * 31) % 97))),
    Array.from(entry, (_, i) => (i === 5 ? 0 : i % 3 === 0 ? 0 : 1)),
  ),
  entry: entry.map((e, i) => (i === 5 ? 400 : e)),
  strata: Int32Array.from(entry, (_, i) => i % 2),
  covariates: [{ name: "x", values: entry.map((_, i) => Math.sin(i)) }],
};

describe.each([
  ["late entry", input],
  ["entry at the start", { ...input, entry: undefined }],
])("sums over risk sets with %s", (_, cohort) => {
  const { sets } = fitted(cohort).model.data;
  const value = Float64Array.from(sets.rows, (row) => (row === 5 ? 1e12 : 1 + (row % 4) / 8));
  const x = Float64Array.from({ length: 3 * n }, (_, k) => Math.cos(k));
  const direct = (term: (i: number) => number) =>
    Float64Array.from({ length: sets.slots }, (_, s) => {
      let sum = 0;
      for (let i = sets.start[s]; i < sets.end[s]; i++) if (sets.from[i] < s) sum += term(i);
      return sum;
    });
  const renewed = new Uint8Array(sets.slots);
  const total = new Float64Array(sets.slots);
  riskSetSums(sets, value, total, renewed);

  it("are right to 1e-11 although somebody enormous leaves", () => {
    const wanted = direct((i) => value[i]);
    total.forEach((sum, s) => {
      if (sets.steps[s] > 0) expect(Math.abs(sum - wanted[s])).toBeLessThanOrEqual(1e-11 * wanted[s]);
    });
  });

  it("are right for products too, in every chunk", () => {
    const found = new Float64Array(3 * sets.slots);
    riskSetProducts(sets, value, x, 3, renewed, (sums, first, count) => {
      for (let j = 0; j < 3; j++)
        for (let k = 0; k < count; k++) found[j * sets.slots + first + k] = sums[j * CHUNK + k];
    });
    for (let j = 0; j < 3; j++) {
      const wanted = direct((i) => value[i] * x[j * n + i]);
      for (let s = 0; s < sets.slots; s++)
        if (sets.steps[s] > 0)
          expect(Math.abs(found[j * sets.slots + s] - wanted[s])).toBeLessThanOrEqual(1e-10 * total[s]);
    }
    expect(sets.slots).toBeGreaterThan(2 * CHUNK - 200);
  });
});
