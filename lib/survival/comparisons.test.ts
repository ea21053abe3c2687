import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustedP } from "./adjustedP";
import { compareRestrictedMeans } from "./compareRestrictedMeans";
import { contalOQuigley } from "./cutPoint/contalOQuigley";
import { cutPoint } from "./cutPoint/cutPoint";
import { cutPointPermutation } from "./cutPoint/cutPointPermutation";
import { gaussianMaximum } from "./cutPoint/gaussianMaximum";
import { logRankScan } from "./cutPoint/logRankScan";
import { kaplanMeier } from "./kaplanMeier";
import { logRank } from "./logRank";
import { maxCombo } from "./maxCombo";
import { permutationTest } from "./permutationTest";
import { subjects } from "./reference/subjects";
import { logRankTest } from "./tests/logRankTest";

describe("adjustedP", () => {
  it("agrees with p.adjust, undefined P left out", () => {
    // R 4.2.2: p.adjust(c(0.01, 0.04, NA, 0.03, 0.5), m) for m of "holm", "BH" and "bonferroni".
    const { holm, benjaminiHochberg, bonferroni } = adjustedP([0.01, 0.04, Number.NaN, 0.03, 0.5]);
    const near = (found: Float64Array, known: number[]) =>
      expect(found.map((p) => Math.round(p * 1e14) / 1e14)).toEqual(
        Float64Array.from(known, (p) => Math.round(p * 1e14) / 1e14),
      );
    near(holm, [0.04, 0.09, Number.NaN, 0.09, 0.5]);
    near(benjaminiHochberg, [0.04, 0.16 / 3, Number.NaN, 0.16 / 3, 0.5]);
    near(bonferroni, [0.04, 0.16, Number.NaN, 0.12, 1]);
    expect([...adjustedP([]).holm]).toEqual([]);
  });
});

describe("compareRestrictedMeans", () => {
  it("has no test without variance, and an undefined ratio where nothing is lost", () => {
    const [a, b] = kaplanMeier(subjects([5, 5], [0, 0], { group: [0, 1] }));
    const { difference, timeLostRatio } = compareRestrictedMeans(a, b, 4);
    expect([difference.estimate, difference.stdErr, difference.p]).toEqual([0, Number.NaN, Number.NaN]);
    expect(timeLostRatio.estimate).toBeNaN();
  });
});

const drain = <T, R>(run: Generator<T, R>): { reports: T[]; result: R } => {
  const reports: T[] = [];
  for (;;) {
    const step = run.next();
    if (step.done) return { reports, result: step.value };
    reports.push(step.value);
  }
};

describe("permutationTest", () => {
  const eight = subjects([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 0, 1, 1, 1, 0, 1], { group: [0, 0, 0, 1, 0, 1, 1, 1] });

  /** All 70 ways to deal the two groups of four: a second way to the same P. */
  function exactP(): number {
    const chiSquare = (group: number[]) => {
      const test = logRank({ ...eight, group: Int16Array.from(group) });
      return test.kind === "tested" ? test.chiSquare : Number.POSITIVE_INFINITY;
    };
    const observed = chiSquare([...eight.group!]);
    const all = Array.from({ length: 256 }, (_, bits) => Array.from({ length: 8 }, (_, i) => (bits >> i) & 1)).filter(
      (group) => group.reduce((a, b) => a + b) === 4,
    );
    expect(all.length).toBe(70);
    return all.filter((group) => chiSquare(group) >= observed * (1 - 1e-9)).length / 70;
  }

  it("comes as near as chance allows to the exact P, the same for the same seed", () => {
    const { reports, result } = drain(permutationTest(eight, { count: 5000, seed: 3 }));
    if (result.kind !== "tested") throw new Error(result.reason);
    expect(Math.abs(result.p - exactP())).toBeLessThan(4 * result.stdErr);
    expect(drain(permutationTest(eight, { count: 5000, seed: 3 })).result).toEqual(result);
    expect(reports.length).toBe(50);
    expect(reports[1]).toMatchObject({ done: 100, of: 5000 });
  });

  it("deals within strata, so that strata of one group each leave nothing to deal", () => {
    const strata = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1);
    const split = { ...eight, group: Int16Array.of(0, 0, 1, 1, 0, 0, 1, 1), strata };
    const { result } = drain(permutationTest(split, { count: 500 }));
    if (result.kind !== "tested") throw new Error(result.reason);
    // Each stratum of two and two has 6 deals, 36 together: P is a multiple of 1 / 36 up to chance.
    expect(result.p).toBeGreaterThan(1 / 36 / 2);
  });

  it("can be stopped, and says why there is no test", () => {
    const run = permutationTest(eight);
    expect(run.next().done).toBe(false);
    expect(run.return({ kind: "undefined", reason: "noEvents" }).done).toBe(true);
    expect(drain(permutationTest({ ...eight, cause: new Uint8Array(8) })).result).toEqual({
      kind: "undefined",
      reason: "noEvents",
    });
  });
});

