import { addWeightedGram, mirrorLower } from "../../numeric/linearAlgebraGram";
import type { Objective } from "./newton";
import { riskSetSums } from "./riskSetSums";
import type { RiskSets } from "./riskSets";

export type Ties = "efron" | "breslow" | "exact";

/**
 * Everything the partial likelihood knows at one β, per row and per slot of the risk sets.
 *
 * With m tied events of weight w each, Efron's step k = 0 … m−1 has the risk set with the tied events' part reduced by
 * k/m: S₀ₖ = S₀ − (k/m)·D₀, mean xₖ = (S₁ − (k/m)·D₁)/S₀ₖ and hazard w/S₀ₖ. Breslow is one step of the whole weight.
 * The sums over k below are all that score, information, residuals and baseline hazard need.
 */
export interface Sweep {
  /** Linear predictor of each row (covariates as standardized). */
  eta: Float64Array;
  /** riskWeight · exp(eta). */
  risk: Float64Array;
  /** S₀. */
  total: Float64Array;
  /** Σ w/S₀ₖ: the jump of the baseline cumulative hazard. */
  hazard: Float64Array;
  /** Σ (k/m)·w/S₀ₖ: the part of it that those with the event at this very time do not gather. */
  hazardOff: Float64Array;
  /** Σ w/S₀ₖ², Σ (k/m)·w/S₀ₖ², Σ (k/m)²·w/S₀ₖ². */
  square: Float64Array;
  squareOff: Float64Array;
  squareOff2: Float64Array;
  /** Slots with more than one Efron step. */
  tied: Int32Array;
  /** D₁ of these, by columns. */
  tiedSum: Float64Array;
  /** S₁ − (squareOff/square)·D₁ by columns over slots: times `square`, it is Σ xₖ·w/S₀ₖ, the jump of ∫ mean dΛ. */
  shifted: Float64Array;
  /** 1 where a sum over a risk set was made anew. */
  renewed: Uint8Array;
  /** `shifted` and `tiedSum` belong to another β. */
  stale: boolean;
}

export interface PartialLikelihood extends Objective {
  sets: RiskSets;
  /** Covariates by columns over the positions of the risk sets. */
  x: Float64Array;
  ties: Ties;
  /** At the β last evaluated; see `fillMeans`. */
  sweep: Sweep;
}

/** Cox's partial log likelihood. Slots marked in `skip` are left out (the exact method treats tied ones itself). */
export function partialLikelihood(
  sets: RiskSets,
  x: Float64Array,
  parameters: number,
  ties: Ties,
  skip: Uint8Array | null = null,
): PartialLikelihood {
  const sweep = emptySweep(sets, parameters, ties);
  const eventSum = sumOverEvents(sets, x, parameters);
  const expected = new Float64Array(sets.rows.length);
  const cumulative = new Float64Array(sets.slots);
  const likelihood: PartialLikelihood = {
    ...{ parameters, sets, x, ties, sweep },
    value(beta) {
      sweep.stale = true;
      linearPredictor(sweep.eta, x, beta);
      exponentiate(sweep.risk, sweep.eta, sets.riskWeight);
      const summand = { value: sweep.risk, x: null, shift: 0 };
      riskSetSums(sets, summand, sweep.total, 0, sweep.renewed);
      return beta.reduce((sum, b, j) => sum + b * eventSum[j], 0) - fillHazard(sets, sweep, ties, skip);
    },
    derivatives(score, information) {
      fillMeans(likelihood);
      expectedEvents(sets, sweep, null, cumulative, expected);
      for (let j = 0; j < parameters; j++) score[j] = eventSum[j] - columnProduct(x, j, expected);
      fillInformation(information, likelihood, expected, null);
    },
  };
  return likelihood;
}

function emptySweep(sets: RiskSets, parameters: number, ties: Ties): Sweep {
  const { slots, rows, steps } = sets;
  const tied: number[] = [];
  if (ties === "efron") for (let s = 0; s < slots; s++) if (steps[s] > 1) tied.push(s);
  const perSlot = () => new Float64Array(slots);
  return {
    eta: new Float64Array(rows.length),
    risk: new Float64Array(rows.length),
    total: perSlot(),
    hazard: perSlot(),
    hazardOff: perSlot(),
    square: perSlot(),
    squareOff: perSlot(),
    squareOff2: perSlot(),
    tied: Int32Array.from(tied),
    tiedSum: new Float64Array(tied.length * parameters),
    shifted: new Float64Array(slots * parameters),
    renewed: new Uint8Array(slots),
    stale: true,
  };
}

function sumOverEvents(sets: RiskSets, x: Float64Array, parameters: number): Float64Array {
  const { start, eventEnd, slots, weight } = sets;
  const sum = new Float64Array(parameters);
  for (let j = 0; j < parameters; j++) {
    const shift = j * weight.length;
    for (let s = 0; s < slots; s++) for (let i = start[s]; i < eventEnd[s]; i++) sum[j] += weight[i] * x[shift + i];
  }
  return sum;
}

/** Rows taken together, so that a block of `eta` stays in the cache while the columns pass. */
const BLOCK = 1024;

export function linearPredictor(eta: Float64Array, x: Float64Array, beta: Float64Array): void {
  const n = eta.length;
  eta.fill(0);
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(n, from + BLOCK);
    for (let j = 0; j < beta.length; j++) {
      const b = beta[j];
      const shift = j * n;
      if (b !== 0) for (let i = from; i < to; i++) eta[i] += b * x[shift + i];
    }
  }
}

