import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cumulativeIncidence, incidenceAt, incidenceLimits } from "./cumulativeIncidence";
import { grayTest } from "./grayTest";
import { kaplanMeier } from "./kaplanMeier";
import { subjects } from "./reference/subjects";

describe("cumulativeIncidence", () => {
  it("shares out exact fractions among the causes", () => {
    const [{ eventFree, causes, censored }] = cumulativeIncidence(subjects([1, 2, 3, 4], [1, 2, 0, 1]));
    expect(causes.map(({ cause, events }) => [cause, events])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect([...eventFree]).toEqual([3 / 4, 1 / 2, 1 / 2, 0]);
    expect([...causes[0].incidence]).toEqual([1 / 4, 1 / 4, 1 / 4, 3 / 4]);
    expect([...causes[1].incidence]).toEqual([0, 1 / 4, 1 / 4, 1 / 4]);
    expect(causes[0].stdErr[0]).toBeCloseTo(Math.sqrt((0.25 * 0.75) / 4), 15);
    expect(censored).toBe(1);
  });

  it("answers nobody, all censored, and a cause that does not occur", () => {
    expect(cumulativeIncidence(subjects([], []))[0]).toMatchObject({ n: 0, causes: [] });
    const [none] = cumulativeIncidence(subjects([1, 2], [0, 0]));
    expect([none.causes, [...none.eventFree]]).toEqual([[], [1, 1]]);
    expect(incidenceAt(none, 1, 1)).toBeNull();
  });

  it("steps at the time itself, is 0 before the first and unknown past the last", () => {
    const [curves] = cumulativeIncidence(subjects([2, 4], [2, 0]));
    expect(incidenceAt(curves, 2, 1)).toEqual({
      ...{ incidence: 0, stdErr: 0, lower: 0 },
      upper: expect.closeTo(1 - Math.sqrt(0.025), 12),
    });
    expect(incidenceAt(curves, 2, 2)).toMatchObject({ incidence: 0.5 });
    expect(incidenceAt(curves, 2, 4.5)).toBeNull();
    expect(incidenceLimits(curves, curves.causes[0], { type: "plain" }).upper[1]).toBe(1);
  });
});

describe("grayTest", () => {
  const outcome = (...args: Parameters<typeof subjects>) =>
    grayTest(subjects(...args)).map((test) => (test.kind === "undefined" ? test.reason : test.kind));

  it("says why there is no test", () => {
    expect(outcome([1, 2], [0, 0], { group: [0, 1] })).toEqual([]);
    expect(outcome([1, 2], [1, 2], { group: [0, 0], groupCount: 2 })).toEqual(["oneGroup", "oneGroup"]);
    expect(outcome([1, 2], [1, 0], { group: [0, 1], entry: Float64Array.of(0, 0) })).toEqual(["delayedEntry"]);
    expect(outcome([1, 2], [1, 0], { group: [0, 1], weight: Float64Array.of(1, 2), weightKind: "sampling" })).toEqual([
      "samplingWeights",
    ]);
    expect(outcome([3, 3], [1, 1], { group: [0, 1] })).toEqual(["noVariance"]);
  });
});

const cohort = fc.array(
  fc.record({
    time: fc.integer({ min: 1, max: 30 }),
    cause: fc.integer({ min: 0, max: 2 }),
    group: fc.integer({ min: 0, max: 1 }),
    late: fc.integer({ min: -20, max: 25 }),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 50, size: "max" },
);
type Rows = { time: number; cause: number; group: number; late: number; count: number }[];
const from = (rows: Rows, isLate: boolean, rest = {}) =>
  subjects(
    rows.map(({ time }) => time),
    rows.map(({ cause }) => cause),
    {
      group: rows.map(({ group }) => group),
      groupCount: 2,
      ...(isLate ? { entry: Float64Array.from(rows, ({ late, time }) => Math.min(late, time - 1)) } : {}),
      ...rest,
    },
  );

describe("for any cohort", () => {
  it.each([false, true])("incidences and event-free survival add up to 1 (delayed entry: %s)", (isLate) => {
    fc.assert(
      fc.property(cohort, (rows) => {
        for (const { eventFree, causes } of cumulativeIncidence(from(rows, isLate)))
          eventFree.forEach((free, i) => {
            expect(free + causes.reduce((sum, { incidence }) => sum + incidence[i], 0)).toBeCloseTo(1, 12);
          });
      }),
    );
  });

  it("a single cause is 1 − Kaplan–Meier with its standard error", () => {
    fc.assert(
      fc.property(cohort, (rows) => {
        const single = from(
          rows.map((row) => ({ ...row, cause: Math.min(1, row.cause) })),
          false,
        );
        const curves = kaplanMeier(single);
        cumulativeIncidence(single).forEach(({ causes }, g) => {
          causes[0]?.incidence.forEach((incidence, i) => {
            expect(incidence).toBeCloseTo(1 - curves[g].survival[i], 12);
            if (curves[g].survival[i] > 0) expect(causes[0].stdErr[i]).toBeCloseTo(curves[g].stdErr[i], 7);
          });
        });
      }),
    );
  });

  it.each([false, true])(
    "a count weight is as many equal rows, in incidence and test (delayed entry: %s)",
    (isLate) => {
      fc.assert(
        fc.property(cohort, (rows) => {
          const weighted = from(rows, isLate, { weight: Float64Array.from(rows, ({ count }) => count) });
          const written = from(
            rows.flatMap((row) => Array.from({ length: row.count }, () => row)),
            isLate,
          );
          const other = cumulativeIncidence(written);
          cumulativeIncidence(weighted).forEach(({ causes, time }, g) => {
            expect([...time]).toEqual([...other[g].time]);
            causes.forEach(({ incidence, stdErr, events }, i) => {
              expect(events).toBe(other[g].causes[i].events);
              incidence.forEach((value, at) => {
                expect(value).toBeCloseTo(other[g].causes[i].incidence[at], 12);
                expect(stdErr[at]).toBeCloseTo(other[g].causes[i].stdErr[at], 7);
              });
            });
          });
          expect(grayTest(weighted).map(({ kind }) => kind)).toEqual(grayTest(written).map(({ kind }) => kind));
        }),
      );
    },
  );

  it("Gray's test gives the same whatever the order of groups", () => {
    fc.assert(
      fc.property(cohort, (rows) => {
        const tests = grayTest(from(rows, false));
        const flipped = grayTest(
          from(
            rows.map((row) => ({ ...row, group: 1 - row.group })),
            false,
          ),
        );
        tests.forEach((test, i) => {
          const other = flipped[i];
          expect(test.kind).toBe(other.kind);
          if (test.kind === "tested" && other.kind === "tested") expect(test.chiSquare).toBeCloseTo(other.chiSquare, 6);
        });
      }),
    );
  });
});
