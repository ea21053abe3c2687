import { describe, expect, it } from "vitest";
import {
  atRiskTable,
  compareRestrictedMeans,
  concordance,
  conditionalSurvival,
  coxRegression,
  cumulativeIncidence,
  cutPoint,
  fineGray,
  grayTest,
  kaplanMeier,
  landmark,
  logRank,
  maxCombo,
  medianFollowUp,
  nelsonAalen,
  pairwiseTests,
  permutationTest,
  quantile,
  restrictedMean,
  type Subjects,
  survivalAt,
  survivalDifference,
  timeDependentGroup,
  trendTest,
} from "./index";
import { subjects } from "./reference/subjects";

type Cohort = Subjects & { group: Int16Array };

const two = (time: number[], cause: number[], group: number[]) =>
  subjects(time, cause, { group, groupCount: 2 }) as Cohort;

/** The cohorts that any method must answer. */
const cohorts: Record<string, Cohort> = {
  nobody: two([], [], []),
  "one patient with the event": two([3], [1], [0]),
  "one patient without": two([3], [0], [0]),
  "all censored": two([1, 2, 3, 4], [0, 0, 0, 0], [0, 1, 0, 1]),
  "all events at one time": two([5, 5, 5, 5], [1, 1, 1, 1], [0, 1, 0, 1]),
  "events at time 0": two([0, 0, 1, 2], [1, 1, 1, 0], [0, 1, 0, 1]),
  "a group without events": two([1, 2, 3, 4, 5, 6], [1, 0, 1, 0, 1, 0], [0, 1, 0, 1, 0, 1]),
  "a group without patients": two([1, 2, 3], [1, 1, 0], [0, 0, 0]),
  "ties that differ by rounding": two([0.1 + 0.2, 0.3, 0.7, 0.1 * 7], [1, 1, 0, 1], [0, 1, 0, 1]),
  "times of 1e-6": two([1e-6, 2e-6, 3e-6, 4e-6], [1, 1, 1, 0], [0, 1, 0, 1]),
  "times of 1e9": two([1e9, 2e9, 3e9, 4e9], [1, 1, 1, 0], [0, 1, 0, 1]),
  "times that are missing": two([Number.NaN, 1, Number.POSITIVE_INFINITY, 2], [1, 1, 1, 1], [0, 1, 0, 1]),
  "competing events alone": two([1, 2, 3, 4], [2, 2, 2, 0], [0, 1, 0, 1]),
};

const covariates = ({ group }: Cohort) => [{ name: "g", codes: Int32Array.from(group), levels: ["a", "b"] }];

describe.each(Object.entries(cohorts))("%s", (_name, cohort) => {
  it("is answered by every method, without a throw and without a probability outside of 0 and 1", () => {
    const curves = kaplanMeier(cohort);
    expect(curves.length).toBe(2);
    for (const curve of curves) {
      expect(curve.n).toBe(curve.events + curve.censored + curve.competing);
      for (const survival of curve.survival) expect(survival >= 0 && survival <= 1).toBe(true);
      for (const p of [0.1, 0.5, 0.9]) quantile(curve, p);
      restrictedMean(curve, 2);
      survivalAt(curve, 2);
      atRiskTable(curve, [0, 1, 2]);
    }
    compareRestrictedMeans(curves[0], curves[1], 2);
    survivalDifference(curves[0], curves[1], 2);
    nelsonAalen(cohort);
    medianFollowUp(cohort);
    conditionalSurvival(cohort, 1, 1);
    cumulativeIncidence(cohort);
    kaplanMeier(landmark(cohort, 1));
    logRank(
      timeDependentGroup(
        cohort,
        cohort.time.map((time) => time / 2),
      ).subjects,
    );
    const tests = [
      logRank(cohort),
      trendTest(cohort),
      ...grayTest(cohort),
      ...pairwiseTests(cohort).map((pair) => pair.result),
    ];
    for (const test of tests) if (test.kind === "tested") expect(test.p >= 0 && test.p <= 1).toBe(true);
    const combo = maxCombo(cohort);
    if (combo.kind === "tested") expect(combo.p >= 0 && combo.p <= 1).toBe(true);
    for (const { done } of permutationTest(cohort, { count: 10 })) expect(done).toBeLessThan(10);
    cutPoint(
      cohort,
      cohort.time.map((time, row) => time + row),
    );
    coxRegression({ ...cohort, covariates: covariates(cohort) });
    fineGray({ ...cohort, covariates: covariates(cohort) });
    concordance(
      cohort,
      cohort.time.map((time) => -time),
    );
  });
});

const reason = (test: { kind: string; reason?: string }) => test.reason ?? test.kind;
const problem = (cohort: Cohort) => {
  const fit = coxRegression({ ...cohort, covariates: covariates(cohort) });
  return fit.ok ? fit.value.coefficients.map(({ kind }) => kind).join() : fit.reason;
};

it.each([
  ["nobody", "noSubjects", "notReached", "noSubjects"],
  ["one patient with the event", "oneGroup", "reached", ""],
  ["one patient without", "noEvents", "notReached", "noEvents"],
  ["all censored", "noEvents", "notReached", "noEvents"],
  ["all events at one time", "noVariance", "reached", "estimated"],
  ["events at time 0", "tested", "reached", "estimated"],
  ["a group without events", "tested", "reached", "infinite"],
  ["a group without patients", "oneGroup", "reached", ""],
  ["ties that differ by rounding", "tested", "reached", "estimated"],
  ["times of 1e-6", "tested", "reached", "estimated"],
  ["times of 1e9", "tested", "reached", "estimated"],
  ["times that are missing", "oneGroup", "notReached", ""],
  ["competing events alone", "noEvents", "notReached", "noEvents"],
])("%s: the log-rank test says %s, the first group's median %s, the Cox model “%s”", (name, test, median, cox) => {
  const cohort = cohorts[name];
  expect(reason(logRank(cohort))).toBe(test);
  expect(quantile(kaplanMeier(cohort)[0], 0.5).kind).toBe(median);
  expect(problem(cohort)).toBe(cox);
});

it("ties that differ by rounding are one time", () => {
  expect(
    [...kaplanMeier({ ...cohorts["ties that differ by rounding"], group: undefined, groupCount: 1 })[0].time].length,
  ).toBe(2);
});

it("times of 1e-6 and of 1e9 give the P of the same times in another unit", () => {
  const p = (name: string) => {
    const test = logRank(cohorts[name]);
    return test.kind === "tested" ? test.p : Number.NaN;
  };
  expect(p("times of 1e-6")).toBeCloseTo(p("times of 1e9"), 14);
});
