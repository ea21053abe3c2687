import { type Agreement, agree } from "../../../agreement/agreement";
import { normalTwoSided } from "../../../numeric/normal";
import { criticalValue } from "../../confidenceLimits";
import { type ChiSquareTest, chiSquareTest } from "../../cox/chiSquareTest";
import { waldOver } from "../../cox/coxRegression";
import { estimates } from "../../cox/estimates";
import { robustVariance } from "../../cox/robustVariance";
import { type CoxFit, likelihoodRatioTests, modelConcordance } from "../../index";
import { fitOf, type ModelCase } from "../models";
import type { Stored } from "../referenceCase";
import { type CurvesExpected, checkBaseline, checkPredictions } from "./coxCurves";
import { checkProportionalHazards, type ProportionalHazardsExpected } from "./proportionalHazards";
import { checkResiduals, type ResidualsExpected } from "./residuals";

interface Known {
  name: string;
  term?: string;
  level?: string | null;
  coef: Stored;
  hr: Stored;
  se: Stored;
  robustSE?: Stored;
  z: Stored;
  p: Stored;
  lower: Stored;
  upper: Stored;
}
type Test = { chisq: Stored | Stored[][]; df: Stored; p: Stored | Stored[][] };

export interface CoxExpected extends CurvesExpected, ProportionalHazardsExpected, ResidualsExpected {
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
  termTests?: { term: string; df: number; waldChisq: Stored; waldP: Stored; lrChisq: Stored; lrP: Stored }[];
}

/** Tolerances of the reference's README: relative, with 1e-10 absolute for coefficients and what follows from them. */
const TINY = 1e-2;

/** Everything of a Cox model: fit, tests, concordance, proportional hazards, baseline, predictions and residuals. */
export function* checkCox(one: ModelCase<CoxExpected>): Generator<Agreement> {
  const known = one.expected;
  const fit = fitOf(one, { robust: known.robustScore !== undefined });
  const { excluded, missing, emptyInterval } = fit.dropped;
  const rows = [fit.n, fit.events, excluded + missing + emptyInterval];
  yield agree("rows, events, rows left out", rows, [known.n, known.events, known.nDropped], 0);
  yield agree("converged", [fit.convergence.kind], ["converged"], 0);
  yield* checkCoefficients(fit, known);
  yield* checkLikelihood(fit, known);
  yield* checkConcordance(fit, known);
  if (known.termTests) yield* checkTerms(fit, known.termTests);
  yield* checkProportionalHazards(one, fit);
  yield* checkBaseline(one, fit);
  yield* checkPredictions(one, fit);
  yield* checkResiduals(one, fit);
}

function* checkCoefficients(fit: CoxFit, known: CoxExpected): Generator<Agreement> {
  const column = (key: keyof Known) => known.coefficients.map((one) => one[key] ?? null);
  const own = fit.coefficients.map(({ name }) => name);
  yield agree("names", own, column("name"), 0);
  const { columns, terms } = fit.model.design;
  yield agree(
    "terms",
    columns.map(({ term }) => terms[term].name),
    column("term"),
    0,
  );
  yield agree(
    "levels",
    columns.map(({ level }) => level),
    column("level"),
    0,
  );
  yield agree("coefficient", estimates(fit, "coefficient"), column("coef"), 1e-8, TINY);
  yield agree("hazard ratio", estimates(fit, "hazardRatio"), column("hr"), 1e-8);
  yield agree("standard error", estimates(fit, "stdErr"), column("se"), 1e-8, TINY);
  yield agree("robust standard error", estimates(asInR(fit), "robustStdErr"), column("robustSE"), 1e-8, TINY);
  yield agree("z", estimates(asInR(fit), "z"), column("z"), 1e-8, TINY);
  yield agree("P", estimates(asInR(fit), "p"), column("p"), 1e-8);
  yield agree("lower limit", estimates(asInR(fit), "lower"), column("lower"), 1e-8);
  yield agree("upper limit", estimates(asInR(fit), "upper"), column("upper"), 1e-8);
  yield agree("covariance", fit.covariance, known.vcov.flat(), 1e-8, TINY);
  yield agree("model covariance", fit.modelCovariance, (known.naiveVcov ?? known.vcov).flat(), 1e-8, TINY);
}

