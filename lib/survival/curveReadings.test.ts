import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random";
import { atRiskTable } from "./atRiskTable";
import { confidenceLimits } from "./confidenceLimits";
import { kaplanMeier } from "./kaplanMeier";
import { medianFollowUp } from "./medianFollowUp";
import { quantile } from "./quantile";
import { subjects } from "./reference/subjects";
import { restrictedMean } from "./restrictedMean";
import { survivalAt } from "./survivalAt";
import { timeDependentGroup } from "./timeDependentGroup";

const curve = (time: number[], cause: number[]) => kaplanMeier(subjects(time, cause))[0];
const four = curve([1, 2, 3, 4], [1, 1, 0, 1]);
const nobody = curve([], []);

describe("atRiskTable", () => {
  it("counts a patient whose follow-up ends at t as at risk at t, and among the endings after it", () => {
    const { nRisk, nEvent, nCensor } = atRiskTable(four, [0, 2, 2.5, 3, 4, 5]);
    expect([...nRisk]).toEqual([4, 3, 2, 2, 1, 0]);
    expect([...nEvent]).toEqual([0, 1, 2, 2, 2, 3]);
    expect([...nCensor]).toEqual([0, 0, 0, 0, 1, 1]);
  });

  it("is 0 for nobody", () => {
    expect([...atRiskTable(nobody, [0, 1]).nRisk]).toEqual([0, 0]);
  });
});

describe("the number at risk with delayed entry, counted by hand", () => {
  // (0, 2], (0, 3], (1, 3], (2.5, 6] and (4, 5]: nobody is observed in (3, …] but the fourth until the fifth comes.
  const entry = Float64Array.of(0, 0, 1, 2.5, 4);
  const time = Float64Array.of(2, 3, 3, 6, 5);
  const cause = Uint8Array.of(1, 0, 1, 1, 0);
  const late = kaplanMeier({ time, entry, cause })[0];
  const times = [0, 0.5, 1, 1.5, 2, 2.5, 2.75, 3, 3.5, 4, 4.5, 5, 6, 7];

  it("is who entered before t and ends at t or later, at 0 who is observed from 0", () => {
    expect([...atRiskTable(late, times).nRisk]).toEqual([2, 2, 2, 3, 3, 2, 3, 3, 1, 1, 2, 2, 1, 0]);
    expect(times.map((t) => survivalAt(late, t)?.nRisk ?? 0)).toEqual([2, 2, 2, 3, 3, 2, 3, 3, 1, 1, 2, 2, 1, 0]);
  });

  it("agrees with a count over rows on random cohorts, ties and whole weights included, and its columns add up", () => {
    const random = seededRandom(11);
    for (let round = 0; round < 50; round++) {
      const rows = Array.from({ length: 12 }, () => {
        const from = Math.floor(4 * random());
        return { from, to: from + 1 + Math.floor(5 * random()), weight: 1 + Math.floor(3 * random()) };
      });
      const of = (key: "from" | "to" | "weight") => Float64Array.from(rows, (row) => row[key]);
      const cohort = {
        time: of("to"),
        entry: of("from"),
        weight: of("weight"),
        cause: Uint8Array.from(rows, (_, i) => i % 2),
      };
      const [curve] = kaplanMeier(cohort);
      const at = [0, 0.5, 1, 2, 2.5, 3, 4, 5, 6, 8, 9];
      const table = atRiskTable(curve, at);
      at.forEach((t, i) => {
        const isIn = ({ from, to }: (typeof rows)[number]) => (t === 0 ? from <= 0 : from < t) && t <= to;
        expect(table.nRisk[i]).toBe(rows.reduce((sum, row) => sum + (isIn(row) ? row.weight : 0), 0));
        expect(table.nRisk[i] + table.nEvent[i] + table.nCensor[i] + table.nLater[i]).toBe(curve.n);
      });
    }
  });

  it("counts nobody before anybody is observed", () => {
    const old = kaplanMeier({
      time: Float64Array.of(70, 80),
      entry: Float64Array.of(60, 65),
      cause: Uint8Array.of(1, 1),
    })[0];
    expect([...atRiskTable(old, [0, 60, 62, 66, 80]).nRisk]).toEqual([0, 0, 1, 2, 1]);
    expect([...atRiskTable(old, [0, 62, 71]).nLater]).toEqual([2, 1, 0]);
  });

  it("takes an entry that differs from a time by rounding as that time, as the curve does", () => {
    const near = kaplanMeier({
      time: Float64Array.of(0.3, 2),
      entry: Float64Array.of(0, 0.1 + 0.2),
      cause: Uint8Array.of(1, 1),
    })[0];
    expect([...near.nRisk]).toEqual([1, 1]);
    expect([...atRiskTable(near, [0.3, 1]).nRisk]).toEqual([1, 1]);
  });

  it("is no rounding remainder where sampling weights cancel", () => {
    const weight = Float64Array.of(0.1, 0.2, 0.7);
    const cohort = {
      time: Float64Array.of(1, 5, 5),
      entry: Float64Array.of(0, 3, 3),
      cause: Uint8Array.of(1, 1, 0),
      weight,
    };
    expect([...atRiskTable(kaplanMeier({ ...cohort, weightKind: "sampling" })[0], [2]).nRisk]).toEqual([0]);
  });

  it("holds in each group of a group that changes, which at 0 has nobody who changed", () => {
    const { subjects: spells } = timeDependentGroup(
      { time: Float64Array.of(4, 6, 8), cause: Uint8Array.of(1, 0, 1) },
      Float64Array.of(2, Number.NaN, 5),
    );
    const [before, after] = kaplanMeier(spells);
    const at = [0, 2, 3, 4.5, 6, 7];
    expect([...atRiskTable(before, at).nRisk]).toEqual([3, 3, 2, 2, 1, 0]);
    expect([...atRiskTable(after, at).nRisk]).toEqual([0, 0, 1, 0, 1, 1]);
  });
});

