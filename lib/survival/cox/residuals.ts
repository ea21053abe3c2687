import type { CoxModel } from "./coxModel";
import type { CoxFit } from "./coxRegression";
import { expectedEvents, type Means, type PartialLikelihood, riskSetMeans } from "./partialLikelihood";

/**
 * Martingale residuals: 1 or 0 events had, minus the events expected up to the row's time under the model. One per input
 * row, NaN for rows not used; start–stop rows of a patient are to be added up. As `residuals(coxph, "martingale")`.
 */
export function martingaleResiduals({ model }: CoxFit): Float64Array {
  const { data, likelihood } = model;
  const expected = new Float64Array(data.sets.rows.length);
  expectedEvents(data.sets, likelihood.sweep, null, new Float64Array(data.sets.slots), expected);
  const result = new Float64Array(data.inputRows).fill(Number.NaN);
  data.sets.rows.forEach((row, i) => {
    result[row] = data.event[row] - expected[i] / data.sets.weight[i];
  });
  return result;
}

/**
 * Deviance residuals: martingale residuals made more symmetric around 0, sign(M)·√(−2(M + d·log(d − M))).
 * Source: Therneau, Grambsch, Fleming, Biometrika 1990;77:147–60.
 */
export function devianceResiduals(fit: CoxFit): Float64Array {
  const { event } = fit.model.data;
  return martingaleResiduals(fit).map((m, row) => {
    const d = event[row];
    return Math.sign(m) * Math.sqrt(Math.max(0, -2 * (m + (d ? Math.log(d - m) : 0))));
  });
}

/** One row per event, in the order of stratum and time; `values[event * columns + column]`. */
export interface SchoenfeldResiduals {
  row: Int32Array;
  stratum: Int32Array;
  time: Float64Array;
  columns: number;
  values: Float64Array;
}

/**
 * Schoenfeld residuals: covariate of the patient with the event minus its risk-weighted mean over those at risk (under
 * Efron ties, the mean over the steps). Columns are those of `fit.coefficients`. Not defined for exact ties (throws).
 * Source: Schoenfeld, Biometrika 1982;69:239–41. As `residuals(coxph, "schoenfeld")`.
 */
export function schoenfeldResiduals({ model }: CoxFit): SchoenfeldResiduals {
  refuseExact(model, "Schoenfeld residuals");
  const { sets } = model.data;
  const { scale, x } = model.standardized;
  const p = scale.length;
  const events = sets.slots === 0 ? 0 : sets.eventEnd.reduce((sum, end, s) => sum + end - sets.start[s], 0);
  const mean = new Float64Array(p);
  const result: SchoenfeldResiduals = {
    row: new Int32Array(events),
    stratum: new Int32Array(events),
    time: new Float64Array(events),
    columns: p,
    values: new Float64Array(events * p),
  };
  let at = 0;
  const tiedIndex = indexTied(model.likelihood);
  const means = riskSetMeans(model.likelihood);
  for (let s = 0; s < sets.slots; s++) {
    if (sets.steps[s] > 0) meanAtEvent(model.likelihood, means, s, tiedIndex[s], mean);
    for (let i = sets.start[s]; i < sets.eventEnd[s]; i++, at++) {
      result.row[at] = sets.rows[i];
      result.stratum[at] = sets.stratum[s];
      result.time[at] = sets.time[s];
      for (let j = 0; j < p; j++) result.values[at * p + j] = (x[j * sets.rows.length + i] - mean[j]) * scale[j];
    }
  }
  return result;
}

/** Position of a slot in the list of tied slots, −1 when it has a single step. */
function indexTied({ sets, sweep }: PartialLikelihood): Int32Array {
  const index = new Int32Array(sets.slots).fill(-1);
  sweep.tied.forEach((s, t) => {
    index[s] = t;
  });
  return index;
}

/** The mean over Efron's steps of the risk-weighted covariate means at slot s. */
function meanAtEvent(likelihood: PartialLikelihood, means: Means, s: number, tied: number, mean: Float64Array): void {
  const { sets, sweep } = likelihood;
  const weight = sets.steps[s] * sets.stepWeight[s];
  const correction = sweep.squareOff[s] / sweep.square[s];
  for (let j = 0; j < mean.length; j++) {
    const own = tied < 0 ? 0 : means.tiedSum[j * sweep.tied.length + tied];
    const sum = means.shifted[j * sets.slots + s] + correction * own;
    mean[j] = (sum * sweep.hazard[s] - own * sweep.hazardOff[s]) / weight;
  }
}

/**
 * Score residuals by position of the risk sets, for standardized covariates, per unit of weight: what each row
 * contributes to the gradient, ∫ (x − mean(t)) dM(t). Columns one after the other. They add up (weighted) to 0.
 */
