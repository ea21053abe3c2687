import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { expectAgreement } from "../../agreement/expectAgreement";
import { covariateOf, fitted } from "../reference/models";
import { codes, type ReferenceTable, type Stored } from "../reference/referenceCase";
import { referenceCases } from "../reference/referenceCases";
import { adjustedCurves } from "./adjustedCurves";
import { modelConcordance } from "./concordance";
import type { CoxFit, CoxInput } from "./coxRegression";
import { estimates } from "./estimates";
import { baselineHazard } from "./predictedCurves";
import { testOfTime } from "./proportionalHazards";
import { dfbetaResiduals, martingaleResiduals } from "./residuals";
import { schoenfeldResiduals } from "./schoenfeldResiduals";
import type { TimeTransform } from "./timeTransform";

interface Known {
  names: string[];
  coef: Stored[];
  se: Stored[];
  robustSE: Stored[] | null;
  loglik: Stored[];
  score: Stored;
  wald: Stored;
  rscore: Stored;
  c: Stored;
  cse: Stored;
}
type Zph = { names: string[]; chisq: Stored[]; df: Stored[] };

interface Fixture {
  interaction: Known & { zph: Zph };
  weightedEfron: Known & { zph: Zph; dfbeta: Stored[][]; martingale: Stored[]; schoenfeld: Stored[][] };
  weightedBreslow: Known & { zph: Zph };
  alias: Known;
  standardized: { times: number[]; survival: Stored[][] };
  replicated: Known & { n: number; events: number; zph: Record<string, Zph>; basehaz: Stored[]; time: number[] };
}

/** Made by fixtures/beyondReference.R (R 4.2.2, survival 3.5-3). */
const known: Fixture = JSON.parse(readFileSync(new URL("./fixtures/beyondReference.json", import.meta.url), "utf8"));

const tableOf = (name: string): ReferenceTable =>
  referenceCases<unknown>("cox").find(({ id }) => id.startsWith(`${name}/`))!.table;
const veteran = tableOf("veteran");
const heart = tableOf("heart");

const number = (name: string) => covariateOf(veteran, { name, type: "numeric" });
const factor = (name: string) => covariateOf(veteran, { name, type: "factor" });
const veteranInput = (covariates: CoxInput["covariates"]): CoxInput => ({
  time: veteran.column("time"),
  cause: Uint8Array.from(veteran.column("event")),
  covariates,
});

function expectFit(fit: CoxFit, wanted: Known): void {
  expect(fit.coefficients.map(({ name }) => name)).toEqual(wanted.names);
  expectAgreement("coefficient", estimates(fit, "coefficient"), wanted.coef, 1e-8, 1e-2);
  expectAgreement("standard error", estimates(fit, "stdErr"), wanted.se, 1e-8, 1e-2);
  const { null: none, fitted: full } = fit.logLikelihood;
  expectAgreement("log likelihood", [none, full], wanted.loglik, 1e-10);
  expectAgreement("tests", [fit.model.maximum.startScoreTest, fit.wald.chiSquare], [wanted.score, wanted.wald], 1e-8);
  if (wanted.robustSE) {
    expectAgreement("robust", estimates(fit, "robustStdErr"), wanted.robustSE, 1e-8, 1e-2);
    expectAgreement("robust score", [fit.robustScore!.chiSquare], [wanted.rscore], 1e-8);
  }
  const { c, stdErr } = modelConcordance(fit);
  expectAgreement("C", [c], [wanted.c], 1e-12);
  expectAgreement("standard error of C", [stdErr], [wanted.cse], 1e-8);
}

function expectZph(fit: CoxFit, transform: TimeTransform, wanted: Zph): void {
  const { terms, global } = testOfTime(fit, transform, null);
  expectAgreement(
    transform,
    [...terms, global].map((t) => t.chiSquare),
    wanted.chisq,
    1e-7,
    1e-3,
  );
  expectAgreement(
    transform,
    [...terms, global].map((t) => t.df),
    wanted.df,
    0,
  );
}

