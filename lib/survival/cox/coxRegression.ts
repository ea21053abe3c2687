import { chiSquareUpper } from "../../numeric/chiSquare";
import { inverseQuadraticForm, submatrix } from "../../numeric/linearAlgebra";
import { normalQuantile, normalTwoSided } from "../../numeric/normal";
import { failed, ok, type Problem, type Result } from "../../result";
import type { Subjects } from "../subjects";
import type { TimeOrder } from "../timeOrder";
import { type CoxModel, type CoxSetup, fitModel, toRawUnits } from "./coxModel";
import { coxNotices } from "./coxNotices";
import { type DroppedRows, prepareRows } from "./coxRows";
import { type Covariate, designMatrix, markMissing } from "./designMatrix";
import type { Ties } from "./partialLikelihood";
import { robustVariance } from "./robustVariance";
import { standardize } from "./standardize";

/** Columns side by side, one value per row. Rows with a missing value in anything named here are left out and counted. */
export interface CoxInput extends Subjects {
  covariates: readonly Covariate[];
}

export interface CoxOptions {
  /** How tied event times enter the likelihood. Default `efron`, as in R. `exact` is for few ties and weights that are counts. */
  ties?: Ties;
  /** Level of the confidence intervals, 0.95. */
  level?: number;
  /** Sandwich variance. Default: with clusters or sampling weights. */
  robust?: boolean;
  /** The cause that is the event (1); all others count as censored, which makes it a cause-specific hazard. */
  event?: number;
  maxIterations?: number;
  /** The time order of the same `time` and `entry`, when it is known already (it does not depend on covariates or filters). */
  order?: TimeOrder;
}

interface CoefficientName {
  /** As R names it ("sexFemale"). */
  name: string;
  term: string;
  level: string | null;
  reference: string | null;
}

/**
 * One line of the table. `aliased`: the columns before it determine this one (or it does not vary), so nothing can be
 * said about it. `infinite`: the likelihood rises without end in that direction (separation); the estimate is ±∞ and a
 * Wald test says nothing; see `firthRegression` and the likelihood-ratio test of the term.
 */
export type Coefficient = CoefficientName &
  (
    | {
        kind: "estimated";
        coefficient: number;
        /** Per unit of the covariate, or against the reference level. */
        hazardRatio: number;
        /** From the inverse information; NaN variance never occurs here. */
        stdErr: number;
        /** Sandwich standard error when the fit is robust; z, p and interval then use it. */
        robustStdErr: number | null;
        z: number;
        p: number;
        /** Interval of the hazard ratio. */
        lower: number;
        upper: number;
      }
    | { kind: "aliased" }
    | { kind: "infinite"; direction: "up" | "down" }
  );

export interface ChiSquareTest {
  chiSquare: number;
  df: number;
  p: number;
}

export type Convergence =
  | { kind: "converged"; iterations: number }
  | { kind: "separated"; iterations: number; columns: string[] }
  | { kind: "notConverged"; iterations: number };

export interface CoxFit {
  ties: Ties;
  level: number;
  robust: boolean;
  /** Rows used (with count weights: subjects) and events among them. */
  n: number;
  events: number;
  /** Rows left out, by reason. */
  dropped: DroppedRows;
  coefficients: Coefficient[];
  /** Of the coefficients, row-major, zero for aliased ones: the one in use, and the inverse information. */
  covariance: Float64Array;
  modelCovariance: Float64Array;
  logLikelihood: { null: number; fitted: number };
  likelihoodRatio: ChiSquareTest;
  wald: ChiSquareTest;
  score: ChiSquareTest;
  robustScore: ChiSquareTest | null;
  /** Wald test of each covariate as a whole. */
  terms: (ChiSquareTest & { term: string })[];
  aic: number;
  /** With log(number of events), as R's `BIC(coxph)`. */
  bic: number;
  convergence: Convergence;
  notices: Problem[];
  model: CoxModel;
}

/**
 * Cox proportional hazards regression.
 *
 * Right-censored or (entry, time] rows, strata, ties by Efron, Breslow or exactly, Newton–Raphson with step halving from
 * zero, iterated until the last step is 1e-9 of a standard error (R's default stops earlier, at 1e-9 of the likelihood).
 * Weights of kind `count` give what the replicated rows would (under Efron ties this differs from `coxph(weights=)` on
 * purpose); `sampling` weights follow R's weighted formulas with the robust variance.
 *
 * Fails without usable rows, without events, with impossible weights, or when exact ties meet what they cannot do. With
 * n = 1, constant covariates or collinear ones the fit succeeds and says `aliased`; without covariates it is the null model.
 * Sources: Cox, JRSS B 1972;34:187–220; Efron, JASA 1977;72:557–65; Lin & Wei, JASA 1989;84:1074–8. As R `survival::coxph`.
 */
export function coxRegression(input: CoxInput, options: CoxOptions = {}): Result<CoxFit> {
  const setup = setUpCox(input, options);
  return setup.ok ? ok(fitCox(setup.value, options)) : setup;
}