export function scoreByPosition(likelihood: PartialLikelihood): Float64Array {
  const { sets, sweep, x, parameters } = likelihood;
  const n = sets.rows.length;
  const expected = new Float64Array(n);
  const cumulative = new Float64Array(sets.slots);
  const means = riskSetMeans(likelihood);
  expectedEvents(sets, sweep, null, cumulative, expected);
  const result = new Float64Array(n * parameters);
  for (let j = 0; j < parameters; j++) {
    accumulateMeans(likelihood, means, j, cumulative);
    for (let i = 0; i < n; i++) {
      const relativeRisk = sweep.risk[i] / sets.weight[i];
      const gathered = relativeRisk * (cumulative[sets.to[i]] - cumulative[sets.from[i]]);
      result[j * n + i] = gathered - (x[j * n + i] * expected[i]) / sets.weight[i];
    }
  }
  addEventParts(likelihood, means, result);
  return result;
}

/** ∫ mean of column j dΛ up to each slot, anew in each stratum. */
export function accumulateMeans(
  { sets, sweep }: PartialLikelihood,
  means: Means,
  j: number,
  cumulative: Float64Array,
): void {
  let sum = 0;
  for (let s = 0; s < sets.slots; s++) {
    sum = sets.steps[s] === 0 ? 0 : sum + sweep.square[s] * means.shifted[j * sets.slots + s];
    cumulative[s] = sum;
  }
}

/** x − mean at the event itself, and the share of ∫ mean dΛ at that time which those with the event do not gather. */
function addEventParts(likelihood: PartialLikelihood, means: Means, result: Float64Array): void {
  const { sets, sweep, x, parameters } = likelihood;
  const n = sets.rows.length;
  const mean = new Float64Array(parameters);
  const tiedIndex = indexTied(likelihood);
  for (let s = 0; s < sets.slots; s++) {
    if (sets.steps[s] === 0) continue;
    const tied = tiedIndex[s];
    meanAtEvent(likelihood, means, s, tied, mean);
    for (let j = 0; j < parameters; j++) {
      const own = tied < 0 ? 0 : means.tiedSum[j * sweep.tied.length + tied];
      const rest = sweep.squareOff2[s] - sweep.squareOff[s] ** 2 / sweep.square[s];
      const off = sweep.squareOff[s] * means.shifted[j * sets.slots + s] - rest * own;
      for (let i = sets.start[s]; i < sets.eventEnd[s]; i++)
        result[j * n + i] += x[j * n + i] - mean[j] - (tied < 0 ? 0 : (sweep.risk[i] / sets.weight[i]) * off);
    }
  }
}

/** One row per input row (NaN for rows not used), `values[row * columns + column]`. */
export interface RowResiduals {
  columns: number;
  values: Float64Array;
}

/** Score residuals, unweighted, as `residuals(coxph, "score")`. Not defined for exact ties (throws). */
export function scoreResiduals({ model }: CoxFit): RowResiduals {
  refuseExact(model, "score residuals");
  const { scale } = model.standardized;
  return byInputRow(model, scoreByPosition(model.likelihood), (j, value) => value * scale[j]);
}

/**
 * Approximate change of each coefficient when the row is left out (times its weight), as `residuals(coxph, "dfbeta")`.
 * Not defined for exact ties (throws).
 */
export function dfbetaResiduals({ model }: CoxFit): RowResiduals {
  refuseExact(model, "dfbeta residuals");
  const { sets } = model.data;
  const { scale } = model.standardized;
  const values = timesVariance(scoreByPosition(model.likelihood), model.variance, sets.rows.length);
  return byInputRow(model, values, (j, value, i) => (value * sets.weight[i]) / scale[j]);
}

/** The product of a matrix stored by columns with a symmetric one. */
export function timesVariance(score: Float64Array, variance: Float64Array, n: number): Float64Array {
  const p = Math.sqrt(variance.length);
  const result = new Float64Array(score.length);
  for (let j = 0; j < p; j++)
    for (let k = 0; k < p; k++) {
      const v = variance[j * p + k];
      if (v !== 0) for (let i = 0; i < n; i++) result[j * n + i] += v * score[k * n + i];
    }
  return result;
}

function byInputRow(
  { data }: CoxModel,
  values: Float64Array,
  convert: (column: number, value: number, position: number) => number,
): RowResiduals {
  const n = data.sets.rows.length;
  const columns = n === 0 ? 0 : values.length / n;
  const result = new Float64Array(data.inputRows * columns).fill(Number.NaN);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < columns; j++) result[data.sets.rows[i] * columns + j] = convert(j, values[j * n + i], i);
  return { columns, values: result };
}

function refuseExact({ ties }: CoxModel, what: string): void {
  if (ties === "exact") throw new Error(`The exact method has no ${what}; fit with Efron or Breslow ties`);
}