describe("beyond the reference, coxph also agrees", () => {
  it("on interactions of numbers with factors and of factors with factors", () => {
    const covariates = [
      ...[factor("trt"), number("karno"), factor("celltype")],
      ...[{ of: ["trt", "karno"] }, { of: ["trt", "celltype"] }],
    ];
    const fit = fitted(veteranInput(covariates));
    expectFit(fit, known.interaction);
    expectZph(fit, "km", known.interaction.zph);
  });

  it.each([
    ["efron", known.weightedEfron, "identity"],
    ["breslow", known.weightedBreslow, "rank"],
  ] as const)("on sampling weights with delayed entry, strata and clusters at once (%s)", (ties, wanted, transform) => {
    const fit = fitted(weightedHeart(), { ties });
    expectFit(fit, wanted);
    expectZph(fit, transform, wanted.zph);
    if (ties === "breslow") return;
    expectAgreement("dfbeta", dfbetaResiduals(fit).values, known.weightedEfron.dfbeta.flat(), 1e-7, 1e-5);
    expectAgreement("martingale", martingaleResiduals(fit), known.weightedEfron.martingale, 1e-7, 1e-3);
    expectAgreement("Schoenfeld", schoenfeldResiduals(fit).values, known.weightedEfron.schoenfeld.flat(), 1e-7, 1e-3);
  });

  it("on which column is aliased", () => {
    const double = veteran.column("age").map((age, row) => 2 * age - veteran.column("karno")[row]);
    const covariates = [number("age"), number("karno"), { name: "double", values: double }, factor("prior")];
    const fit = fitted(veteranInput(covariates));
    const kept = fit.coefficients.filter(({ kind }) => kind === "estimated");
    expect(fit.coefficients.map(({ kind }) => kind === "inestimable")).toEqual(known.alias.coef.map((b) => b === null));
    expectAgreement("coefficient", estimates({ coefficients: kept }, "coefficient"), without(known.alias.coef), 1e-8);
    expect(fit.notices.map(({ id }) => id)).toContain("aliased");
  });

  it("on curves standardized to the cohort", () => {
    const fit = fitted(veteranInput([factor("celltype"), number("karno"), number("age")]));
    const curves = adjustedCurves(fit, "celltype", Float64Array.from(known.standardized.times));
    expect(curves.map(({ level }) => level)).toEqual(veteran.levels("celltype"));
    curves.forEach(({ survival }, level) => {
      expectAgreement(`level ${level}`, survival, known.standardized.survival[level], 1e-7);
    });
  });

  it("on count weights, given the repeated rows, ties by Efron and robust variance included", () => {
    const input = veteranInput([factor("trt"), number("karno"), number("age")]);
    const weight = input.time.map((_, row) => 1 + ((row + 1) % 3));
    const fit = fitted({ ...input, weight, weightKind: "count" }, { robust: true });
    const { n, events, zph, basehaz, time } = known.replicated;
    expect([fit.n, fit.events]).toEqual([n, events]);
    expectFit(fit, known.replicated);
    expectZph(fit, "km", zph.km);
    expectZph(fit, "rank", zph.rank);
    const [hazard] = baselineHazard(fit);
    expectAgreement("times", hazard.time, time, 0);
    expectAgreement("hazard", hazard.cumulativeHazard, basehaz, 1e-7);
  });
});

const without = (values: Stored[]) => values.filter((value) => value !== null);

function weightedHeart(): CoxInput {
  const one = (name: string) => heart.column(name);
  return {
    ...{ entry: one("start"), time: one("stop"), cause: Uint8Array.from(one("event")) },
    weight: one("stop").map((_, row) => 0.5 + ((row + 1) % 5) / 2),
    weightKind: "sampling",
    ...{ strata: codes(heart, "surgery"), cluster: codes(heart, "id") },
    covariates: [
      ...["age", "year"].map((name) => covariateOf(heart, { name, type: "numeric" })),
      { name: "transplant", values: one("transplant") },
    ],
  };
}
