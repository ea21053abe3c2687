import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareRestrictedMeans,
  coxRegression,
  cumulativeIncidence,
  cutPoint,
  fineGray,
  flemingHarrington,
  grayTest,
  kaplanMeier,
  logRank,
  maxCombo,
  medianFollowUp,
  pairwiseTests,
  proportionalHazards,
  restrictedMean,
  type Subjects,
  survivalTests,
  trendTest,
} from "./index";

/** A patient; `count` of them are equal. */
interface Patient {
  time: number;
  cause: number;
  group: number;
  stratum: number;
  count: number;
}

const patient = fc.record({
  time: fc.integer({ min: 1, max: 12 }),
  cause: fc.integer({ min: 0, max: 2 }),
  group: fc.integer({ min: 0, max: 2 }),
  stratum: fc.integer({ min: 0, max: 1 }),
  count: fc.integer({ min: 1, max: 3 }),
});
const cohort = fc.array(patient, { minLength: 12, maxLength: 40 });

type Cohort = Subjects & { group: Int16Array; strata: Int32Array };

function columns(rows: readonly Patient[], more: Partial<Subjects> = {}): Cohort {
  return {
    time: Float64Array.from(rows, ({ time }) => time),
    cause: Uint8Array.from(rows, ({ cause }) => cause),
    group: Int16Array.from(rows, ({ group }) => group),
    groupCount: 3,
    strata: Int32Array.from(rows, ({ stratum }) => stratum),
    ...more,
  } as Cohort;
}

const plain = ({ strata: _, ...subjects }: Cohort): Subjects => subjects;
const firstTwo = (subjects: Cohort) => ({
  ...plain(subjects),
  group: subjects.group.map((code) => (code < 2 ? code : -1)),
  groupCount: 2,
});
const chiSquare = (test: { kind: string; chiSquare?: number }) => test.chiSquare ?? Number.NaN;

function cox(subjects: Cohort, ties: "efron" | "breslow" | "exact") {
  const codes = Int32Array.from(subjects.group);
  const fit = coxRegression({ ...subjects, covariates: [{ name: "g", codes, levels: ["a", "b", "c"] }] }, { ties });
  if (!fit.ok || fit.value.convergence.kind !== "converged") return [];
  const { likelihoodRatio, score, wald } = fit.value;
  const tests = [likelihoodRatio, score, wald];
  // With a handful of events a trend in time cannot be told from the groups, to within rounding.
  const hasTrend = ties !== "exact" && fit.value.events > 8;
  return [...tests, ...(hasTrend ? [proportionalHazards(fit.value, "rank").global] : [])].map(
    (test) => test?.chiSquare ?? Number.NaN,
  );
}

function subdistribution(subjects: Cohort) {
  const codes = Int32Array.from(subjects.group);
  const fit = fineGray({ ...plain(subjects), covariates: [{ name: "g", codes, levels: ["a", "b", "c"] }] });
  return fit.ok && fit.value.convergence.kind === "converged" ? [fit.value.wald.chiSquare] : [];
}

/** Everything that gives a P of unordered groups, by the statistics behind it. */
const unordered: [string, (subjects: Cohort) => number[]][] = [
  ...[...survivalTests, flemingHarrington(2, 1)].map((test): [string, (subjects: Cohort) => number[]] => [
    test.label,
    (subjects) => [chiSquare(logRank(plain(subjects), { test })), chiSquare(logRank(subjects, { test }))],
  ]),
  ["Gray's test", (subjects) => [...grayTest(plain(subjects)), ...grayTest(subjects)].map(chiSquare)],
  ["Cox regression, Efron", (subjects) => cox(subjects, "efron")],
  ["Cox regression, Breslow", (subjects) => cox(subjects, "breslow")],
  ["Cox regression, exact", (subjects) => cox(subjects, "exact")],
  ["Fine–Gray regression", subdistribution],
];