function exponentiate(risk: Float64Array, eta: Float64Array, weight: Float64Array): void {
  for (let i = 0; i < risk.length; i++) risk[i] = weight[i] === 0 ? 0 : weight[i] * Math.exp(eta[i]);
}

/** Fills hazard and companions of each slot; returns Σ w·log S₀ₖ. */
function fillHazard(sets: RiskSets, sweep: Sweep, ties: Ties, skip: Uint8Array | null): number {
  const { slots, start, eventEnd, steps, stepWeight } = sets;
  let logs = 0;
  for (let s = 0; s < slots; s++) {
    if (steps[s] === 0 || skip?.[s]) continue;
    if (steps[s] === 1 || ties !== "efron") {
      const weight = steps[s] * stepWeight[s];
      sweep.hazard[s] = weight / sweep.total[s];
      sweep.square[s] = sweep.hazard[s] / sweep.total[s];
      logs += weight * Math.log(sweep.total[s]);
    } else {
      let own = 0;
      for (let i = start[s]; i < eventEnd[s]; i++) own += sweep.risk[i];
      logs += efronSteps(sweep, s, own, steps[s], stepWeight[s]);
    }
  }
  return logs;
}

function efronSteps(sweep: Sweep, s: number, own: number, steps: number, weight: number): number {
  const total = sweep.total[s];
  let logs = 0;
  let h = 0;
  let h1 = 0;
  let q = 0;
  let q1 = 0;
  let q2 = 0;
  for (let k = 0; k < steps; k++) {
    const share = k / steps;
    const denominator = total - share * own;
    const c = weight / denominator;
    logs += Math.log(denominator);
    h += c;
    h1 += share * c;
    q += c / denominator;
    q1 += (share * c) / denominator;
    q2 += (share * share * c) / denominator;
  }
  sweep.hazard[s] = h;
  sweep.hazardOff[s] = h1;
  sweep.square[s] = q;
  sweep.squareOff[s] = q1;
  sweep.squareOff2[s] = q2;
  return weight * logs;
}

/** Fills `shifted` and `tiedSum` at the β last evaluated, if that has not been done. */
export function fillMeans({ sets, x, parameters, sweep }: PartialLikelihood): void {
  if (!sweep.stale) return;
  sweep.stale = false;
  const { slots, start, eventEnd, rows } = sets;
  const { tied, tiedSum, shifted, square, squareOff } = sweep;
  for (let j = 0; j < parameters; j++) {
    const shift = j * rows.length;
    riskSetSums(sets, { value: sweep.risk, x, shift }, shifted, j * slots, sweep.renewed);
    for (let t = 0; t < tied.length; t++) {
      const s = tied[t];
      let own = 0;
      for (let i = start[s]; i < eventEnd[s]; i++) own += sweep.risk[i] * x[shift + i];
      tiedSum[j * tied.length + t] = own;
      shifted[j * slots + s] -= (squareOff[s] / square[s]) * own || 0;
    }
  }
}

/**
 * The events each row was expected to have while at risk, weight included: risk·∫ g dΛ over its time at risk
 * (g = 1 without `timeWeight`). Each term of score and information is a sum of x, or x·xᵀ, times this.
 */
export function expectedEvents(
  sets: RiskSets,
  sweep: Sweep,
  timeWeight: Float64Array | null,
  cumulative: Float64Array,
  out: Float64Array,
): void {
  const { slots, start, eventEnd, from, to } = sets;
  let sum = 0;
  for (let s = 0; s < slots; s++) {
    sum = sets.time[s] === Number.NEGATIVE_INFINITY ? 0 : sum + sweep.hazard[s] * (timeWeight ? timeWeight[s] : 1);
    cumulative[s] = sum;
  }
  for (let i = 0; i < out.length; i++) out[i] = sweep.risk[i] * (cumulative[to[i]] - cumulative[from[i]]);
  for (let t = 0; t < sweep.tied.length; t++) {
    const s = sweep.tied[t];
    const off = sweep.hazardOff[s] * (timeWeight ? timeWeight[s] : 1);
    for (let i = start[s]; i < eventEnd[s]; i++) out[i] -= sweep.risk[i] * off;
  }
}

/** Σᵢ x[column]ᵢ·factorᵢ, in short partial sums. */
export function columnProduct(x: Float64Array, column: number, factor: Float64Array): number {
  const n = factor.length;
  const shift = column * n;
  let total = 0;
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(n, from + BLOCK);
    let sum = 0;
    for (let i = from; i < to; i++) sum += x[shift + i] * factor[i];
    total += sum;
  }
  return total;
}

/** The information matrix: Σ expected·x·xᵀ − Σ square·shifted·shiftedᵀ − what is left of the ties. */
export function fillInformation(
  information: Float64Array,
  { sets, x, parameters, sweep }: PartialLikelihood,
  expected: Float64Array,
  timeWeight: Float64Array | null,
): void {
  const { square, squareOff, squareOff2, tied } = sweep;
  const weighted = timeWeight ? square.map((q, s) => q * timeWeight[s]) : square;
  information.fill(0);
  addWeightedGram(information, x, sets.rows.length, parameters, expected, 1);
  addWeightedGram(information, sweep.shifted, sets.slots, parameters, weighted, -1);
  if (tied.length > 0) {
    const rest = Float64Array.from(tied, (s) => {
      const left = squareOff2[s] - (squareOff[s] * squareOff[s]) / square[s] || 0;
      return left * (timeWeight ? timeWeight[s] : 1);
    });
    addWeightedGram(information, sweep.tiedSum, tied.length, parameters, rest, -1);
  }
  mirrorLower(information, parameters);
}
