import { describe, expect, it } from "vitest";
import known from "./fixtures/weights.json";
import {
  compareRestrictedMeans,
  concordance,
  coxRegression,
  cumulativeIncidence,
  effectiveSize,
  estimateAndTest,
  incidenceAt,
  kaplanMeier,
  logRank,
  maxCombo,
  pairwiseTests,
  permutationTest,
  petoHazardRatio,
  proportionalHazards,
  restrictedMean,
  type Subjects,
  stepwise,
  survivalAt,
  survivalDifference,
  survivalTests,
  timeOrder,
  trendTest,
} from "./index";
import { codes, type Spec, subjectsOf } from "./reference/referenceCase";
import { tableOf } from "./reference/referenceCases";
import { subjects } from "./reference/subjects";

// R's numbers: fixtures/weights.R, R 4.2.2 with survival 3.5-3.
function sampled(name: string, spec: Spec, weightOf: (row: number) => number): Subjects {
  const cohort = subjectsOf({ table: tableOf(name), spec });
  const weight = Float64Array.from(cohort.time, (_, row) => weightOf(row));
  return { ...cohort, weight, weightKind: "sampling" };
}
const ids = tableOf("heart").column("id");
const ofVeteran = (row: number) => 0.5 + ((row + 1) % 5) / 4;
const veteran = (group: string, strata?: string) =>
  sampled("veteran", { time: "time", event: "event", group, ...(strata ? { strata } : {}) }, ofVeteran);
const heart = sampled(
  "heart",
  { time: "stop", event: "event", entry: "start", group: "transplant" },
  (row) => 1 + (ids[row] % 3) / 4,
);
const sex = sampled("lung", { time: "time", event: "event", group: "sex" }, (row) => 0.3 + ((row + 1) % 7) / 3);
const timesTen = (cohort: Subjects): Subjects => ({ ...cohort, weight: cohort.weight?.map((w) => 10 * w) });

function tested(cohort: Subjects) {
  const test = logRank(cohort);
  if (test.kind !== "tested") throw new Error(test.reason);
  return test;
}

describe("the log-rank test with sampling weights", () => {
  it.each([
    ["celltype", veteran("celltype")],
    ["trtStrata", veteran("trt", "celltype")],
    ["heart", heart],
    ["heartCluster", { ...heart, cluster: codes(tableOf("heart"), "id") }],
    ["sex", sex],
  ] as const)("is the robust score test of R's Cox model: %s", (name, cohort) => {
    const { chiSquare, df, p, robust } = tested(cohort);
    const [wantedChiSquare, wantedDf, wantedP] = known[name];
    expect(chiSquare / wantedChiSquare).toBeCloseTo(1, 9);
    expect([df, robust]).toEqual([wantedDf, true]);
    expect(p / wantedP).toBeCloseTo(1, 7);
    expect(estimateAndTest(cohort).test).toEqual(logRank(cohort));
  });

  it("is that of the usual one in size where all weights are 1 and there is no difference in sight", () => {
    const equal = { ...sex, weight: sex.time.map(() => 1) };
    const plain = tested({ ...sex, weight: undefined, weightKind: undefined });
    const robust = tested(equal);
    expect([...robust.observed]).toEqual([...plain.observed]);
    robust.expected.forEach((e, g) => void expect(e).toBeCloseTo(plain.expected[g], 10));
    expect(Math.abs(robust.chiSquare - plain.chiSquare)).toBeLessThan(0.5);
  });

  it("has no other weighted test, no MaxCombo, no permutation and no one-step hazard ratio", () => {
    for (const test of survivalTests.slice(1))
      expect(logRank(sex, { test })).toEqual({ kind: "undefined", reason: "samplingWeights" });
    expect(maxCombo(sex)).toEqual({ kind: "undefined", reason: "samplingWeights" });
    expect(permutationTest(sex).next().value).toEqual({ kind: "undefined", reason: "samplingWeights" });
    expect(petoHazardRatio(tested(sex))).toBeNull();
    expect(tested({ ...sex, weight: undefined, weightKind: undefined }).robust).toBeUndefined();
  });

  it("says why it cannot be computed, as without weights", () => {
    const weight = Float64Array.of(1, 2);
    const reason = (cause: number[], group: number[]) => {
      const test = logRank({ ...subjects([1, 2], cause, { group }), weight, weightKind: "sampling" });
      return test.kind === "undefined" ? test.reason : test.kind;
    };
    expect(reason([0, 0], [0, 1])).toBe("noEvents");
    expect(reason([1, 1], [0, 0])).toBe("oneGroup");
  });
});