/** And of ordered groups, or of two. */
const ordered: [string, (subjects: Cohort) => number[]][] = [
  ["trend", (subjects) => [chiSquare(trendTest(plain(subjects))), chiSquare(trendTest(subjects))]],
  [
    "MaxCombo",
    (subjects) => {
      const found = maxCombo(firstTwo(subjects));
      return found.kind === "tested" ? found.tests.map(({ z }) => Math.abs(z)) : [];
    },
  ],
  ["pairs", (subjects) => pairwiseTests(plain(subjects)).flatMap(({ result, holm }) => [chiSquare(result), holm])],
  [
    "restricted means",
    (subjects) => {
      const [a, b] = kaplanMeier(firstTwo(subjects));
      const tau = Math.min(...[a, b].map(({ time }) => time[time.length - 1] ?? Number.NaN));
      return [Math.abs(compareRestrictedMeans(a, b, tau).difference.z)];
    },
  ],
];

/** As near as the rounding of sums in another order allows; both undefined is equal. */
function expectSame(found: readonly number[], other: readonly number[], what: string): void {
  expect(other.length, what).toBe(found.length);
  found.forEach((value, i) => {
    const gap = Math.abs(value - other[i]) / Math.max(1e-2, Math.abs(value));
    if (!(Number.isNaN(value) && Number.isNaN(other[i])))
      expect(gap, `${what}, ${value} and ${other[i]}`).toBeLessThan(1e-6);
  });
}

describe.each(unordered)("%s", (_, statistics) => {
  it("does not depend on the order of groups", () => {
    fc.assert(
      fc.property(cohort, fc.constantFrom([0, 2, 1], [2, 0, 1], [1, 0, 2]), (rows, order) => {
        const renamed = rows.map((row) => ({ ...row, group: order[row.group] }));
        const [a, b] = [statistics(columns(rows)), statistics(columns(renamed))];
        // A fit may tell a ridge from a maximum in one order of columns only.
        if (a.length === b.length) expectSame(a, b, "groups in another order");
      }),
      { numRuns: 25 },
    );
  });
});

describe.each([...unordered, ...ordered])("%s", (_, statistics) => {
  it("does not depend on the unit of time", () => {
    fc.assert(
      fc.property(cohort, fc.constantFrom(1e-3, 30.4375, 1e7), (rows, unit) => {
        const scaled = rows.map((row) => ({ ...row, time: row.time * unit }));
        expectSame(statistics(columns(rows)), statistics(columns(scaled)), `times ${unit}`);
      }),
      { numRuns: 25 },
    );
  });

  it("takes a count weight for as many equal patients", () => {
    fc.assert(
      fc.property(cohort, (rows) => {
        const weight = Float64Array.from(rows, ({ count }) => count);
        const written = rows.flatMap((row) => Array.from({ length: row.count }, () => row));
        const [a, b] = [statistics(columns(rows, { weight })), statistics(columns(written))];
        if (a.length === b.length) expectSame(a, b, "weights");
      }),
      { numRuns: 25 },
    );
  });
});

it("estimates take a count weight for as many equal patients", () => {
  fc.assert(
    fc.property(cohort, (rows) => {
      const weighted = plain(columns(rows, { weight: Float64Array.from(rows, ({ count }) => count) }));
      const written = plain(columns(rows.flatMap((row) => Array.from({ length: row.count }, () => row))));
      const [curves, others] = [kaplanMeier(weighted), kaplanMeier(written)];
      curves.forEach((curve, g) => {
        const [mean, other] = [restrictedMean(curve, 9), restrictedMean(others[g], 9)];
        expectSame([mean.restrictedMean, mean.stdErr], [other.restrictedMean, other.stdErr], "restricted mean");
      });
      expect(medianFollowUp(weighted)).toEqual(medianFollowUp(written));
      expect(cumulativeIncidence(weighted).map(({ n }) => n)).toEqual(cumulativeIncidence(written).map(({ n }) => n));
    }),
    { numRuns: 25 },
  );
});

it("a cut-point search does not depend on the units of time and value", () => {
  fc.assert(
    fc.property(cohort, fc.constantFrom(0.01, 365.25), (rows, unit) => {
      const values = Float64Array.from(rows, ({ count, time }, row) => count + ((time * 7 + row) % 5));
      const found = cutPoint(plain(columns(rows)), values);
      const scaled = rows.map((row) => ({ ...row, time: row.time * unit }));
      const other = cutPoint(
        plain(columns(scaled)),
        values.map((value) => value * 10),
      );
      expect(other.kind).toBe(found.kind);
      if (found.kind === "found" && other.kind === "found")
        expectSame([found.statistic, found.p.lausen1992], [other.statistic, other.p.lausen1992], "cut");
    }),
    { numRuns: 25 },
  );
});
