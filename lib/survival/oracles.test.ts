import { describe, expect, it } from "vitest";
import { expectAgreement } from "../agreement/expectAgreement";
import oracles from "./fixtures/oracles.json";
import {
  conditionalSurvival,
  cumulativeIncidence,
  incidenceAt,
  kaplanMeier,
  logRank,
  maxCombo,
  nelsonAalen,
  type Subjects,
  survivalAt,
  survivalDifference,
  timeDependentGroup,
} from "./index";
import { codes, type Spec, subjectsOf } from "./reference/referenceCase";
import { tableOf } from "./reference/referenceCases";

// Every number here was computed with R 4.2.2, survival 3.5-3 and mvtnorm 1.1-3 by fixtures/oracles.R.
const cohort = (name: string, spec: Spec): Subjects => subjectsOf({ table: tableOf(name), spec });
const lung = cohort("lung", { time: "time", event: "event", group: "sex" });
const heartSpec = { time: "stop", event: "event", entry: "start" };

describe("maxCombo agrees with sums and pmvnorm in R", () => {
  const veteran = { time: "time", event: "event", group: "trt" };
  const cohorts = {
    lung,
    veteran: cohort("veteran", veteran),
    veteranStrata: cohort("veteran", { ...veteran, strata: "celltype" }),
    heart: cohort("heart", { ...heartSpec, group: "transplant" }),
  };

  it.each(Object.keys(cohorts) as (keyof typeof cohorts)[])("for %s", (name) => {
    const { z, correlation, p, error } = oracles.maxCombo[name];
    const found = maxCombo(cohorts[name]);
    if (found.kind !== "tested") throw new Error(found.reason);
    expectAgreement(
      "Z",
      found.tests.map((test) => test.z),
      z,
      1e-9,
    );
    expectAgreement("correlation", found.correlation, correlation, 1e-10);
    expect(Math.abs(found.p - p)).toBeLessThan(2 * error + found.integrationError);
    expect(found.integrationError).toBeLessThan(1e-5);
  });
});

it("the log-rank test with delayed entry, ties and strata agrees with its definition in R", () => {
  const { bands, score, variance, chisq, p } = oracles.lateStrata;
  const mgus = cohort("mgus2_age", { time: "exit", event: "death", entry: "entry", group: "sex" });
  const hgb = tableOf("mgus2_age").column("hgb");
  const strata = Int32Array.from(hgb, (value) =>
    Number.isNaN(value) ? -1 : value <= bands[0] ? 0 : value <= bands[1] ? 1 : 2,
  );
  const found = logRank({ ...mgus, strata });
  if (found.kind !== "tested") throw new Error(found.reason);
  expectAgreement(
    "score",
    [found.observed[0] - found.expected[0], found.variance[0], found.chiSquare],
    [score, variance, chisq],
    1e-9,
  );
  expectAgreement("P", [found.p], [p], 1e-8);
});

it("the survival difference at a time agrees with R", () => {
  const { t, estimate, se, lower, upper, p } = oracles.difference;
  const [male, female] = kaplanMeier(lung);
  const found = survivalDifference(male, female, t)!;
  expectAgreement(
    "difference",
    [found.estimate, found.stdErr, found.lower, found.upper, found.p],
    [estimate, se, lower, upper, p],
    1e-9,
  );
  expect(survivalDifference(male, female, 5000)).toBeNull();
});

it("conditional survival agrees with survfit on those followed further", () => {
  const { given, t, survival, se, lower, upper, nRisk } = oracles.conditional;
  const [male, female] = conditionalSurvival(lung, given, t);
  expectAgreement("survival", [female!.survival, male!.survival], survival, 1e-10);
  expectAgreement("standard error", [female!.stdErr, male!.stdErr], se, 1e-10);
  expectAgreement("limits", [female!.lower, male!.lower, female!.upper, male!.upper], [...lower, ...upper], 1e-9);
  expect([female!.nRisk, male!.nRisk]).toEqual(nRisk);
  expect(conditionalSurvival(lung, 5000, 1)).toEqual([null, null]);
});

