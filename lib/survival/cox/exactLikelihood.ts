import type { Objective } from "./newton";
import { partialLikelihood } from "./partialLikelihood";
import type { RiskSets } from "./riskSets";

/**
 * The exact (conditional logistic) partial likelihood: at a time with d events among n at risk, the probability that it
 * was these d and not any other d. The sum over all choices is the elementary symmetric polynomial of degree d in
 * exp(η), built up row by row together with its derivatives, O(n·d·p²) per tied time: not for heavily tied data.
 * Times with one event are left to the ordinary partial likelihood. Weights must be 1.
 *
 * Source: Gail, Lubin, Rubinstein, Biometrika 1981;68:703–7 (the recursion).
 */
export function exactLikelihood(sets: RiskSets, x: Float64Array, parameters: number): Objective {
  const tied = Uint8Array.from(sets.steps, (steps) => (steps > 1 ? 1 : 0));
  const untied = partialLikelihood(sets, x, parameters, "breslow", tied);
  return {
    parameters,
    value(beta) {
      let sum = untied.value(beta);
      for (let s = 0; s < sets.slots; s++) if (tied[s]) sum -= logSumOfChoices(sets, s, untied.sweep.risk);
      return sum;
    },
    derivatives(score, information) {
      untied.derivatives(score, information);
      for (let s = 0; s < sets.slots; s++) if (tied[s]) addTiedSlot(sets, s, untied.sweep.risk, x, score, information);
    },
  };
}

/** log of the sum over all choices of d rows at risk of the product of their risks. */
function logSumOfChoices(sets: RiskSets, s: number, risk: Float64Array): number {
  const d = sets.steps[s];
  const scale = d / sumAtRisk(sets, s, risk);
  const b = new Float64Array(d + 1);
  b[0] = 1;
  for (let i = sets.start[s]; i < sets.end[s]; i++) {
    if (sets.from[i] >= s) continue;
    const r = risk[i] * scale;
    for (let j = d; j > 0; j--) b[j] += r * b[j - 1];
  }
  return Math.log(b[d]) - d * Math.log(scale);
}

/** Risks are scaled to sum to d, which keeps the polynomials near exp(d). */
function sumAtRisk(sets: RiskSets, s: number, risk: Float64Array): number {
  let sum = 0;
  for (let i = sets.start[s]; i < sets.end[s]; i++) if (sets.from[i] < s) sum += risk[i];
  return sum;
}

function addTiedSlot(
  sets: RiskSets,
  s: number,
  risk: Float64Array,
  x: Float64Array,
  score: Float64Array,
  information: Float64Array,
): void {
  const p = score.length;
  const n = sets.rows.length;
  const d = sets.steps[s];
  const scale = d / sumAtRisk(sets, s, risk);
  const b = new Float64Array(d + 1);
  const first = new Float64Array((d + 1) * p);
  const second = new Float64Array((d + 1) * p * p);
  b[0] = 1;
  for (let i = sets.start[s]; i < sets.end[s]; i++) {
    if (sets.from[i] >= s) continue;
    const r = risk[i] * scale;
    for (let j = d; j > 0; j--) {
      const f = (j - 1) * p;
      for (let k = 0; k < p; k++) {
        const xk = x[k * n + i];
        for (let l = 0; l <= k; l++) {
          const xl = x[l * n + i];
          const below = second[f * p + k * p + l] + xk * first[f + l] + first[f + k] * xl + xk * xl * b[j - 1];
          second[(f + p) * p + k * p + l] += r * below;
        }
      }
      for (let k = 0; k < p; k++) first[f + p + k] += r * (first[f + k] + x[k * n + i] * b[j - 1]);
      b[j] += r * b[j - 1];
    }
  }
  for (let k = 0; k < p; k++) {
    const mean = first[d * p + k] / b[d];
    score[k] -= mean;
    for (let l = 0; l <= k; l++) {
      const cell = second[d * p * p + k * p + l] / b[d] - (mean * first[d * p + l]) / b[d];
      information[k * p + l] += cell;
      if (l < k) information[l * p + k] += cell;
    }
  }
}
