import { describe, expect, it } from "vitest";
import { fitted } from "../reference/models";
import { subjects } from "../reference/subjects";
import { timeOrder } from "../timeOrder";
import { coxRegression } from "./coxRegression";
import type { Covariate } from "./designMatrix";
import { estimates } from "./estimates";
import { linearPredictors } from "./linearPredictors";
import { predictedCurves } from "./predictedCurves";
import { profileLimits } from "./profileLimits";
import { martingaleResiduals } from "./residuals";

const x = (...values: number[]): Covariate => ({ name: "x", values: Float64Array.from(values) });
const g = (levels: string[], ...codes: number[]): Covariate => ({ name: "g", codes: Int32Array.from(codes), levels });

const eight = subjects([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 0, 1, 1, 0, 1, 1]);
const nine = subjects([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 1, 0, 1, 1, 0, 1, 0, 0]);
const nobodyFails = g(["a", "b", "c"], 0, 1, 0, 1, 0, 0, 1, 2, 2);

describe("a Cox regression by hand", () => {
  /**
   * Events at 1 (x = 1, all three at risk) and 2 (x = 0, at risk with x = 1): L = r/(2r + 1) · 1/(1 + r), largest at r²
   * = ½.
   */
  it("finds the hazard ratio 1/√2 of three subjects", () => {
    const fit = fitted({ ...subjects([1, 2, 3], [1, 1, 0]), covariates: [x(1, 0, 1)] });
    expect(estimates(fit, "hazardRatio")[0]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(fit.logLikelihood.null).toBeCloseTo(Math.log(1 / 6), 14);
    expect(fit.logLikelihood.fitted).toBeCloseTo(-2 * Math.log(1 + Math.SQRT2), 12);
  });

  it("has the score test of the log-rank test: U²/V = (1/6)²/(17/36) for these three", () => {
    const fit = fitted({ ...subjects([1, 2, 3], [1, 1, 0]), covariates: [x(1, 0, 1)] });
    expect(fit.score?.chiSquare).toBeCloseTo(1 / 17, 12);
  });

  it("models one cause and counts the others as censored", () => {
    const input = { ...subjects([1, 2, 3, 4, 5, 6], [1, 2, 1, 2, 1, 0]), covariates: [x(1, 4, 2, 6, 3, 5)] };
    const other = { ...subjects([1, 2, 3, 4, 5, 6], [0, 1, 0, 1, 0, 0]), covariates: input.covariates };
    expect(estimates(fitted(input, { event: 2 }), "coefficient")).toEqual(estimates(fitted(other), "coefficient"));
    expect(fitted(input, { event: 2 }).events).toBe(2);
  });
});

describe("what cannot be fitted is refused with a reason", () => {
  const code = (result: ReturnType<typeof coxRegression>) => (result.ok ? "fitted" : result.reason);

  it("no rows, no events", () => {
    expect(code(coxRegression({ ...subjects([], []), covariates: [] }))).toBe("noSubjects");
    expect(code(coxRegression({ ...subjects([1, 2], [0, 0]), covariates: [] }))).toBe("noEvents");
    expect(code(coxRegression({ ...subjects([1, 2], [1, 1]), covariates: [x(Number.NaN, Number.NaN)] }))).toBe(
      "noSubjects",
    );
  });

  it("weights that are not positive, or counts that are not whole, by their rows", () => {
    const input = { ...subjects([1, 2, 3], [1, 0, 1]), covariates: [], weight: Float64Array.of(1, 1.5, 0) };
    const counts = coxRegression(input);
    const sampling = coxRegression({ ...input, weightKind: "sampling" });
    expect(counts).toEqual({ ok: false, reason: "weightInvalid", kind: "count", rows: [2, 3] });
    expect(sampling).toEqual({ ok: false, reason: "weightInvalid", kind: "sampling", rows: [3] });
  });

  it("exact ties with sampling weights or a robust variance", () => {
    const input = { ...eight, covariates: [x(1, 3, 2, 2, 5, 1, 3, 4)] };
    expect(code(coxRegression(input, { ties: "exact", robust: true }))).toBe("unsupported");
  });
});

describe("rows left out are counted by reason", () => {
  it("not in the analysis, missing, entered too late", () => {
    const input = {
      ...subjects([1, 2, Number.NaN, 4, 5, 6, 7], [1, 1, 1, 1, 0, 1, 1], { group: [0, 0, 0, 0, 0, -1, 0] }),
      entry: Float64Array.of(0, 0, 0, 4, 0, 0, Number.NaN),
      covariates: [x(1, 2, 3, 4, Number.POSITIVE_INFINITY, 6, 7)],
    };
    const fit = fitted(input);
    expect(fit.dropped).toEqual({ excluded: 1, missing: 3, emptyInterval: 1 });
    expect(fit.n).toBe(2);
    expect([...martingaleResiduals(fit)].map(Number.isNaN)).toEqual([false, false, true, true, true, true, true]);
  });

  it("and a time order made beforehand changes nothing", () => {
    const covariates = [x(1, 3, Number.NaN, 2, 5, 1, 3, 4)];
    const order = timeOrder(eight.time);
    expect(fitted({ ...eight, covariates }, { order }).coefficients).toEqual(
      fitted({ ...eight, covariates }).coefficients,
    );
  });
});

describe("what the data do not tell is said, not guessed", () => {
  it("one subject: nothing can be estimated", () => {
    const fit = fitted({ ...subjects([3], [1]), covariates: [x(2)] });
    expect(fit.coefficients[0]).toMatchObject({ kind: "inestimable", reason: "aliased" });
    expect(fit.likelihoodRatio).toEqual({ chiSquare: 0, df: 0, p: Number.NaN });
  });

  it("a constant covariate is aliased, and the others are as without it", () => {
    const covariates = [{ name: "k", values: new Float64Array(8).fill(1e6) }, x(1, 3, 2, 2, 5, 1, 3, 4)];
    const fit = fitted({ ...eight, covariates });
    expect(fit.coefficients.map(({ kind }) => kind)).toEqual(["inestimable", "estimated"]);
    expect(fit.coefficients[1]).toEqual(fitted({ ...eight, covariates: covariates.slice(1) }).coefficients[0]);
  });

  it("a covariate that is constant within every stratum is aliased", () => {
    const input = { ...eight, strata: Int32Array.of(0, 1, 0, 1, 0, 1, 0, 1) };
    const fit = fitted({ ...input, covariates: [x(7, 9, 7, 9, 7, 9, 7, 9)] });
    expect(fit.coefficients[0]).toMatchObject({ kind: "inestimable", reason: "aliased" });
  });

  it("all events at one time are an honest tie", () => {
    const input = { ...subjects([5, 5, 5, 5], [1, 1, 1, 0]), covariates: [x(1, 2, 4, 3)] };
    expect(fitted(input).convergence.kind).toBe("converged");
    expect(fitted(input, { ties: "exact" }).convergence.kind).toBe("converged");
  });

  it("events at time 0 are events like others", () => {
    const shifted = { ...subjects([0, 1, 2, 3], [1, 1, 0, 1]), covariates: [x(1, 3, 2, 2)] };
    const plain = { ...subjects([1, 2, 3, 4], [1, 1, 0, 1]), covariates: [x(1, 3, 2, 2)] };
    expect(fitted(shifted).coefficients).toEqual(fitted(plain).coefficients);
  });

  it("times that differ by rounding are tied", () => {
    const almost = { ...subjects([0.1 + 0.2, 0.3, 1, 2], [1, 1, 0, 1]), covariates: [x(1, 3, 2, 2)] };
    const equal = { ...subjects([0.3, 0.3, 1, 2], [1, 1, 0, 1]), covariates: [x(1, 3, 2, 2)] };
    expect(fitted(almost).logLikelihood).toEqual(fitted(equal).logLikelihood);
  });

  it("a factor level nobody has gets no column, and another reference serves when it is the reference", () => {
    const fit = fitted({ ...eight, covariates: [g(["none", "a", "b", "z"], 1, 2, 1, 2, 1, 2, 1, 2)] });
    expect(fit.coefficients.map(({ name, reference }) => [name, reference])).toEqual([["gb", "a"]]);
    expect(fit.notices.map(({ id }) => id)).toEqual(expect.arrayContaining(["emptyLevels", "referenceReplaced"]));
  });

  it("few events per coefficient are said", () => {
    const fit = fitted({ ...eight, covariates: [x(1, 3, 2, 2, 5, 1, 3, 4)] });
    expect(fit.notices.map(({ id }) => id)).toEqual(["fewEvents"]);
  });

  it("a search cut short is not passed off as a fit", () => {
    const fit = fitted({ ...eight, covariates: [x(1, 3, 2, 2, 5, 1, 3, 4)] }, { maxIterations: 1 });
    expect(fit.convergence).toEqual({ kind: "notConverged", iterations: 1 });
    expect(fit.notices[0].id).toBe("notConverged");
  });
});

describe("separation", () => {
  it("is found where all events come from one group", () => {
    const fit = fitted({ ...subjects([1, 2, 3, 4, 5, 6], [1, 1, 1, 0, 0, 0]), covariates: [x(1, 1, 1, 0, 0, 0)] });
    expect(fit.coefficients[0]).toMatchObject({ kind: "infinite", direction: "up" });
    expect(fit.convergence).toMatchObject({ kind: "separated", columns: ["x"] });
    expect(fit.notices[0].id).toBe("separated");
    expect(fit.logLikelihood.fitted).toBeCloseTo(Math.log(1 / 6), 9);
  });

  it("is found where the covariate orders the events perfectly", () => {
    const fit = fitted({ ...subjects([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 0]), covariates: [x(6, 5, 4, 3, 2, 1)] });
    expect(fit.coefficients[0]).toMatchObject({ kind: "infinite", direction: "up" });
    expect(fit.likelihoodRatio?.chiSquare).toBeCloseTo(2 * Math.log(720), 9);
  });

  it("is found with exact ties", () => {
    const input = { ...subjects([1, 1, 3, 4, 5, 6], [1, 1, 1, 0, 0, 0]), covariates: [x(1, 1, 1, 0, 0, 0)] };
    expect(fitted(input, { ties: "exact" }).coefficients[0]).toMatchObject({ kind: "infinite", direction: "up" });
  });

  it("leaves the other levels of a factor as they are without the level that has no events", () => {
    const fit = fitted({ ...nine, covariates: [nobodyFails] });
    expect(fit.coefficients.map(({ kind }) => kind)).toEqual(["estimated", "infinite"]);
    const seven = {
      ...subjects([1, 2, 3, 4, 5, 6, 7], [1, 1, 0, 1, 1, 0, 1]),
      covariates: [g(["a", "b"], 0, 1, 0, 1, 0, 0, 1)],
    };
    expect(estimates({ coefficients: fit.coefficients.slice(0, 1) }, "coefficient")[0]).toBeCloseTo(
      estimates(fitted(seven), "coefficient")[0],
      6,
    );
    expect(fit.wald).toEqual({ chiSquare: Number.NaN, df: 2, p: Number.NaN });
  });

  /** R 4.2.2, survival 3.5-3: uniroot over coxph with an offset gives the upper limit 1.2055111596. */
  it("has a finite profile-likelihood limit on one side", () => {
    const limits = profileLimits(fitted({ ...nine, covariates: [nobodyFails] }));
    expect(limits[1].lower).toBe(0);
    expect(limits[1].upper).toBeCloseTo(1.2055111596, 9);
  });

  it("gives no interval to a predicted curve", () => {
    const [curve] = predictedCurves(fitted({ ...nine, covariates: [nobodyFails] }), { g: "a" });
    expect(curve.survival.every((s) => s > 0 && s < 1)).toBe(true);
    expect(curve.stdErr.every(Number.isNaN)).toBe(true);
  });
});

describe("extreme units", () => {
  const covariate = [1, 3, 2, 2, 5, 1, 3, 4];
  const plain = fitted({ ...eight, covariates: [x(...covariate)] });

  it.each([1e-6, 1e9])("times of size %d change nothing", (scale) => {
    const gaps = scale < 1e-3 ? 10 : 1;
    const fit = fitted({ ...eight, time: eight.time.map((t) => t * scale * gaps), covariates: [x(...covariate)] });
    expect(fit.coefficients).toEqual(plain.coefficients);
  });

  it.each([
    [1e6, 0],
    [1e-6, 0],
    [1, 1e6],
    [1e6, 1e12],
  ])("a covariate times %d plus %d has its coefficient divided and its P kept", (scale, shift) => {
    const fit = fitted({ ...eight, covariates: [x(...covariate.map((v) => v * scale + shift))] });
    expect(estimates(fit, "coefficient")[0] * scale).toBeCloseTo(estimates(plain, "coefficient")[0], 9);
    expect(estimates(fit, "p")[0]).toBeCloseTo(estimates(plain, "p")[0], 9);
    expect(fit.logLikelihood.fitted).toBeCloseTo(plain.logLikelihood.fitted, 10);
  });

  it("linear predictors are centered at the means", () => {
    const mean = linearPredictors(plain).reduce((sum, value) => sum + value, 0) / 8;
    expect(mean).toBeCloseTo(0, 14);
  });
});
