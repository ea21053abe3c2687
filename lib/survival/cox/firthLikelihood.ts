import { cholesky, inverse, logDeterminant, quadraticForm } from "../../numeric/linearAlgebra";
import type { Objective } from "./newton";
import { columnProduct, type PartialLikelihood } from "./partialLikelihood";
import { type Means, riskSetMeans } from "./riskSetMeans";
import { riskSetSums } from "./riskSetSums";
import { accumulateMeans } from "./scoreContributions";

/**
 * The partial likelihood penalized by half the log determinant of its information (Jeffreys' prior): finite estimates
 * where the likelihood alone has none. `kept` marks the columns that can be estimated; the others stay out.
 * Source: Firth, Biometrika 1993;80:27–38; Heinze & Schemper, Biometrics 2001;57:114–9.
 */
export function firthLikelihood(likelihood: PartialLikelihood, kept: Uint8Array): Objective {
  const p = likelihood.parameters;
  const plainScore = new Float64Array(p);
  const matrix = new Float64Array(p * p);
  return {
    parameters: p,
    value(beta) {
      const value = likelihood.value(beta);
      likelihood.derivatives(plainScore, matrix);
      clear(matrix, kept);
      const factor = cholesky(matrix, p, Number.MIN_VALUE);
      return factor.rank < kept.reduce((sum, k) => sum + k, 0) ? Number.NaN : value + logDeterminant(factor) / 2;
    },
    derivatives(score, information) {
      information.set(matrix);
      const penalty = penaltyGradient(likelihood, inverse(cholesky(matrix, p, Number.MIN_VALUE)));
      for (let j = 0; j < p; j++) score[j] = plainScore[j] + penalty[j];
    },
  };
}

function clear(matrix: Float64Array, kept: Uint8Array): void {
  const p = kept.length;
  for (let j = 0; j < p; j++) if (!kept[j]) for (let k = 0; k < p; k++) matrix[j * p + k] = matrix[k * p + j] = 0;
}

/**
 * ½·tr(V·∂I/∂β), V the inverse information. At Efron step k of a slot with mean m, ∂I/∂βᵣ contributes the third moment
 * E[(q − 2·mᵀVx)·(xᵣ − mᵣ)] with q = xᵀVx: summed once over rows, by what each gathers while at risk, and once over
 * steps.
 */
function penaltyGradient(likelihood: PartialLikelihood, variance: Float64Array): Float64Array {
  const { sets, sweep, x, parameters: p } = likelihood;
  const means = riskSetMeans(likelihood);
  const { product, square } = transform(x, variance, sets.rows.length, p);
  const gathered = rowCoefficients(likelihood, means, product, square);
  const gradient = Float64Array.from({ length: p }, (_, j) => columnProduct(x, j, gathered));
  const riskSquare = sweep.risk.map((r, i) => r * square[i]);
  const total = new Float64Array(sets.slots);
  riskSetSums(sets, riskSquare, total, new Uint8Array(sets.slots));
  const mean = new Float64Array(p);
  for (let s = 0; s < sets.slots; s++)
    subtractSteps(likelihood, means, s, total[s], riskSquare, variance, mean, gradient);
  return gradient.map((g) => g / 2);
}

/** V·x by columns, and xᵀVx, of each row. */
function transform(x: Float64Array, variance: Float64Array, n: number, p: number) {
  const product = new Float64Array(n * p);
  const square = new Float64Array(n);
  for (let j = 0; j < p; j++)
    for (let k = 0; k < p; k++) for (let i = 0; i < n; i++) product[j * n + i] += variance[j * p + k] * x[k * n + i];
  for (let j = 0; j < p; j++) for (let i = 0; i < n; i++) square[i] += product[j * n + i] * x[j * n + i];
  return { product, square };
}

/** risk·∫ (q − 2·mᵀVx) dΛ over each row's time at risk. */
function rowCoefficients(likelihood: PartialLikelihood, means: Means, product: Float64Array, square: Float64Array) {
  const { sets, sweep, parameters: p } = likelihood;
  const n = sets.rows.length;
  const result = new Float64Array(n);
  const cumulative = new Float64Array(sets.slots);
  const off = new Float64Array(sets.slots);
  for (let j = -1; j < p; j++) {
    if (j < 0) accumulateHazard(likelihood, cumulative, off);
    else {
      accumulateMeans(likelihood, means, j, cumulative);
      meansOff(likelihood, means, j, off);
    }
    for (let i = 0; i < n; i++) {
      const ownEvent = sets.to[i] > sets.from[i] && i < sets.eventEnd[sets.to[i]] && i >= sets.start[sets.to[i]];
      const sum = cumulative[sets.to[i]] - cumulative[sets.from[i]] - (ownEvent ? off[sets.to[i]] : 0);
      result[i] += sweep.risk[i] * sum * (j < 0 ? square[i] : -2 * product[j * n + i]);
    }
  }
  return result;
}

function accumulateHazard({ sets, sweep }: PartialLikelihood, cumulative: Float64Array, off: Float64Array): void {
  let sum = 0;
  for (let s = 0; s < sets.slots; s++) {
    sum = sets.steps[s] === 0 ? 0 : sum + sweep.hazard[s];
    cumulative[s] = sum;
    off[s] = sweep.hazardOff[s];
  }
}

/** Σ (k/m)·xₖ·w/S₀ₖ of column j: the part of ∫ mean dΛ that those with the event do not gather. */
function meansOff({ sets, sweep }: PartialLikelihood, means: Means, j: number, off: Float64Array): void {
  off.fill(0);
  sweep.tied.forEach((s, t) => {
    const rest = sweep.squareOff2[s] - sweep.squareOff[s] ** 2 / sweep.square[s];
    const own = means.tiedSum[j * sweep.tied.length + t];
    off[s] = sweep.squareOff[s] * means.shifted[j * sets.slots + s] - rest * own;
  });
}

/** Subtracts w·(E[q] − 2·mᵀVm)·m of each Efron step of slot s. */
function subtractSteps(
  likelihood: PartialLikelihood,
  means: Means,
  s: number,
  totalSquare: number,
  riskSquare: Float64Array,
  variance: Float64Array,
  mean: Float64Array,
  gradient: Float64Array,
): void {
  const { sets, sweep, ties } = likelihood;
  const efron = ties === "efron" && sets.steps[s] > 1;
  const steps = efron ? sets.steps[s] : Math.min(1, sets.steps[s]);
  const weight = efron ? sets.stepWeight[s] : sets.stepWeight[s] * sets.steps[s];
  const tied = efron ? sweep.tied.indexOf(s) : -1;
  let own = 0;
  let ownSquare = 0;
  for (let i = sets.start[s]; efron && i < sets.eventEnd[s]; i++) {
    own += sweep.risk[i];
    ownSquare += riskSquare[i];
  }
  for (let k = 0; k < steps; k++) {
    const share = k / steps;
    const total = sweep.total[s] - share * own;
    for (let j = 0; j < mean.length; j++) {
      const ownSum = tied < 0 ? 0 : means.tiedSum[j * sweep.tied.length + tied];
      const shift = (sweep.squareOff[s] / sweep.square[s] - share) * ownSum;
      mean[j] = (means.shifted[j * sets.slots + s] + shift) / total;
    }
    const factor = weight * ((totalSquare - share * ownSquare) / total - 2 * quadraticForm(variance, mean));
    for (let j = 0; j < mean.length; j++) gradient[j] -= factor * mean[j];
  }
}