describe("maxCombo", () => {
  const rows = fc.array(
    fc.record({
      time: fc.integer({ min: 1, max: 30 }),
      cause: fc.integer({ min: 0, max: 1 }),
      group: fc.integer({ min: 0, max: 1 }),
    }),
    { minLength: 8, maxLength: 40, size: "max" },
  );

  it("with the log-rank test alone is the log-rank test, and with all lies between one and all P", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const cohort = subjects(
          all.map(({ time }) => time),
          all.map(({ cause }) => cause),
          { group: all.map(({ group }) => group), groupCount: 2 },
        );
        const single = logRank(cohort);
        const alone = maxCombo(cohort, { tests: [logRankTest] });
        const combined = maxCombo(cohort);
        if (alone.kind === "undefined" || combined.kind === "undefined" || single.kind === "undefined") return;
        expect(alone.p).toBeCloseTo(single.p, 10);
        const p = combined.tests.map(
          ({ z }) => maxCombo(cohort, { tests: [logRankTest] }).kind === "tested" && 2 * upper(Math.abs(z)),
        );
        const least = Math.min(...p.map(Number));
        expect(combined.p).toBeGreaterThan(least - 1e-9);
        expect(combined.p).toBeLessThan(Math.min(1, combined.tests.length * least) + 1e-5);
      }),
      { numRuns: 20 },
    );
  });

  it("says why there is no test", () => {
    const reason = (...args: Parameters<typeof subjects>) => {
      const test = maxCombo(subjects(...args));
      return test.kind === "undefined" ? test.reason : test.kind;
    };
    expect(reason([1, 2, 3], [1, 1, 1], { group: [0, 1, 2] })).toBe("notTwoGroups");
    expect(reason([], [], { groupCount: 2 })).toBe("noSubjects");
    expect(reason([1, 2], [0, 0], { group: [0, 1] })).toBe("noEvents");
    expect(reason([1, 2], [1, 1], { group: [0, 0], groupCount: 2 })).toBe("noVariance");
    expect(reason([1, 2], [1, 1], { group: [0, 1], weight: Float64Array.of(1, 2), weightKind: "sampling" })).toBe(
      "samplingWeights",
    );
  });
});

/** P(Z > z) by the trapezoidal rule: plain, and enough for bounds. */
function upper(z: number): number {
  let sum = 0;
  for (let i = 0; i < 20000; i++) sum += Math.exp(-((z + (i + 0.5) / 2000) ** 2) / 2) / 2000;
  return sum / Math.sqrt(2 * Math.PI);
}

describe("cutPoint", () => {
  const time = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const values = Float64Array.of(9, 8, 7, 10, 6, 3, 4, 1, 2, 5);
  const cohort = subjects(time, [1, 1, 1, 1, 1, 0, 1, 1, 0, 1]);

  it("finds the cut R finds, where the statistics need not agree on one", () => {
    // R 4.2.2: maxstat.test(smethod = "LogRank"), the largest survdiff chi-square, the largest sum of martingale
    // residuals.
    const found = cutPoint(cohort, values);
    const scan = logRankScan(cohort, values);
    const contal = contalOQuigley(cohort, values);
    expect([
      found.kind === "found" && found.cut,
      scan.kind === "found" && scan.cut,
      contal.kind === "found" && contal.cut,
    ]).toEqual([5, 6, 5]);
  });

  it("leaves out rows of group −1 and rows without value", () => {
    const group = Int16Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, -1);
    const found = cutPoint(
      { ...cohort, group },
      values.map((value) => (value === 9 ? Number.NaN : value)),
    );
    expect(found.kind === "found" && found.n).toBe(8);
  });

  it("takes a count weight for as many rows, of those searched alone", () => {
    const weight = Float64Array.of(1, 3, 2, 1, 1, 2, 1, 4, 1, 1e12);
    const group = Int16Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, -1);
    const repeated = [0, 1, 1, 1, 2, 2, 3, 4, 5, 5, 6, 7, 7, 7, 7, 8];
    const of = (column: ArrayLike<number>) => repeated.map((row) => Number(column[row]));
    const rows = subjects(of(cohort.time), of(cohort.cause));
    const each = Float64Array.from(of(values));
    for (const search of [cutPoint, logRankScan, contalOQuigley])
      expect(search({ ...cohort, group, weight }, values)).toEqual(search(rows, each));
  });

  it("says why nothing was searched", () => {
    const reason = (result: { kind: string; reason?: string }) => result.reason;
    expect(reason(cutPoint(subjects([], []), new Float64Array(0)))).toBe("noSubjects");
    expect(reason(cutPoint({ ...cohort, cause: new Uint8Array(10) }, values))).toBe("noEvents");
    expect(reason(cutPoint(cohort, new Float64Array(10)))).toBe("noCut");
    expect(reason(cutPoint(subjects([4, 4, 4], [1, 1, 1]), Float64Array.of(1, 2, 3)))).toBe("noVariance");
    expect(reason(drain(cutPointPermutation(subjects([4, 4, 4], [1, 1, 1]), Float64Array.of(1, 2, 3))).result)).toBe(
      "noVariance",
    );
    expect(reason(cutPoint({ ...cohort, entry: new Float64Array(10) }, values))).toBe("delayedEntry");
    expect(
      reason(logRankScan({ ...cohort, weightKind: "sampling", weight: new Float64Array(10).fill(2) }, values)),
    ).toBe("weights");
    expect(reason(contalOQuigley(subjects([1], [1]), Float64Array.of(1)))).toBe("noCut");
  });

  it("has the Gaussian P of one cut for one cut, between one and all for more", () => {
    expect(gaussianMaximum(1.959963984540054, 100, [50])).toBeCloseTo(0.05, 12);
    const two = gaussianMaximum(1.959963984540054, 100, [40, 60])!;
    expect([two > 0.05, two < 0.1]).toEqual([true, true]);
    expect(
      gaussianMaximum(
        3,
        1e6,
        Array.from({ length: 1e5 }, (_, i) => 1e5 + i),
      ),
    ).toBeNull();
  });
});