/** Robust standard errors that rest on too few clusters are not shown; R gives them, and they are made of the same variance. */
function asInR(fit: CoxFit): CoxFit {
  const quantile = criticalValue(fit.level);
  const coefficients = fit.coefficients.map((each, j) => {
    if (each.kind !== "estimated" || each.tooFewClusters === null) return each;
    const { coefficient } = each;
    const robustStdErr = Math.sqrt(fit.covariance[j * fit.coefficients.length + j]);
    const [z, wide] = [coefficient / robustStdErr, quantile * robustStdErr];
    const [lower, upper] = [Math.exp(coefficient - wide), Math.exp(coefficient + wide)];
    return { ...each, robustStdErr, z, p: normalTwoSided(z), lower, upper };
  });
  return { ...fit, coefficients };
}

const allColumns = ({ model }: CoxFit) => model.design.columns.map((_, j) => j);

/** A test as it is shown; made from the same variance where too few clusters leave it out, as R gives it all the same. */
function waldInR(fit: CoxFit, shown: ChiSquareTest, columns: readonly number[]): ChiSquareTest {
  const { coefficients, model, robust } = fit;
  if (!coefficients.some((each) => each.kind === "estimated" && each.tooFewClusters !== null)) return shown;
  const { variance } = robust ? robustVariance(model) : model;
  return waldOver(model.beta, variance, model.maximum.information.kept, model.infinite, columns);
}

function* checkLikelihood(fit: CoxFit, known: CoxExpected): Generator<Agreement> {
  const { null: none, fitted } = fit.logLikelihood;
  yield agree("log likelihood", [none, fitted], [known.loglikNull, known.loglik], 1e-10);
  // R gives these of any likelihood; ours are null where it is not one, and are then made from it here.
  const { rank: df } = fit.model.maximum.information;
  const [aic, bic] = [2 * df - 2 * fitted, Math.log(fit.events) * df - 2 * fitted];
  yield agree("AIC, BIC", [fit.aic ?? aic, fit.bic ?? bic], [known.aic, known.bic], 1e-10);
  const scalar = (value: Stored | Stored[][]) => [value].flat(2)[0];
  for (const [what, found, wanted] of [
    ["likelihood-ratio test", fit.likelihoodRatio ?? chiSquareTest(2 * (fitted - none), df), known.lrt],
    ["Wald test", waldInR(fit, fit.wald, allColumns(fit)), known.wald],
    ["score test", fit.score ?? chiSquareTest(fit.model.maximum.startScoreTest, df), known.score],
    ...(known.robustScore ? [["robust score test", fit.robustScore!, known.robustScore] as const] : []),
  ] as const) {
    const values = [found.chiSquare, found.df, found.p];
    yield agree(what, values, [scalar(wanted.chisq), wanted.df, scalar(wanted.p)], 1e-8);
  }
  yield agree("means", fit.model.standardized.means, known.means, 1e-12, 1e-3);
}

function* checkConcordance(fit: CoxFit, known: CoxExpected): Generator<Agreement> {
  const { c, se, concordant, discordant, tiedX, tiedY, tiedXY } = known.concordance;
  const found = modelConcordance(fit);
  const pairs = [found.concordant, found.discordant, found.tiedMarker, found.tiedTime, found.tiedBoth];
  yield agree("concordance", [found.c], [c], 1e-12);
  yield agree("pairs", pairs, [concordant, discordant, tiedX, tiedY, tiedXY], 1e-12, 1);
  yield agree("standard error of C", [found.stdErr], [se], 1e-8);
}

function* checkTerms(fit: CoxFit, known: NonNullable<CoxExpected["termTests"]>): Generator<Agreement> {
  const column = (key: keyof (typeof known)[number]) => known.map((term) => term[key]);
  const tests = fit.model.design.terms.map(({ columns }, place) => {
    const shown = fit.terms[place];
    return { term: shown.term, ...waldInR(fit, shown, columns) };
  });
  const wald = (key: "term" | "chiSquare" | "p") => tests.map((term) => term[key]);
  yield agree("covariates", wald("term"), column("term"), 0);
  yield agree("Wald test of each covariate", wald("chiSquare"), column("waldChisq"), 1e-8);
  yield agree("Wald P of each covariate", wald("p"), column("waldP"), 1e-8);
  const found = likelihoodRatioTests(fit);
  yield agree(
    "df of each covariate",
    found.map(({ df }) => df),
    column("df"),
    0,
  );
  yield agree(
    "likelihood-ratio test of each covariate",
    found.map(({ chiSquare }) => chiSquare),
    column("lrChisq"),
    1e-8,
    TINY,
  );
  yield agree(
    "likelihood-ratio P of each covariate",
    found.map(({ p }) => p),
    column("lrP"),
    1e-8,
  );
}