describe("survivalAt", () => {
  it("steps at the event time itself, stays at 0 where everybody has died, and knows nothing past the last follow-up of others", () => {
    expect(survivalAt(four, 0.99)).toMatchObject({ survival: 1, stdErr: 0, upper: 1, nRisk: 4 });
    expect(survivalAt(four, 1)).toMatchObject({ survival: 0.75, nRisk: 4 });
    expect(survivalAt(four, 1.01)).toMatchObject({ survival: 0.75, nRisk: 3 });
    expect(survivalAt(four, 4)).toMatchObject({ survival: 0, nRisk: 1, lower: Number.NaN });
    expect(survivalAt(four, 4.01)).toMatchObject({ survival: 0, nRisk: 0, lower: Number.NaN });
    expect(survivalAt(curve([1, 2], [1, 0]), 2.01)).toBeNull();
    expect(survivalAt(nobody, 0)).toBeNull();
  });
});

describe("confidenceLimits", () => {
  it("clips plain to [0, 1] and log at 1", () => {
    expect(confidenceLimits(0.9, 0.2, { type: "plain" }).upper).toBe(1);
    expect(confidenceLimits(0.1, 0.2, { type: "plain" }).lower).toBe(0);
    expect(confidenceLimits(0.9, 0.2, { type: "log" }).upper).toBe(1);
  });

  it("is undefined without a standard error above 0, of every type", () => {
    for (const type of ["plain", "log", "log-log", "logit", "arcsine"] as const)
      for (const [survival, stdErr] of [
        [1, 0],
        [0, Number.NaN],
        [0, 0],
        [0.5, 0],
      ])
        expect(confidenceLimits(survival, stdErr, { type })).toEqual({ lower: Number.NaN, upper: Number.NaN });
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

  it("takes the beginning of a stretch that falls no further, as R prints it, and says which", () => {
    const flat = curve([1, 2, 3, 8], [1, 1, 0, 0]);
    expect(quantile(flat, 0.5)).toMatchObject({ kind: "reached", time: 2, flat: "ends" });
    expect(quantile(curve([1, 2, 3, 4], [1, 1, 1, 1]), 0.5)).toMatchObject({ time: 2.5, flat: "falls" });
    expect(quantile(four, 0.4)).not.toHaveProperty("flat");
  });

  it("has the estimate within limits that rise again where few are at risk", () => {
    // survfit(Surv(e, t, c) ~ 1, conf.type = "log-log") of R prints median 4.8 with a lower limit that its quantile()
    // puts after it.
    const entry = Float64Array.of(0, 0, 0, 0, 2, 2, 3, 4.9, 4.9, 4.9, 4.9, 4.9);
    const time = Float64Array.of(1, 2.5, 4, 4.8, 5, 4.5, 4.8, 5.5, 6, 7, 8, 9);
    const late = kaplanMeier({ time, entry, cause: Uint8Array.from(time, (_, i) => (i === 5 ? 0 : 1)) })[0];
    const found = quantile(late, 0.5);
    if (found.kind !== "reached") throw new Error("not reached");
    expect(found.lower).toBeLessThanOrEqual(found.time);
    expect(found.upper ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(found.time);
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
    expect(restrictedMean(four, 0.5)).toMatchObject({ restrictedMean: 0.5, stdErr: 0, tau: 0.5, events: 0, nRisk: 4 });
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