describe("restricted means with sampling weights", () => {
  it.each([
    [
      "meanCelltype",
      veteran("celltype"),
      tableOf("veteran").levels("celltype"),
      ["squamous", "smallcell", "adeno", "large"],
    ],
    ["meanHeart", heart, [0, 1], [0, 1]],
    ["meanSex", sex, tableOf("lung").levels("sex"), ["Male", "Female"]],
  ] as const)("have the robust standard error of R's residuals: %s", (name, cohort, levels, inR) => {
    const order = timeOrder(cohort.time, cohort.entry);
    const { tau, mean, se } = known[name];
    kaplanMeier(cohort).forEach((curve, group) => {
      const at = (inR as readonly (string | number)[]).indexOf(levels[group] as string | number);
      const found = restrictedMean(curve, tau, { subjects: cohort, order, group });
      expect(found.restrictedMean / mean[at]).toBeCloseTo(1, 10);
      expect(found.stdErr / se[at]).toBeCloseTo(1, 9);
      expect(restrictedMean(curve, tau).stdErr).toBeNaN();
    });
  });

  it("have Greenwood's where all weights are 1, nearly", () => {
    const equal = { ...sex, weight: sex.time.map(() => 1) };
    const rows = { subjects: equal, order: timeOrder(equal.time), group: 0 };
    const robust = restrictedMean(kaplanMeier(equal)[0], 365, rows).stdErr;
    const plain = restrictedMean(kaplanMeier({ ...equal, weightKind: "count" })[0], 365).stdErr;
    expect(robust / plain).toBeCloseTo(1, 2);
  });
});

describe("a Cox model with sampling weights", () => {
  const covariates = [
    { name: "sex", codes: Int32Array.from(sex.group as Int16Array), levels: ["a", "b"] },
    { name: "age", values: tableOf("lung").column("age") },
  ];
  const input = { ...sex, group: undefined, covariates };
  const fitOf = (cohort: typeof input) => {
    const fit = coxRegression(cohort);
    if (!fit.ok) throw new Error(fit.reason);
    return fit.value;
  };

  it("has no likelihood: no likelihood ratio, no score test but the robust one, no AIC, no test of proportional hazards", () => {
    const fit = fitOf(input);
    expect([fit.likelihoodRatio, fit.score, fit.aic, fit.bic]).toEqual([null, null, null, null]);
    expect(fit.robustScore?.p).toBeGreaterThan(0);
    const hazards = proportionalHazards(fit);
    expect([hazards.untested, hazards.global.p, ...hazards.terms.map(({ p }) => p)]).toEqual([
      "samplingWeights",
      ...[Number.NaN, Number.NaN, Number.NaN],
    ]);
  });

  it("is selected by robust Wald P alone", () => {
    for (const criterion of ["aic", "bic", "likelihoodRatio"] as const)
      expect(stepwise(input, { criterion })).toEqual({ ok: false, reason: "unsupported", by: "selection" });
    const found = stepwise(input, { criterion: "wald", alpha: 0.05 });
    const first = found.ok ? found.value.steps[0].candidates : [];
    const { terms } = fitOf(input);
    for (const { term, value } of first)
      expect(value).toBeCloseTo(terms.find((each) => each.term === term)?.p ?? 0, 12);
  });

  it("keeps its likelihood with count weights, and loses it with clusters", () => {
    expect(fitOf({ ...input, weight: undefined, weightKind: undefined }).likelihoodRatio).not.toBeNull();
    const cluster = Int32Array.from(sex.time, (_, row) => row >> 1);
    expect(fitOf({ ...input, weight: undefined, weightKind: undefined, cluster }).aic).toBeNull();
    const weight = sex.time.map(() => 2);
    expect(proportionalHazards(fitOf({ ...input, weight, weightKind: "count" } as never)).untested).toBeNull();
  });
});

