import { expectedEvents, type Swept } from "./hazardSweep";
import { indexTied, meanAtEvent } from "./meanAtEvent";
import { type Means, riskSetMeans } from "./riskSetMeans";

/**
 * Score residuals by position of the risk sets, for standardized covariates, per unit of weight: what each row
 * contributes to the gradient, ∫ (x − mean(t)) dM(t). Columns one after the other. They add up (weighted) to 0.
 */
export function scoreContributions(swept: Swept): Float64Array {
  const { sets, sweep, x, parameters } = swept;
  const n = sets.rows.length;
  const expected = new Float64Array(n);
  const cumulative = new Float64Array(sets.slots);
  const means = riskSetMeans(swept);
  expectedEvents(sets, sweep, null, cumulative, expected);
  const result = new Float64Array(n * parameters);
  for (let j = 0; j < parameters; j++) {
    accumulateMeans(swept, means, j, cumulative);
    for (let i = 0; i < n; i++) {
      const relativeRisk = sweep.risk[i] / sets.weight[i];
      const gathered = relativeRisk * (cumulative[sets.to[i]] - cumulative[sets.from[i]]);
      result[j * n + i] = gathered - (x[j * n + i] * expected[i]) / sets.weight[i];
    }
  }
  addEventParts(swept, means, result);
  return result;
}

/** ∫ mean of column j dΛ up to each slot, anew in each stratum. */
export function accumulateMeans({ sets, sweep }: Swept, means: Means, j: number, cumulative: Float64Array): void {
  let sum = 0;
  for (let s = 0; s < sets.slots; s++) {
    sum = sets.steps[s] === 0 ? 0 : sum + sweep.square[s] * means.shifted[j * sets.slots + s];
    cumulative[s] = sum;
  }
}

/** x − mean at the event itself, and the share of ∫ mean dΛ at that time which those with the event do not gather. */
function addEventParts(swept: Swept, means: Means, result: Float64Array): void {
  const { sets, sweep, x, parameters } = swept;
  const n = sets.rows.length;
  const mean = new Float64Array(parameters);
  const tiedIndex = indexTied(swept);
  for (let s = 0; s < sets.slots; s++) {
    if (sets.steps[s] === 0) continue;
    const tied = tiedIndex[s];
    meanAtEvent(swept, means, s, tied, mean);
    for (let j = 0; j < parameters; j++) {
      const own = tied < 0 ? 0 : means.tiedSum[j * sweep.tied.length + tied];
      const rest = sweep.squareOff2[s] - sweep.squareOff[s] ** 2 / sweep.square[s];
      const off = sweep.squareOff[s] * means.shifted[j * sets.slots + s] - rest * own;
      for (let i = sets.start[s]; i < sets.eventEnd[s]; i++)
        result[j * n + i] += x[j * n + i] - mean[j] - (tied < 0 ? 0 : (sweep.risk[i] / sets.weight[i]) * off);
    }
  }
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
