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
  /** 1 where a sum over a risk set was made anew. */
  renewed: Uint8Array;
}

/** Covariates over the risk sets, and the sweep at the β last evaluated. */
export interface Swept {
  parameters: number;
  sets: RiskSets;
  /** By columns over the positions of the risk sets. */
  x: Float64Array;
  sweep: Sweep;
}

/** Room for a sweep over these risk sets. */
export function emptySweep(sets: RiskSets, ties: Ties): Sweep {
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
    renewed: new Uint8Array(slots),
  };
}

/** Evaluates everything at β; returns Σ w·log S₀ₖ. Slots marked in `skip` are left out. */
export function sweepAt(
  { sets, x, sweep }: Swept,
  beta: Float64Array,
  ties: Ties,
  skip: Uint8Array | null = null,
): number {
  linearPredictor(sweep.eta, x, beta);
  if (beta.some((b) => b !== 0)) exponentiate(sweep.risk, sweep.eta, sets.riskWeight);
  else sweep.risk.set(sets.riskWeight);
  riskSetSums(sets, sweep.risk, sweep.total, sweep.renewed);
  return fillHazard(sets, sweep, ties, skip);
}

/** Rows taken together, so that a block of `eta` stays in the cache while the columns pass. */
const BLOCK = 1024;

export function linearPredictor(eta: Float64Array, x: Float64Array, beta: Float64Array): void {
  const n = eta.length;
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(n, from + BLOCK);
    eta.fill(0, from, to);
    for (let j = 0; j < beta.length; j++) if (beta[j] !== 0) addColumn(eta, x, j * n, beta[j], from, to);
  }
}

function addColumn(eta: Float64Array, x: Float64Array, shift: number, b: number, from: number, to: number): void {
  for (let i = from; i < to; i++) eta[i] += b * x[shift + i];
}

function exponentiate(risk: Float64Array, eta: Float64Array, weight: Float64Array): void {
  for (let i = 0; i < risk.length; i++) risk[i] = weight[i] === 0 ? 0 : weight[i] * Math.exp(eta[i]);
}

/** Products of risk sets stay between these, far from where numbers end. */
const LARGE = 1e250;
const SMALL = 1e-250;

/**
 * Fills hazard and companions of each slot; returns Σ w·log S₀ₖ. Of events that count once the logarithm is taken of
 * their product, as long as that is a number of ordinary size.
 */
function fillHazard(sets: RiskSets, sweep: Sweep, ties: Ties, skip: Uint8Array | null): number {
  const { slots, start, eventEnd, steps, stepWeight } = sets;
  const { total, hazard, square } = sweep;
  const sum = { value: 0, lost: 0 };
  let product = 1;
  for (let s = 0; s < slots; s++) {
    if (steps[s] === 0 || skip?.[s]) continue;
    const n = total[s];
    if (steps[s] === 1 || ties !== "efron") {
      const weight = steps[s] * stepWeight[s];
      hazard[s] = weight / n;
      square[s] = hazard[s] / n;
      if (weight !== 1) addExactly(sum, weight * Math.log(n));
      else if (n * product < LARGE && n * product > SMALL) product *= n;
      else {
        addExactly(sum, Math.log(product));
        product = n;
      }
    } else {
      let own = 0;
      for (let i = start[s]; i < eventEnd[s]; i++) own += sweep.risk[i];
      addExactly(sum, efronSteps(sweep, s, own, steps[s], stepWeight[s]));
    }
  }
  addExactly(sum, Math.log(product));
  return sum.value;
}

/** Kahan's sum: what is lost to rounding is carried on. */
function addExactly(sum: { value: number; lost: number }, part: number): void {
  const corrected = part - sum.lost;
  const value = sum.value + corrected;
  sum.lost = value - sum.value - corrected;
  sum.value = value;
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
  const { risk } = sweep;
  // Without late entry everybody is at risk from the slot that begins the stratum, where nothing is gathered yet.
  if (!sets.byEntry) for (let i = 0; i < out.length; i++) out[i] = risk[i] * cumulative[to[i]];
  else for (let i = 0; i < out.length; i++) out[i] = risk[i] * (cumulative[to[i]] - cumulative[from[i]]);
  for (let t = 0; t < sweep.tied.length; t++) {
    const s = sweep.tied[t];
    const off = sweep.hazardOff[s] * (timeWeight ? timeWeight[s] : 1);
    for (let i = start[s]; i < eventEnd[s]; i++) out[i] -= sweep.risk[i] * off;
  }
}
