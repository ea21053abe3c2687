import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random";
import {
  compareRestrictedMeans,
  conditionalSurvival,
  cumulativeIncidence,
  curveLimits,
  incidenceAt,
  kaplanMeier,
  longestTau,
  restrictedMean,
  restrictedMeanLimits,
  survivalAt,
  survivalDifference,
} from "./index";
import { subjects } from "./reference/subjects";

const curve = (time: number[], cause: number[], more: Partial<Parameters<typeof kaplanMeier>[0]> = {}) =>
  kaplanMeier({ ...subjects(time, cause), ...more })[0];
const repeated = (count: number, value: number) => Array.from({ length: count }, () => value);

describe("survival of 100 % with nobody failing", () => {
  // binom.test(m, m)$conf.int of R 4.2.2: lower limits at 95 % for m = 1, 2, 5 and 40.
  const clopperPearson = { 1: 0.025, 2: 0.1581139, 5: 0.4781762, 40: 0.9119027 } as Record<number, number>;

  it("has the lower limit of Clopper and Pearson for those at risk, before and after the first censoring", () => {
    const time = [...repeated(35, 3), ...repeated(3, 6), 8, 9];
    const free = curve(time, repeated(40, 0));
    for (const [t, m] of [
      [1, 40],
      [3, 40],
      [4, 5],
      [7, 2],
      [9, 1],
    ]) {
      expect(survivalAt(free, t)?.lower).toBeCloseTo(clopperPearson[m], 7);
      expect(survivalAt(free, t)?.upper).toBe(1);
      for (const type of ["plain", "log", "log-log"] as const)
        expect(survivalAt(free, t, { type })?.lower).toBe(survivalAt(free, t)?.lower);
    }
    expect(survivalAt(free, 4, { level: 0.9 })?.lower).toBeCloseTo(0.05 ** (1 / 5), 14);
    expect([...curveLimits(free).lower]).toEqual([3, 6, 8, 9].map((t) => survivalAt(free, t)?.lower));
  });

  it("is certain at the start alone", () => {
    expect(survivalAt(curve([1, 2], [0, 0]), 0)).toMatchObject({ lower: 1, upper: 1 });
  });

  it("rests with delayed entry on the fewest at risk so far, and knows nothing where nobody was", () => {
    const entry = Float64Array.of(0, 0, 2, 2, 2);
    const late = curve([1, 9, 9, 9, 9], [0, 0, 0, 0, 0], { entry });
    expect(survivalAt(late, 1)?.lower).toBeCloseTo(0.025 ** (1 / 2), 14);
    expect(survivalAt(late, 5)?.lower).toBeCloseTo(0.025, 14);
    const gap = curve([1, 9, 9], [0, 0, 0], { entry: Float64Array.of(0, 2, 2) });
    expect(survivalAt(gap, 5)?.lower).toBe(0);
    const old = curve([70, 80], [0, 0], { entry: Float64Array.of(60, 60) });
    expect(survivalAt(old, 65)?.lower).toBeCloseTo(0.025 ** (1 / 2), 14);
  });

  it("has no limits with sampling weights, of which the number at risk is no count", () => {
    const weight = Float64Array.of(2, 3);
    expect(survivalAt(curve([1, 2], [0, 0], { weight, weightKind: "sampling" }), 1)).toMatchObject({
      ...{ lower: Number.NaN, upper: Number.NaN },
    });
    expect(survivalAt(curve([1, 2], [0, 0], { weight }), 1)?.lower).toBeCloseTo(0.025 ** (1 / 5), 14);
  });

  it("covers what it should: a true survival of 0.9 at 20 patients, censoring at random", () => {
    const random = seededRandom(5);
    let missed = 0;
    let free = 0;
    for (let round = 0; round < 4000; round++) {
      const failing = Array.from({ length: 20 }, () => -Math.log(random()) / -Math.log(0.9));
      const leaving = failing.map(() => 2 * random());
      const one = curve(
        failing.map((t, i) => Math.min(t, leaving[i], 1)),
        failing.map((t, i) => (t <= leaving[i] && t <= 1 ? 1 : 0)),
      );
      if (one.events > 0) continue;
      free++;
      if ((survivalAt(one, 1)?.lower ?? 0) > 0.9) missed++;
    }
    expect(free).toBeGreaterThan(400);
    // Nobody fails in 0.9^n of cohorts; the limit is above 0.9 only from 36 at risk on, which 20 patients never are.
    expect(missed).toBe(0);
  });

  it("is what survival given alive has, when nobody failed since", () => {
    const [alive] = conditionalSurvival(subjects([1, 4, 5, 6], [1, 0, 0, 0]), 2, 2);
    expect(alive).toMatchObject({ survival: 1, nRisk: 3 });
    expect(alive?.lower).toBeCloseTo(0.025 ** (1 / 3), 14);
  });

  it("holds for a cause of which there was no event yet", () => {
    const [curves] = cumulativeIncidence(subjects([1, 2, 3, 4], [2, 0, 1, 0]));
    expect(incidenceAt(curves, 1, 2)).toMatchObject({ incidence: 0, lower: 0 });
    expect(incidenceAt(curves, 1, 2)?.upper).toBeCloseTo(1 - 0.025 ** (1 / 3), 14);
    expect(incidenceAt(curves, 1, 2.5)?.upper).toBeCloseTo(1 - 0.025 ** (1 / 2), 14);
  });
});