it("nothing but the weighted numbers themselves changes when all weights are multiplied by 10", () => {
  const cohort = veteran("celltype");
  const told = (weighted: Subjects) => {
    const order = timeOrder(weighted.time);
    const [a, b] = kaplanMeier(weighted).map((curve, group) => ({ curve, rows: { subjects: weighted, order, group } }));
    const mean = ({ curve, rows }: typeof a) => restrictedMean(curve, 200, rows);
    const fit = coxRegression({
      ...weighted,
      group: undefined,
      covariates: [{ name: "g", codes: Int32Array.from(weighted.group as Int16Array), levels: ["a", "b", "c", "d"] }],
    });
    const marker = concordance(weighted, tableOf("veteran").column("age"));
    const trend = trendTest(weighted);
    if (!fit.ok || !marker.ok || trend.kind !== "tested") throw new Error("not fitted");
    const at = survivalAt(a.curve, 100);
    return [
      tested(weighted).p,
      trend.p,
      ...pairwiseTests(weighted).map(({ holm }) => holm),
      ...fit.value.coefficients.flatMap((each) =>
        each.kind === "estimated" ? [each.hazardRatio, each.lower, each.p] : [],
      ),
      fit.value.wald.p,
      fit.value.robustScore?.p ?? Number.NaN,
      marker.value.c,
      marker.value.stdErr,
      ...[at?.survival, at?.lower, survivalDifference(a.curve, b.curve, 100)?.p],
      ...[mean(a).stdErr, mean(b).restrictedMean],
      compareRestrictedMeans(a.curve, b.curve, 200).difference.estimate,
      incidenceAt(cumulativeIncidence(weighted)[0], 1, 100)?.upper,
      ...effectiveSize(weighted),
    ];
  };
  const [once, tenfold] = [told(cohort), told(timesTen(cohort))];
  tenfold.forEach((value, i) => void expect(value).toBeCloseTo(once[i] as number, 9));
});

describe("effectiveSize", () => {
  it("is the number of rows where weights are equal, and (Σw)² / Σw² elsewhere", () => {
    const weight = Float64Array.of(3, 3, 1, 2, 3);
    const time = Float64Array.of(1, 2, 3, 4, Number.NaN);
    const found = effectiveSize({ time, weight, cause: new Uint8Array(5), group: Int16Array.of(0, 0, 1, 1, 1) });
    expect([...found]).toEqual([2, 9 / 5]);
  });
});

describe("count weights are patients", () => {
  it("a permutation deals its labels to patients: as on the replicated rows", () => {
    const weight = Float64Array.of(3, 1, 2, 2);
    const weighted = { ...subjects([1, 2, 3, 4], [1, 1, 0, 1], { group: [0, 1, 0, 1] }), weight };
    const repeated = subjects([1, 1, 1, 2, 3, 3, 4, 4], [1, 1, 1, 1, 0, 0, 1, 1], { group: [0, 0, 0, 1, 0, 0, 1, 1] });
    const result = (cohort: Subjects) => {
      const run = permutationTest(cohort, { count: 400, seed: 2 });
      for (;;) {
        const step = run.next();
        if (step.done) return step.value;
      }
    };
    expect(result(weighted)).toEqual(result(repeated));
    // Of the 4 rows there are 6 ways to deal labels, so P would be a multiple of a sixth.
    const { p } = result(weighted) as { p: number };
    expect(Math.abs(p * 6 - Math.round(p * 6))).toBeGreaterThan(0.05);
  });
});
