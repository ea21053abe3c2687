import { describe, expect, it } from "vitest";
import { seededRandom } from "../../numeric/random";
import { coxRegression } from "./coxRegression";

// A robust standard error sums squared residuals, and those of a single patient in a group add up to nearly nothing.
const random = seededRandom(15);
const n = 40;
const time = Float64Array.from({ length: n }, (_, row) => 1 + ((row * 7 + 11) % n) + random() / 10);
const cause = Uint8Array.from(time, (_, row) => (row < 6 || row % 3 > 0 ? 1 : 0));
const weight = Float64Array.from(time, () => 0.5 + 2 * random());
const sampled = { time, cause, group: new Int16Array(n), groupCount: 1, weight, weightKind: "sampling" as const };
const factor = (size: number, reference = 0) => ({
  name: "arm",
  codes: Int32Array.from(time, (_, row) => (row < size ? 1 : 0)),
  levels: ["many", "few"],
  reference,
});
const one = (covariate: object, more: object = {}) => {
  const fit = coxRegression({ ...sampled, ...more, covariates: [covariate as ReturnType<typeof factor>] });
  if (!fit.ok) throw new Error("fitted");
  const [coefficient] = fit.value.coefficients;
  if (coefficient?.kind !== "estimated") throw new Error("estimated");
  return { ...coefficient, wald: fit.value.wald.p, term: fit.value.terms[0]?.p };
};

describe("a robust variance", () => {
  it.each([1, 2, 3, 4])("from %i patients of a group gives no interval and no P", (size) => {
    const few = one(factor(size));
    expect(few.tooFewClusters).toBe(size);
    expect([few.robustStdErr, few.lower, few.upper, few.p, few.wald, few.term]).toEqual(Array(6).fill(Number.NaN));
    expect(few.hazardRatio).toBeGreaterThan(0);
  });

  it("gives none either where the few are the reference, a cut of a number or an interaction", () => {
    expect(one(factor(2, 1)).tooFewClusters).toBe(2);
    expect(one({ name: "cut", values: Float64Array.from(time, (_, row) => (row < 3 ? 1 : 0)) }).tooFewClusters).toBe(3);
    expect(one({ name: "cut", values: Float64Array.from(time, (_, row) => (row < 3 ? 0 : 1)) }).tooFewClusters).toBe(3);
    const covariates = [
      { ...factor(12), name: "a" },
      { ...factor(20), name: "b", codes: Int32Array.from(time, (_, row) => (row > 8 && row < 30 ? 1 : 0)) },
      { of: ["a", "b"] },
    ];
    const fit = coxRegression({ ...sampled, covariates });
    const rests = fit.ok && fit.value.coefficients.map((each) => each.kind === "estimated" && each.tooFewClusters);
    expect(rests).toEqual([null, null, 3]);
  });

  it("counts clusters and not their rows", () => {
    const cluster = Int32Array.from(time, (_, row) => (row < 9 ? row % 2 : row));
    expect(one(factor(9), { cluster }).tooFewClusters).toBe(2);
  });

  it("from five patients of each group, or of a number, has them, and a usual variance always", () => {
    for (const covariate of [factor(5), factor(5, 1), { name: "age", values: time.map((t) => Math.sin(t)) }]) {
      const enough = one(covariate);
      expect(enough.tooFewClusters).toBeNull();
      expect(enough.lower).toBeLessThan(enough.upper);
      expect(enough.wald).toBeGreaterThan(0);
    }
    const usual = one(factor(1), { weight: undefined, weightKind: undefined });
    expect([usual.tooFewClusters, usual.lower < usual.upper]).toEqual([null, true]);
  });
});

it("a robust test of ten patients beside sixty rejects without an effect in about 8.8 of 100 samples, as R's does", () => {
  // fixtures/fewClusters.R: .088 of 2,000 samples; three standard errors of 1,000 samples are .026.
  const draw = seededRandom(2026);
  let rejected = 0;
  for (let sample = 0; sample < 1000; sample++) {
    const times = Float64Array.from({ length: 70 }, () => -Math.log(1 - draw()));
    const ends = times.map(() => 0.5 + 2.5 * draw());
    const fit = coxRegression({
      time: times.map((t, row) => Math.min(t, ends[row])),
      cause: Uint8Array.from(times, (t, row) => (t <= ends[row] ? 1 : 0)),
      group: new Int16Array(70),
      groupCount: 1,
      weight: times.map(() => 0.5 + 2 * draw()),
      weightKind: "sampling",
      covariates: [
        {
          name: "arm",
          codes: Int32Array.from(times, (_, row) => (row < 10 ? 1 : 0)),
          levels: ["many", "few"],
          reference: 0,
        },
      ],
    });
    const [coefficient] = fit.ok ? fit.value.coefficients : [];
    if (coefficient?.kind === "estimated" && coefficient.p < 0.05) rejected++;
  }
  expect(rejected / 1000).toBeGreaterThan(0.061);
  expect(rejected / 1000).toBeLessThan(0.115);
});