it("a time-dependent group gives the Simon–Makuch curves and the Mantel–Byar test of R", () => {
  const { spells, at, survival, se, nRisk, score } = oracles.simonMakuch;
  const { subjects, rows } = timeDependentGroup(
    cohort("jasa", { time: "futime", event: "fustat" }),
    tableOf("jasa").column("wait"),
  );
  expect(rows.length).toBe(spells);
  const curves = kaplanMeier(subjects);
  const found = curves.flatMap((curve) => at.map((t) => survivalAt(curve, t)!));
  expectAgreement(
    "survival",
    found.map((one) => one.survival),
    survival,
    1e-10,
  );
  expectAgreement(
    "standard error",
    found.map((one) => one.stdErr),
    se,
    1e-10,
  );
  expectAgreement(
    "at risk at the next time of the curve, which is what R gives",
    curves.flatMap((curve) => at.map((t) => curve.nRisk[curve.time.findIndex((time) => time >= t)])),
    nRisk,
    0,
  );
  const test = logRank(subjects);
  if (test.kind !== "tested") throw new Error(test.reason);
  expectAgreement("chi-square", [test.chiSquare], [score], 1e-7);
});

describe("robust standard errors of weighted curves agree with R", () => {
  const heart = tableOf("heart");
  const heartWeight = heart.column("id").map((id) => 1 + (id % 3) / 4);
  const late = { ...cohort("heart", heartSpec), weight: heartWeight, weightKind: "sampling" as const };
  const inst = codes(tableOf("lung"), "inst");
  const cohorts: Record<keyof typeof oracles.robust, Subjects> = {
    rows: late,
    patients: { ...late, cluster: codes(heart, "id") },
    institutions: {
      ...lung,
      group: Int16Array.from(inst, (code) => (code < 0 ? -1 : 0)),
      cluster: inst.map((code) => Math.max(0, code)),
      weight: tableOf("lung")
        .column("age")
        .map((age) => 0.5 + (age % 5) / 8),
      weightKind: "sampling",
    },
  };

  it.each(Object.keys(cohorts) as (keyof typeof cohorts)[])("for %s", (name) => {
    const known = oracles.robust[name];
    const [curve] = kaplanMeier(cohorts[name]);
    const [hazard] = nelsonAalen(cohorts[name]);
    const of = (column: Float64Array) => Float64Array.from(known.time, (t) => column[curve.time.indexOf(t)]);
    expectAgreement("survival", of(curve.survival), known.surv, 1e-10);
    expectAgreement("standard error", of(curve.stdErr), known.se, 1e-10);
    expectAgreement("hazard", of(hazard.cumulativeHazard), known.hazard, 1e-10);
    expectAgreement("its standard error", of(hazard.stdErr), known.hazardSe, 1e-10);
  });
});

describe("cumulative incidence agrees with R", () => {
  type Known = { at: number[]; incidence: number[][]; se: number[][] };
  function expectIncidence(subjects: Subjects, { at, incidence, se }: Known): void {
    const [curves] = cumulativeIncidence(subjects);
    for (const cause of [1, 2]) {
      const found = at.map((t) => incidenceAt(curves, cause, t)!);
      expectAgreement(
        "incidence",
        found.map((one) => one.incidence),
        incidence.map((row) => row[cause - 1]),
        1e-10,
      );
      expectAgreement(
        "standard error",
        found.map((one) => one.stdErr),
        se.map((row) => row[cause - 1]),
        1e-9,
      );
    }
  }

  it("with sampling weights", () => {
    const weight = tableOf("pbc")
      .column("age")
      .map((age) => 0.5 + (Math.round(age) % 7) / 10);
    expectIncidence(
      { ...cohort("pbc", { time: "time", status: "status" }), weight, weightKind: "sampling" },
      oracles.weightedIncidence,
    );
  });

  it("with delayed entry", () => {
    const mgus = cohort("mgus2_age", { time: "exit", event: "death", entry: "entry" });
    const cause = mgus.cause.map((death, row) => (death === 0 && mgus.time[row] > 1000 ? 2 : death));
    expectIncidence({ ...mgus, cause }, oracles.lateIncidence);
  });
});