/** Rows chosen and ordered, covariates expanded and standardized: what several fits on the same rows share. */
export function setUpCox(input: CoxInput, options: CoxOptions = {}): Result<CoxSetup> {
  const { ties = "efron", event = 1 } = options;
  const usable = new Uint8Array(input.time.length).fill(1);
  markMissing(input.covariates, usable);
  const rows = prepareRows(input, usable, { event, replicate: ties === "exact", order: options.order });
  if (!rows.ok) return rows;
  const refusal = exactRefusal(input, rows.value.robustByDefault || options.robust === true, ties);
  if (refusal) return failed(refusal);
  const design = designMatrix(input.covariates, rows.value.sets.rows);
  return ok({ data: rows.value, design, standardized: standardize(design, rows.value.sets), ties });
}

function exactRefusal(input: CoxInput, robust: boolean, ties: Ties): Problem | null {
  if (ties !== "exact" || !(robust || (input.weight && input.weightKind === "sampling"))) return null;
  return {
    code: "cox-exact-robust",
    message: "Exact ties allow neither sampling weights nor a robust variance.",
    hint: "Choose Efron ties.",
  };
}

/** Fits a model that was set up. */
export function fitCox(setup: CoxSetup, options: CoxOptions = {}): CoxFit {
  return describeFit(fitModel(setup, options), options);
}

/** Puts a fitted model into words and numbers. */
export function describeFit(model: CoxModel, options: CoxOptions = {}): CoxFit {
  const { level = 0.95 } = options;
  const { data, maximum, design, standardized } = model;
  const robust = options.robust ?? data.robustByDefault;
  const sandwich = robust ? robustVariance(model) : null;
  const variance = sandwich?.variance ?? model.variance;
  const df = maximum.information.rank;
  const covariance = toRawUnits(variance, standardized.scale);
  const modelCovariance = toRawUnits(model.variance, standardized.scale);
  const fitted = maximum.value;
  const fit: CoxFit = {
    ...{ ties: model.ties, level, robust, n: data.n, events: data.events, dropped: data.dropped },
    coefficients: coefficientTable(model, covariance, modelCovariance, robust, level),
    ...{ covariance, modelCovariance },
    logLikelihood: { null: maximum.startValue, fitted },
    likelihoodRatio: chiSquareTest(2 * (fitted - maximum.startValue), df),
    wald: waldTest(model, variance, everyColumn(model)),
    score: chiSquareTest(maximum.startScoreTest, df),
    robustScore: sandwich ? chiSquareTest(sandwich.score, df) : null,
    terms: design.terms.map((term) => ({ term: term.name, ...waldTest(model, variance, term.columns) })),
    aic: -2 * fitted + 2 * df,
    bic: -2 * fitted + Math.log(data.events) * df,
    convergence: convergence(model),
    notices: [],
    model,
  };
  fit.notices = coxNotices(fit);
  return fit;
}

const everyColumn = (model: CoxModel) => model.design.columns.map((_, j) => j);

export const chiSquareTest = (chiSquare: number, df: number): ChiSquareTest => ({
  ...{ chiSquare, df },
  p: df > 0 ? chiSquareUpper(Math.max(0, chiSquare), df) : Number.NaN,
});

/** βᵀV⁻¹β over some columns; aliased and infinite ones do not count. */
export function waldTest(model: CoxModel, variance: Float64Array, columns: readonly number[]): ChiSquareTest {
  const { beta, infinite, maximum } = model;
  const used = columns.filter((j) => maximum.information.kept[j] && !infinite[j]);
  const b = Float64Array.from(used, (j) => beta[j]);
  const { value, rank } = inverseQuadraticForm(submatrix(variance, beta.length, used), b);
  return chiSquareTest(value, rank);
}

function coefficientTable(
  model: CoxModel,
  covariance: Float64Array,
  modelCovariance: Float64Array,
  robust: boolean,
  level: number,
): Coefficient[] {
  const { design, beta, standardized, infinite, maximum } = model;
  const quantile = normalQuantile(1 - (1 - level) / 2);
  const p = beta.length;
  return design.columns.map((column, j) => {
    const term = design.terms[column.term].name;
    const name: CoefficientName = { name: column.name, term, level: column.level, reference: column.reference };
    if (!maximum.information.kept[j]) return { ...name, kind: "aliased" };
    if (infinite[j]) return { ...name, kind: "infinite", direction: beta[j] > 0 ? "up" : "down" };
    const coefficient = beta[j] / standardized.scale[j];
    const inUse = Math.sqrt(covariance[j * p + j]);
    const z = coefficient / inUse;
    return {
      ...name,
      kind: "estimated",
      ...{ coefficient, hazardRatio: Math.exp(coefficient) },
      stdErr: Math.sqrt(modelCovariance[j * p + j]),
      robustStdErr: robust ? inUse : null,
      ...{ z, p: normalTwoSided(z) },
      lower: Math.exp(coefficient - quantile * inUse),
      upper: Math.exp(coefficient + quantile * inUse),
    };
  });
}

function convergence({ maximum, infinite, design }: CoxModel): Convergence {
  const { iterations, outcome } = maximum;
  if (outcome === "converged") return { kind: "converged", iterations };
  if (outcome === "exhausted") return { kind: "notConverged", iterations };
  const columns = design.columns.filter((_, j) => infinite[j]).map((column) => column.name);
  return { kind: "separated", iterations, columns };
}
