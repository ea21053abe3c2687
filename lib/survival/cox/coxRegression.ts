import { inverseQuadraticForm, submatrix } from "../../numeric/linearAlgebra";
import { type Answer, answer, unfitted } from "../reason";
import type { Subjects } from "../subjects";
import type { TimeOrder } from "../timeOrder";
import { type ChiSquareTest, chiSquareTest } from "./chiSquareTest";
import { withoutWald } from "./clustersBehind";
import { type Coefficient, coefficientTable } from "./coefficientTable";
import { type Convergence, type CoxModel, type CoxSetup, convergenceOf, fitModel, toRawUnits } from "./coxModel";
import { type DroppedRows, prepareRows } from "./coxRows";
import { type Covariate, designMatrix, markMissing } from "./designMatrix";
import { type FitNotice, fitNotices } from "./fitNotices";
import type { Ties } from "./hazardSweep";
import { robustVariance } from "./robustVariance";
import { standardize } from "./standardize";

/**
 * Columns side by side, one value per row. Rows with a missing value in anything named here are left out and counted.
 */
export interface CoxInput extends Subjects {
  covariates: readonly Covariate[];
}

export interface CoxOptions {
  /**
   * How tied event times enter the likelihood. Default `efron`, as in R. `exact` is for few ties and weights that are
   * counts.
   */
  ties?: Ties;
  /** Level of the confidence intervals, 0.95. */
  level?: number;
  /** Sandwich variance. Default: with clusters or sampling weights. */
  robust?: boolean;
  /** The cause that is the event (1); all others count as censored, which makes it a cause-specific hazard. */
  event?: number;
  maxIterations?: number;
  /**
   * The time order of the same `time` and `entry`, when it is known already (it does not depend on covariates or
   * filters).
   */
  order?: TimeOrder;
}

export interface CoxFit {
  ties: Ties;
  level: number;
  robust: boolean;
  /** Rows used (with count weights subjects, with `patient` patients) and events among them. */
  n: number;
  events: number;
  /** Rows left out, by reason. */
  dropped: DroppedRows;
  coefficients: Coefficient[];
  /** Of the coefficients, row-major, zero for aliased ones: the one in use, and the inverse information. */
  covariance: Float64Array;
  modelCovariance: Float64Array;
  logLikelihood: { null: number; fitted: number };
  /** Null with clusters or sampling weights, whose likelihood is not one; so are the score test, AIC and BIC. */
  likelihoodRatio: ChiSquareTest | null;
  /** Robust in a robust fit. */
  wald: ChiSquareTest;
  score: ChiSquareTest | null;
  robustScore: ChiSquareTest | null;
  /** Wald test of each covariate as a whole. */
  terms: (ChiSquareTest & { term: string })[];
  aic: number | null;
  /** With log(number of events), as R's `BIC(coxph)`. */
  bic: number | null;
  convergence: Convergence;
  notices: FitNotice[];
  model: CoxModel;
}

/**
 * Cox proportional hazards regression.
 *
 * Right-censored or (entry, time] rows, strata, ties by Efron, Breslow or exactly. Newton–Raphson with step halving
 * from zero, until a step is negligible: coefficients are then exact to rounding, standard errors to 1e-10 (1e-9 beyond
 * 10⁵ events). R's default stops earlier; `coxph.control(eps = 1e-14)` gives the same digits. Weights of kind `count`
 * give what the replicated rows would (under Efron ties this differs from `coxph(weights=)` on purpose); `sampling`
 * weights follow R's weighted formulas with the robust variance.
 *
 * Fails without usable rows, without events, with impossible weights, or when exact ties meet what they cannot do. With
 * n = 1, constant covariates or collinear ones the fit succeeds and says `aliased`; without covariates it is the null
 * model. Sources: Cox, JRSS B 1972;34:187–220; Efron, JASA 1977;72:557–65; Lin & Wei, JASA 1989;84:1074–8. As R
 * `survival::coxph`.
 */
export function coxRegression(input: CoxInput, options: CoxOptions = {}): Answer<CoxFit> {
  const setup = setUpCox(input, options);
  return setup.ok ? answer(fitCox(setup.value, options)) : setup;
}

/** Rows chosen and ordered, covariates expanded and standardized: what several fits on the same rows share. */
export function setUpCox(input: CoxInput, options: CoxOptions & { replicate?: boolean } = {}): Answer<CoxSetup> {
  const { ties = "efron", event = 1, replicate = ties === "exact" } = options;
  const usable = new Uint8Array(input.time.length).fill(1);
  markMissing(input.covariates, usable);
  const rows = prepareRows(input, usable, { event, replicate, order: options.order });
  if (!rows.ok) return rows;
  if (rows.value.events === 0) return unfitted({ reason: "noEvents", n: rows.value.n });
  if (ties === "exact" && (rows.value.robustByDefault || options.robust))
    return unfitted({ reason: "unsupported", by: "exactTies" });
  const design = designMatrix(input.covariates, rows.value.sets.rows);
  return answer({ data: rows.value, design, standardized: standardize(design, rows.value.sets), ties });
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
  const coefficients = coefficientTable({
    design,
    beta: model.beta,
    standardized,
    covariance,
    modelCovariance,
    robust,
    level,
    data,
    outcome: maximum.outcome,
    kept: maximum.information.kept,
    infinite: model.infinite,
  });
  const convergence = convergenceOf(maximum, model.infinite, design);
  return {
    ties: model.ties,
    level,
    robust,
    n: data.n,
    events: data.events,
    dropped: data.dropped,
    coefficients,
    covariance,
    modelCovariance,
    logLikelihood: { null: maximum.startValue, fitted },
    likelihoodRatio: data.robustByDefault ? null : chiSquareTest(2 * (fitted - maximum.startValue), df),
    wald: waldTest(model, variance, robust, everyColumn(model)),
    score: data.robustByDefault ? null : chiSquareTest(maximum.startScoreTest, df),
    robustScore: sandwich ? chiSquareTest(sandwich.score, df) : null,
    terms: design.terms.map((term) => ({ term: term.name, ...waldTest(model, variance, robust, term.columns) })),
    aic: data.robustByDefault ? null : -2 * fitted + 2 * df,
    bic: data.robustByDefault ? null : -2 * fitted + Math.log(data.events) * df,
    convergence,
    notices: fitNotices({ coefficients, convergence, design, events: data.events, df }),
    model,
  };
}

const everyColumn = (model: CoxModel) => model.design.columns.map((_, j) => j);

/**
 * βᵀV⁻¹β over some columns, without aliased ones; NaN where one of them has no maximum, or a `robust` variance that
 * rests on too few clusters.
 */
export const waldTest = (
  model: CoxModel,
  variance: Float64Array,
  robust: boolean,
  columns: readonly number[],
): ChiSquareTest =>
  waldOver(model.beta, variance, model.maximum.information.kept, withoutWald(model, model.infinite, robust), columns);

export function waldOver(
  beta: Float64Array,
  variance: Float64Array,
  kept: Uint8Array,
  unfit: Uint8Array,
  columns: readonly number[],
): ChiSquareTest {
  const used = columns.filter((j) => kept[j]);
  if (used.some((j) => unfit[j])) return chiSquareTest(Number.NaN, used.length);
  const b = Float64Array.from(used, (j) => beta[j]);
  const { value, rank } = inverseQuadraticForm(submatrix(variance, beta.length, used), b);
  return chiSquareTest(value, rank);
}
