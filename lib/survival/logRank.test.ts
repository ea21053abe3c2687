import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateAndTest } from "./estimateAndTest";
import { kaplanMeier } from "./kaplanMeier";
import { type LogRankResult, logRank } from "./logRank";
import { pairwiseTests } from "./pairwiseTests";
import { petoHazardRatio } from "./petoHazardRatio";
import { subjects } from "./reference/subjects";
import { flemingHarrington } from "./tests/flemingHarrington";
import { survivalTests } from "./tests/registry";
import { trendTest } from "./trendTest";

const reason = (result: LogRankResult) => (result.kind === "undefined" ? result.reason : result.kind);
const tested = (result: LogRankResult) => {
  if (result.kind !== "tested") throw new Error(result.reason);
  return result;
};
const of = (time: number[], cause: number[], group: number[], rest = {}) =>
  logRank(subjects(time, cause, { group, groupCount: 2, ...rest }));

describe("logRank", () => {
  it("sums exact fractions of a hand-sized example", () => {
    // At 1: 1 of 4 dies, 2 at risk in each group; at 2: 1 of 3, (1, 2) at risk; at 3: 1 of 2, (1, 1); at 4: 1 of 1.
    const { observed, expected, variance, chiSquare } = tested(of([1, 2, 3, 4], [1, 1, 1, 1], [0, 1, 0, 1]));
    expect([...observed]).toEqual([2, 2]);
    expect(expected[0]).toBeCloseTo(1 / 2 + 1 / 3 + 1 / 2, 15);
    expect(variance[0]).toBeCloseTo(1 / 4 + 2 / 9 + 1 / 4, 15);
    expect(chiSquare).toBeCloseTo((2 / 3) ** 2 / (13 / 18), 14);
  });

  it("says why there is no test", () => {
    expect(reason(of([], [], []))).toBe("noSubjects");
    expect(reason(of([1, 2], [1, 1], [-1, -1]))).toBe("noSubjects");
    expect(reason(of([1, 2], [0, 2], [0, 1]))).toBe("noEvents");
    expect(reason(of([1, 2], [1, 1], [1, 1]))).toBe("oneGroup");
    expect(reason(of([1, 2], [0, 1], [0, 1]))).toBe("oneGroup");
    expect(reason(of([3, 3], [1, 1], [0, 1]))).toBe("noVariance");
    expect(reason(of([1, 9, 8], [1, 1, 1], [0, 1, 1], { entry: Float64Array.of(0, 5, 5) }))).toBe("noVariance");
  });

  it("leaves out groups without expected events from its degrees of freedom", () => {
    const result = tested(
      logRank(subjects([1, 5, 6, 7, 8], [0, 1, 1, 1, 0], { group: [2, 0, 1, 0, 1], groupCount: 4 })),
    );
    expect([result.groupsUsed, result.df]).toEqual([[0, 1], 1]);
  });

  it("keeps a group without events that was at risk", () => {
    expect(tested(of([1, 2, 3, 4], [1, 1, 0, 0], [0, 0, 1, 1])).observed[1]).toBe(0);
  });

  it("knows the logarithm of P values too small for a number", () => {
    const n = 4000;
    const time = Array.from({ length: n }, (_, i) => i + 1);
    const { p, logP } = tested(
      of(
        time,
        time.map(() => 1),
        time.map((t) => (t <= n / 2 ? 0 : 1)),
      ),
    );
    expect([p, logP < -745, Number.isFinite(logP)]).toEqual([0, true, true]);
  });

  it("is stratified: a stratum by itself adds its own sums", () => {
    const time = [1, 2, 3, 4, 1, 2, 3, 4];
    const cause = [1, 1, 0, 1, 1, 0, 1, 1];
    const group = [0, 1, 0, 1, 1, 1, 0, 0];
    const parts = [0, 1].map((s) =>
      tested(of(time.slice(4 * s, 4 * s + 4), cause.slice(4 * s, 4 * s + 4), group.slice(4 * s, 4 * s + 4))),
    );
    const both = tested(of(time, cause, group, { strata: Int32Array.of(0, 0, 0, 0, 5, 5, 5, 5) }));
    expect(both.expected[0]).toBeCloseTo(parts[0].expected[0] + parts[1].expected[0], 14);
    expect(both.variance[0]).toBeCloseTo(parts[0].variance[0] + parts[1].variance[0], 14);
    expect(reason(of(time, cause, group, { strata: new Int32Array(8).fill(-1) }))).toBe("noSubjects");
  });

  it("has no one-step hazard ratio beyond two groups, and refuses scores that do not fit", () => {
    const three = subjects([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 1], { group: [0, 1, 2, 0, 1, 2] });
    expect(petoHazardRatio(logRank(three))).toBeNull();
    expect(() => trendTest(three, { scores: [1, 2] })).toThrow(RangeError);
    expect(trendTest(three, { scores: [1, 1, 1] })).toEqual({ kind: "undefined", reason: "noVariance" });
    expect(pairwiseTests(three).map(({ groups }) => groups)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(() => flemingHarrington(-1, 0)).toThrow(RangeError);
  });
});

const rows = fc.array(
  fc.record({
    time: fc.integer({ min: 0, max: 200 }),
    cause: fc.integer({ min: 0, max: 1 }),
    group: fc.integer({ min: 0, max: 3 }),
    entry: fc.integer({ min: -50, max: 150 }),
    stratum: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 12, maxLength: 80, size: "max" },
);
type Rows = { time: number; cause: number; group: number; entry: number; stratum: number }[];
const from = (all: Rows, scale = 1, order = [0, 1, 2, 3]) =>
  subjects(
    all.map(({ time }) => time * scale),
    all.map(({ cause }) => cause),
    {
      group: all.map(({ group }) => order[group]),
      groupCount: 4,
      entry: Float64Array.from(all, ({ entry, time }) => Math.min(entry, time - 1) * scale),
      strata: Int32Array.from(all, ({ stratum }) => stratum),
    },
  );

function expectSame(a: LogRankResult, b: LogRankResult): void {
  if (a.kind !== "tested" || b.kind !== "tested") {
    expect(reason(a)).toBe(reason(b));
    return;
  }
  expect(a.df).toBe(b.df);
  expect(Math.abs(a.chiSquare - b.chiSquare)).toBeLessThan(1e-8 * Math.max(1, a.chiSquare));
}

describe.each(survivalTests.map((test) => ({ test, label: test.label })))("$label, for any cohort", ({ test }) => {
  it("gives the same whatever the order of groups", () => {
    fc.assert(
      fc.property(rows, (all) =>
        expectSame(logRank(from(all), { test }), logRank(from(all, 1, [2, 0, 3, 1]), { test })),
      ),
    );
  });

  it("gives the same whatever the unit of time", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(1e-6, 1 / 30.4375, 1e9), (all, scale) =>
        expectSame(logRank(from(all), { test }), logRank(from(all, scale), { test })),
      ),
    );
  });

  it("gives in one pass with the curves what it gives alone", () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(estimateAndTest(from(all), { test }).test).toEqual(logRank(from(all), { test }));
        const unstratified = { ...from(all), strata: undefined };
        for (const entry of [unstratified.entry, undefined]) {
          const together = estimateAndTest({ ...unstratified, entry }, { test });
          expect(together.test).toEqual(logRank({ ...unstratified, entry }, { test }));
          expect(together.curves).toEqual(kaplanMeier({ ...unstratified, entry }));
        }
      }),
    );
  });
});

describe("the pairs and the trend, for any cohort", () => {
  it("agree with the test itself where there are two groups", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const two = from(all.map((row) => ({ ...row, group: row.group % 2 })));
        const whole = logRank({ ...two, groupCount: 2 });
        expectSame(pairwiseTests({ ...two, groupCount: 2 })[0].result, whole);
        const trend = trendTest({ ...two, groupCount: 2 });
        if (trend.kind === "tested" && whole.kind === "tested") expect(trend.chiSquare).toBeCloseTo(whole.chiSquare, 8);
      }),
    );
  });
});
