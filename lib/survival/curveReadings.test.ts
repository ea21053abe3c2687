import { describe, expect, it } from "vitest";
import { atRiskTable } from "./atRiskTable";
import { confidenceLimits } from "./confidenceLimits";
import { kaplanMeier } from "./kaplanMeier";
import { medianFollowUp } from "./medianFollowUp";
import { printedMedian } from "./printedMedian";
import { quantile } from "./quantile";
import { subjects } from "./reference/subjects";
import { restrictedMean } from "./restrictedMean";
import { survivalAt } from "./survivalAt";

const curve = (time: number[], cause: number[]) => kaplanMeier(subjects(time, cause))[0];
const four = curve([1, 2, 3, 4], [1, 1, 0, 1]);
const nobody = curve([], []);

describe("atRiskTable", () => {
  it("counts a patient whose follow-up ends at t as at risk at t, and among the endings up to t", () => {
    const { nRisk, nEvent, nCensor } = atRiskTable(four, [0, 2, 2.5, 3, 4, 5]);
    expect([...nRisk]).toEqual([4, 3, 2, 2, 1, 0]);
    expect([...nEvent]).toEqual([0, 2, 2, 2, 3, 3]);
    expect([...nCensor]).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it("adds up: everybody is at risk at t or ended before it", () => {
    const times = [0, 0.5, 1, 1.5, 2, 3, 3.5, 4];
    const before = atRiskTable(
      four,
      times.map((t) => t - 1e-9),
    );
    atRiskTable(four, times).nRisk.forEach((n, i) => {
      expect(n + before.nEvent[i] + before.nCensor[i]).toBe(four.n);
    });
  });

  it("is 0 for nobody", () => {
    expect([...atRiskTable(nobody, [0, 1]).nRisk]).toEqual([0, 0]);
  });
});

describe("survivalAt", () => {
  it("steps at the event time itself, and knows nothing past the last follow-up", () => {
    expect(survivalAt(four, 0.99)).toMatchObject({ survival: 1, stdErr: 0, lower: 1, upper: 1, nRisk: 4 });
    expect(survivalAt(four, 1)).toMatchObject({ survival: 0.75, nRisk: 4 });
    expect(survivalAt(four, 1.01)).toMatchObject({ survival: 0.75, nRisk: 3 });
    expect(survivalAt(four, 4)).toMatchObject({ survival: 0, nRisk: 1, lower: Number.NaN });
    expect(survivalAt(four, 4.01)).toBeNull();
    expect(survivalAt(nobody, 0)).toBeNull();
  });
});

describe("confidenceLimits", () => {
  it("clips plain to [0, 1] and log at 1", () => {
    expect(confidenceLimits(0.9, 0.2, { type: "plain" }).upper).toBe(1);
    expect(confidenceLimits(0.1, 0.2, { type: "plain" }).lower).toBe(0);
    expect(confidenceLimits(0.9, 0.2, { type: "log" }).upper).toBe(1);
  });

  it("is undefined where R gives NA", () => {
    for (const type of ["log-log", "logit", "arcsine"] as const)
      expect(confidenceLimits(1, 0, { type }).lower).toBeNaN();
    for (const type of ["plain", "log", "log-log", "logit", "arcsine"] as const)
      expect(confidenceLimits(0, Number.NaN, { type }).upper).toBeNaN();
    expect(confidenceLimits(1, 0, { type: "log" })).toEqual({ lower: 1, upper: 1 });
  });

  it("refuses levels outside of 0 to 1", () => {
    expect(() => confidenceLimits(0.5, 0.1, { level: 95 })).toThrow(RangeError);
  });
});

describe("quantile", () => {
  it("takes the middle of a flat stretch at exactly the probability", () => {
    expect(quantile(curve([1, 2, 3, 4], [1, 1, 1, 1]), 0.5)).toMatchObject({ kind: "reached", time: 2.5 });
    expect(quantile(curve([1, 2, 3, 4], [1, 1, 1, 1]), 0.4)).toMatchObject({ kind: "reached", time: 2 });
  });

  it("takes the last time as the end of a stretch that falls no further, where R prints its beginning", () => {
    const flat = curve([1, 2, 3, 8], [1, 1, 0, 0]);
    expect(quantile(flat, 0.5)).toMatchObject({ kind: "reached", time: 5 });
    expect(printedMedian(flat)).toMatchObject({ kind: "reached", time: 2 });
  });

  it("says not reached, for nobody too", () => {
    expect(quantile(curve([1, 2, 3], [1, 0, 0]), 0.5)).toMatchObject({ kind: "notReached", upper: null });
    expect(quantile(nobody, 0.5)).toEqual({ kind: "notReached", lower: null, upper: null });
    expect(() => quantile(four, 1)).toThrow(RangeError);
  });
});

describe("restrictedMean", () => {
  it("is the area under the curve, flat past the last time", () => {
    expect(restrictedMean(four, 3).restrictedMean).toBeCloseTo(1 + 0.75 + 0.5, 15);
    expect(restrictedMean(four, 0.5)).toEqual({ restrictedMean: 0.5, stdErr: 0, tau: 0.5 });
    expect(restrictedMean(curve([1, 2], [1, 0]), 10).restrictedMean).toBeCloseTo(1 + 0.5 * 9, 14);
    expect(restrictedMean(nobody, 3).restrictedMean).toBeNaN();
  });
});

describe("medianFollowUp", () => {
  it("counts every ending but censoring as censored, competing ones too", () => {
    const [all] = medianFollowUp(subjects([1, 2, 3, 4], [1, 0, 2, 0]));
    const [flipped] = kaplanMeier(subjects([1, 2, 3, 4], [0, 1, 0, 1]));
    expect(all).toEqual(quantile(flipped, 0.5));
  });
});
