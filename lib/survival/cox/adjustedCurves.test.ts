import { describe, expect, it } from "vitest";
import { fitted } from "../reference/models";
import { subjects } from "../reference/subjects";
import { adjustedCurves } from "./adjustedCurves";
import { predictedCurves } from "./predictedCurves";

const cohort = subjects([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 0, 1, 1, 0, 1, 1]);
const arm = { name: "arm", codes: Int32Array.of(0, 1, 0, 1, 0, 1, 1, 0), levels: ["a", "b"] };
const x = { name: "x", values: Float64Array.of(1, 3, 2, 2, 5, 1, 3, 4) };

describe("adjusted curves", () => {
  it("are the predicted curves themselves where the group is the only covariate", () => {
    const fit = fitted({ ...cohort, covariates: [arm] });
    for (const { level, time, survival } of adjustedCurves(fit, "arm")) {
      const [predicted] = predictedCurves(fit, { arm: level });
      time.forEach((t, k) => {
        expect(survival[k]).toBeCloseTo(predicted.survival[predicted.time.indexOf(t)], 14);
      });
    }
  });

  it("are the mean of the predicted curves of all patients, each given the level", () => {
    const fit = fitted({ ...cohort, covariates: [arm, x, { of: ["arm", "x"] }] });
    const [, b] = adjustedCurves(fit, "arm", Float64Array.of(0.5, 4, 7.5));
    const means = [0.5, 4, 7.5].map((t) => {
      const each = [...x.values].map((value) => {
        const [curve] = predictedCurves(fit, { arm: "b", x: value });
        return curve.survival[curve.time.findLastIndex((at) => at <= t)] ?? 1;
      });
      return each.reduce((sum, s) => sum + s, 0) / each.length;
    });
    expect([...b.survival].map((s, k) => s - means[k]).every((d) => Math.abs(d) < 1e-14)).toBe(true);
  });

  it("keep each patient in its stratum", () => {
    const strata = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1);
    const fit = fitted({ ...cohort, strata, covariates: [x, arm] });
    const [a] = adjustedCurves(fit, "arm", Float64Array.of(4));
    expect(a.survival[0]).toBeGreaterThan(0.5);
    expect(a.survival[0]).toBeLessThan(1);
  });

  it("exist only for factors of the model", () => {
    const fit = fitted({ ...cohort, covariates: [x] });
    expect(() => adjustedCurves(fit, "x")).toThrow("x is not a factor");
  });
});