describe("no standard error, no P", () => {
  const free = (n: number) => curve(repeated(n, 8.1), repeated(n, 0));
  const some = curve(
    Array.from({ length: 20 }, (_, i) => i + 1),
    Array.from({ length: 20 }, (_, i) => (i % 3 === 0 ? 1 : 0)),
  );

  it("the restricted mean of a curve that never falls is tau exactly", () => {
    const odd = curve([0.1, 0.7, 1.3, 3.2, 8.7], repeated(5, 0));
    for (const tau of [0.3, 1.1, 8.7])
      expect(restrictedMean(odd, tau)).toMatchObject({ restrictedMean: tau, stdErr: 0 });
    const { difference } = compareRestrictedMeans(odd, free(4), 8.1);
    expect([difference.estimate, difference.lower, difference.p]).toEqual([0, Number.NaN, Number.NaN]);
  });

  it("a difference needs a standard error of both: one censored patient proves nothing", () => {
    for (const other of [free(1), free(81)]) {
      const means = compareRestrictedMeans(other, some, 8);
      expect([means.difference.p, means.ratio.p, means.difference.lower]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
      const at = survivalDifference(other, some, 8);
      expect([at?.p, at?.lower, at?.logLog.p]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    }
  });

  it("yet has an interval, from the exact limit of the group without an event", () => {
    const at = survivalDifference(free(81), some, 8);
    const other = survivalAt(some, 8);
    if (!at || !other) throw new Error("followed");
    expect(at.logLog.lower).toBeCloseTo(
      at.estimate - Math.hypot(1 - 0.025 ** (1 / 81), other.upper - other.survival),
      14,
    );
    expect(at.logLog.upper).toBeCloseTo(at.estimate + (other.survival - other.lower), 14);
    const { byTimeLost, a } = compareRestrictedMeans(free(81), some, 8);
    expect(restrictedMeanLimits(a)).toEqual({ lower: 8 * 0.025 ** (1 / 81), upper: 8 });
    expect(byTimeLost.lower).toBeGreaterThan(0);
  });
});

describe("survivalDifference on the complementary log–log scale", () => {
  it("is Klein's test: the difference of log(−log Ŝ) over its delta-method error", () => {
    // Ŝ = 1/2 of four with Greenwood 1/4·… : a falls at 1 and 2 of 4, b at 1 of 4.
    const a = curve([1, 2, 3, 3], [1, 1, 0, 0]);
    const b = curve([1, 3, 3, 3], [1, 0, 0, 0]);
    const [va, vb] = [1 / 12 + 1 / 6, 1 / 12];
    const z =
      (Math.log(Math.log(4 / 3)) - Math.log(Math.log(2))) /
      Math.hypot(Math.sqrt(va) / Math.log(2), Math.sqrt(vb) / Math.log(4 / 3));
    expect(survivalDifference(a, b, 2.5)?.logLog.z).toBeCloseTo(z, 13);
    expect(survivalDifference(b, a, 2.5)?.logLog.z).toBeCloseTo(-z, 13);
  });

  it("covers and rejects as it should at 20 a group, where the plain one does not", () => {
    const random = seededRandom(3);
    const group = () => {
      const failing = Array.from({ length: 20 }, () => -Math.log(random()) / 0.15);
      const leaving = failing.map(() => 1 + 4 * random());
      return curve(
        failing.map((t, i) => Math.min(t, leaving[i])),
        failing.map((t, i) => (t <= leaving[i] ? 1 : 0)),
      );
    };
    const rounds = 3000;
    const counts = { plain: 0, logLog: 0, rejected: 0, tested: 0 };
    for (let round = 0; round < rounds; round++) {
      const at = survivalDifference(group(), group(), 1);
      if (!at) continue;
      if (at.lower <= 0 && at.upper >= 0) counts.plain++;
      if (at.logLog.lower <= 0 && at.logLog.upper >= 0) counts.logLog++;
      if (at.logLog.p < 0.05) counts.rejected++;
    }
    expect(counts.logLog / rounds).toBeGreaterThan(0.945);
    expect(counts.plain / rounds).toBeLessThan(0.93);
    expect(counts.rejected / rounds).toBeLessThan(0.055);
  });
});

describe("restricted means at few events", () => {
  it("are covered better by limits from the time lost than by plain ones, and their differences as they should be", () => {
    const random = seededRandom(9);
    const rate = 0.1;
    const truth = (1 - Math.exp(-rate)) / rate;
    const group = () => {
      const failing = Array.from({ length: 20 }, () => -Math.log(random()) / rate);
      return curve(
        failing.map((t) => Math.min(t, 1.5)),
        failing.map((t) => (t <= 1.5 ? 1 : 0)),
      );
    };
    const rounds = 2000;
    const counts = { plain: 0, byTimeLost: 0, difference: 0, ratio: 0 };
    for (let round = 0; round < rounds; round++) {
      const { a, byTimeLost, ratioByTimeLost } = compareRestrictedMeans(group(), group(), 1);
      const { lower, upper } = restrictedMeanLimits(a);
      if (lower <= truth && truth <= upper) counts.byTimeLost++;
      if (Math.abs(a.restrictedMean - truth) <= 1.96 * a.stdErr) counts.plain++;
      if (byTimeLost.lower <= 0 && byTimeLost.upper >= 0) counts.difference++;
      if (ratioByTimeLost.lower <= 1 && ratioByTimeLost.upper >= 1) counts.ratio++;
    }
    expect(counts.plain / rounds).toBeLessThan(0.8);
    expect(counts.byTimeLost / rounds).toBeGreaterThan(0.9);
    expect(counts.difference / rounds).toBeGreaterThan(0.935);
    expect(counts.ratio / rounds).toBeGreaterThan(0.935);
  });

  it("have a ratio whose limits lie on the same side of 1 as those of the difference of 0, by hand", () => {
    // One of twelve has the event at 0.1, eight of ten at 1.5.
    const a = curve([0.1, ...Array(11).fill(3)], [1, ...Array(11).fill(0)]);
    const b = curve([...Array(8).fill(1.5), 3, 3], [...Array(8).fill(1), 0, 0]);
    const { byTimeLost, ratioByTimeLost, ratio, a: first, b: second } = compareRestrictedMeans(a, b, 3);
    const [of, against] = [restrictedMeanLimits(first), restrictedMeanLimits(second)];
    const [m, n] = [first.restrictedMean, second.restrictedMean];
    const low = Math.hypot(Math.log(m / of.lower), Math.log(against.upper / n));
    expect(ratioByTimeLost.lower).toBeCloseTo((m / n) * Math.exp(-low), 13);
    const high = Math.hypot(Math.log(of.upper / m), Math.log(n / against.lower));
    expect(ratioByTimeLost.upper).toBeCloseTo((m / n) * Math.exp(high), 13);
    expect(byTimeLost.lower < 0).toBe(ratioByTimeLost.lower < 1);
    // The plain ones leave 1 out.
    expect([ratio.lower > 1, ratioByTimeLost.lower > 1]).toEqual([true, false]);
  });
});

describe("a group that has died out", () => {
  const dead = curve([1, 2, 3], [1, 1, 1]);
  const followed = curve([1, 2, 5, 9], [1, 0, 1, 0]);

  it("is at 0 from then on, in differences and in survival given alive too", () => {
    expect(survivalAt(dead, 8)).toMatchObject({ survival: 0, nRisk: 0 });
    expect(survivalDifference(followed, dead, 8)?.estimate).toBe(survivalAt(followed, 8)?.survival);
    expect(conditionalSurvival(subjects([1, 2, 3], [1, 1, 1]), 1, 7)[0]).toMatchObject({ survival: 0 });
    expect(survivalAt(followed, 9.5)).toBeNull();
  });

  it("keeps its cumulative incidence", () => {
    const [curves] = cumulativeIncidence(subjects([1, 2, 3], [1, 2, 1]));
    expect(incidenceAt(curves, 1, 8)).toMatchObject({ incidence: incidenceAt(curves, 1, 3)?.incidence });
    expect(incidenceAt(cumulativeIncidence(subjects([1, 2, 3], [1, 2, 0]))[0], 1, 8)).toBeNull();
  });

  it("does not bound the tau of restricted means: as survRM2, where the last of a group has the event", () => {
    expect(longestTau(dead, followed)).toBe(9);
    expect(longestTau(followed, curve([4], [0]))).toBe(4);
    expect(longestTau(dead, curve([7], [1]))).toBe(7);
    // An event and a censoring at the last time leave somebody: it bounds.
    expect(longestTau(curve([3, 3], [1, 0]), followed)).toBe(3);
    expect(compareRestrictedMeans(followed, dead, 9).b).toMatchObject({ restrictedMean: 2, nRisk: 0 });
  });
});
