import { describe, expect, it } from "vitest";
import { landmark } from "../landmark";
import { expectAgreement } from "../reference/agreement";
import { referenceCases, type Stored, subjectsOf } from "../reference/referenceCases";
import { modelConcordance } from "./concordance";
import { estimates, fitOf, fitted, type ModelCase } from "./referenceModels";
import { likelihoodRatioTests } from "./stepwise";

interface Known {
  name: string;
  coef: Stored;
  hr: Stored;
  se: Stored;
  robustSE?: Stored;
  z: Stored;
  p: Stored;
  lower: Stored;
  upper: Stored;
}
type Test = { chisq: Stored; df: Stored; p: Stored };

interface Expected {
  n: number;
  events: number;
  nDropped: number;
  coefficients: Known[];
  vcov: Stored[][];
  naiveVcov?: Stored[][];
  loglikNull: Stored;
  loglik: Stored;
  lrt: Test;
  wald: Test;
  score: Test;
  robustScore?: Test;
  aic: Stored;
  bic: Stored;
  means: Stored[];
  concordance: Record<"c" | "se" | "concordant" | "discordant" | "tiedX" | "tiedY" | "tiedXY", Stored>;
  termTests?: { term: string; df: number; waldChisq: Stored; waldP: Stored; lrChisq?: Stored; lrP?: Stored }[];
}

const cases = referenceCases<Expected>("cox") as ModelCase<Expected>[];

/** Tolerances of the reference's README: relative, with 1e-10 absolute for coefficients and what follows from them. */
const TINY = 1e-2;

describe.each(cases)("$id agrees with coxph", (one) => {
  const known = one.expected;
  const robust = known.robustScore !== undefined;
  const fit = fitOf(one, { robust });

  it("in rows, events and rows left out", () => {
    const { excluded, missing, emptyInterval } = fit.dropped;
    expect([fit.n, fit.events, excluded + missing + emptyInterval]).toEqual([known.n, known.events, known.nDropped]);
    expect(fit.convergence.kind).toBe("converged");
  });

  it("in coefficients, standard errors, P and intervals", () => {
    expect(fit.coefficients.map(({ name }) => name)).toEqual(known.coefficients.map(({ name }) => name));
    const column = (key: keyof Known) => known.coefficients.map((k) => k[key] ?? null);
    expectAgreement("coefficient", estimates(fit, "coefficient"), column("coef"), 1e-8, TINY);
    expectAgreement("hazard ratio", estimates(fit, "hazardRatio"), column("hr"), 1e-8);
    expectAgreement("standard error", estimates(fit, "stdErr"), column("se"), 1e-8, TINY);
    expectAgreement("robust", estimates(fit, "robustStdErr"), column("robustSE"), 1e-8, TINY);
    expectAgreement("z", estimates(fit, "z"), column("z"), 1e-8, TINY);
    expectAgreement("P", estimates(fit, "p"), column("p"), 1e-8);
    expectAgreement("lower", estimates(fit, "lower"), column("lower"), 1e-8);
    expectAgreement("upper", estimates(fit, "upper"), column("upper"), 1e-8);
    expectAgreement("covariance", fit.covariance, known.vcov.flat(), 1e-8, TINY);
    expectAgreement("model", fit.modelCovariance, (known.naiveVcov ?? known.vcov).flat(), 1e-8, TINY);
  });

  it("in likelihood, its tests, AIC and BIC", () => {
    const { null: none, fitted: full } = fit.logLikelihood;
    expectAgreement("log likelihood", [none, full], [known.loglikNull, known.loglik], 1e-10);
    expectAgreement("AIC, BIC", [fit.aic, fit.bic], [known.aic, known.bic], 1e-10);
    for (const [what, found, wanted] of [
      ["likelihood ratio", fit.likelihoodRatio, known.lrt],
      ["Wald", fit.wald, known.wald],
      ["score", fit.score, known.score],
      ...(robust ? [["robust score", fit.robustScore!, known.robustScore!] as const] : []),
    ] as const)
      expectAgreement(what, [found.chiSquare, found.df, found.p], [wanted.chisq, wanted.df, wanted.p], 1e-8);
    expectAgreement("means", fit.model.standardized.means, known.means, 1e-12);
  });

  it("in concordance", () => {
    const { c, se, concordant, discordant, tiedX, tiedY, tiedXY } = known.concordance;
    const found = modelConcordance(fit);
    const counts = [found.concordant, found.discordant, found.tiedMarker, found.tiedTime, found.tiedBoth];
    expectAgreement("C", [found.c], [c], 1e-12);
    expectAgreement("pairs", counts, [concordant, discordant, tiedX, tiedY, tiedXY], 1e-12, 1);
    expectAgreement("standard error", [found.stdErr], [se], 1e-8);
  });
});

describe.each(cases.filter((one) => one.expected.termTests))("$id, tests of covariates as a whole", (one) => {
  const known = one.expected.termTests!;
  const fit = fitOf(one);

  it("agree with Wald's", () => {
    expectAgreement(
      "chi-square",
      fit.terms.map(({ chiSquare }) => chiSquare),
      known.map((t) => t.waldChisq),
      1e-8,
    );
    expectAgreement(
      "P",
      fit.terms.map(({ p }) => p),
      known.map((t) => t.waldP),
      1e-8,
    );
  });

  it("agree with the likelihood ratio", () => {
    const found = likelihoodRatioTests(fit);
    expectAgreement(
      "df",
      found.map(({ df }) => df),
      known.map((t) => t.df),
      0,
    );
    expectAgreement(
      "chi-square",
      found.map(({ chiSquare }) => chiSquare),
      known.map((t) => t.lrChisq!),
      1e-8,
      TINY,
    );
    expectAgreement(
      "P",
      found.map(({ p }) => p),
      known.map((t) => t.lrP!),
      1e-8,
    );
  });
});

it("covers every Cox case of the reference", () => {
  expect(cases.length).toBe(50);
});

interface LandmarkExpected {
  results: { landmark: number; cox: { name: string; coef: Stored; hr: Stored; se: Stored }[] }[];
}

const landmarks = referenceCases<LandmarkExpected>("landmark").flatMap((one) =>
  one.expected.results.map((known) => ({ id: one.id, at: known.landmark, one, known })),
);

describe.each(landmarks)("$id at $at", ({ one, at, known }) => {
  it("agrees with coxph on those left", () => {
    const group = (one.spec.group as string).replace("{L}", String(at));
    const subjects = landmark(subjectsOf({ ...one, spec: { ...one.spec, group } }), at);
    const levels = one.table.levels(group).map(String);
    const fit = fitted({
      ...{ ...subjects, group: undefined },
      covariates: [{ name: "", codes: Int32Array.from(subjects.group!), levels }],
    });
    expectAgreement(
      "coefficient",
      estimates(fit, "coefficient"),
      known.cox.map(({ coef }) => coef),
      1e-8,
      TINY,
    );
    expectAgreement(
      "standard error",
      estimates(fit, "stdErr"),
      known.cox.map(({ se }) => se),
      1e-8,
    );
  });
});
