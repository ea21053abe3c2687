import { type FineGrayLikelihood, gatheredBy, gatherJumps } from "./fineGrayLikelihood";

/**
 * The variance of standardized coefficients, I⁻¹·Σ(η + ψ)(η + ψ)ᵀ·I⁻¹: η is each row's part of the score and ψ what its
 * censoring contributes through the estimated weights. `variance` is I⁻¹; the likelihood must be at the maximum, with
 * its means. Linear in rows. Source: Fine & Gray, JASA 1999;94:496–509, as `cmprsk::crr`.
 */
export function fineGrayVariance(likelihood: FineGrayLikelihood, variance: Float64Array): Float64Array {
  const n = likelihood.risk.length;
  const p = likelihood.parameters;
  const parts = new Float64Array(n * p);
  for (let j = 0; j < p; j++) {
    addScoreParts(likelihood, j, parts);
    addCensoringParts(likelihood, j, parts);
  }
  const middle = new Float64Array(p * p);
  for (let j = 0; j < p; j++)
    for (let k = 0; k < p; k++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += parts[j * n + i] * parts[k * n + i];
      middle[j * p + k] = sum;
    }
  return sandwich(variance, middle, p);
}

/** η of column j: x − mean at the event, minus what was expected of it over the time at risk. */
function addScoreParts(likelihood: FineGrayLikelihood, j: number, parts: Float64Array): void {
  const { data, risk, hazard, mean, x } = likelihood;
  const { sets } = data;
  const n = risk.length;
  const hazards = gatherJumps(likelihood, (s) => hazard[s]);
  const means = gatherJumps(likelihood, (s) => hazard[s] * mean[j * sets.slots + s]);
  for (let i = 0; i < n; i++) {
    const expected = x[j * n + i] * gatheredBy(likelihood, i, hazards) - gatheredBy(likelihood, i, means);
    const event = i >= sets.start[sets.to[i]] && i < sets.eventEnd[sets.to[i]];
    parts[j * n + i] += (event ? x[j * n + i] - mean[j * sets.slots + sets.to[i]] : 0) - risk[i] * expected;
  }
}

/**
 * ψ of column j. A censoring at u changes the weights of all who had a competing event before u, at each event time
 * from u on: q(u) is that change, q/Y the censored row's own part, and −q/Y² per censoring what everybody then at risk
 * gathers.
 */
function addCensoringParts(likelihood: FineGrayLikelihood, j: number, parts: Float64Array): void {
  const { data, risk, hazard, mean, competing, stayed, stayedAt, x } = likelihood;
  const { sets, ticks, cause } = data;
  const n = risk.length;
  const weight = jumpsFrom(sets.slots, (s) => hazard[s] * stayedAt[s]);
  const weightedMean = jumpsFrom(sets.slots, (s) => hazard[s] * stayedAt[s] * mean[j * sets.slots + s]);
  let gone = 0;
  let goneX = 0;
  let gathered = 0;
  for (let from = 0; from < n; ) {
    const tick = ticks.tick[sets.rows[from]];
    const slot = sets.start[sets.to[from]] === from ? sets.to[from] : sets.to[from] + 1;
    const q = goneX * weight[slot] - gone * weightedMean[slot];
    const atRisk = n - from;
    let to = from;
    for (; to < n && ticks.tick[sets.rows[to]] === tick; to++)
      if (cause[sets.rows[to]] === 0) gathered -= q / atRisk ** 2;
    for (let i = from; i < to; i++) {
      parts[j * n + i] += gathered + (cause[sets.rows[i]] === 0 ? q / atRisk : 0);
      if (!competing[i]) continue;
      gone += risk[i] / stayed[i];
      goneX += (risk[i] / stayed[i]) * x[j * n + i];
    }
    from = to;
  }
}

/** Sums of jumps from each slot on, with 0 past the last. */
function jumpsFrom(slots: number, jump: (slot: number) => number): Float64Array {
  const result = new Float64Array(slots + 1);
  for (let s = slots - 1; s >= 0; s--) result[s] = result[s + 1] + jump(s);
  return result;
}

function sandwich(outer: Float64Array, middle: Float64Array, p: number): Float64Array {
  const product = (a: Float64Array, b: Float64Array) =>
    a.map((_, at) => {
      let sum = 0;
      for (let k = 0; k < p; k++) sum += a[Math.floor(at / p) * p + k] * b[k * p + (at % p)];
      return sum;
    });
  return product(product(outer, middle), outer);
}
