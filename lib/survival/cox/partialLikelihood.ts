import { emptySweep, expectedEvents, type Swept, sweepAt, type Ties } from "./hazardSweep";
import type { Objective } from "./newton";
import { fillInformation } from "./riskSetMeans";
import type { RiskSets } from "./riskSets";

export interface PartialLikelihood extends Objective, Swept {
  ties: Ties;
}

/** Cox's partial log likelihood. Slots marked in `skip` are left out (the exact method treats tied ones itself). */
export function partialLikelihood(
  sets: RiskSets,
  x: Float64Array,
  parameters: number,
  ties: Ties,
  skip: Uint8Array | null = null,
): PartialLikelihood {
  const sweep = emptySweep(sets, ties);
  const eventSum = Float64Array.from({ length: parameters }, (_, j) => sumOfEvents(sets, x, j));
  const expected = new Float64Array(sets.rows.length);
  const cumulative = new Float64Array(sets.slots);
  const likelihood: PartialLikelihood = {
    parameters,
    sets,
    x,
    ties,
    sweep,
    value(beta) {
      const logs = sweepAt(likelihood, beta, ties, skip);
      return beta.reduce((sum, b, j) => sum + b * eventSum[j], 0) - logs;
    },
    derivatives(score, information) {
      expectedEvents(sets, sweep, null, cumulative, expected);
      const sums = fillInformation(information, likelihood, expected, null);
      for (let j = 0; j < parameters; j++) score[j] = eventSum[j] - sums[j];
    },
  };
  return likelihood;
}

/** Σ weight·x[column] over the events, in short partial sums. */
function sumOfEvents({ rows, weight, slots, start, eventEnd }: RiskSets, x: Float64Array, column: number): number {
  const shift = column * rows.length;
  let total = 0;
  for (let from = 0; from < slots; from += BLOCK) {
    let sum = 0;
    for (let s = from; s < Math.min(slots, from + BLOCK); s++)
      for (let i = start[s]; i < eventEnd[s]; i++) sum += weight[i] * x[shift + i];
    total += sum;
  }
  return total;
}

/** The weight of rows with the event, 0 for the others. */
export function eventWeights({ weight, slots, start, eventEnd }: RiskSets): Float64Array {
  const result = new Float64Array(weight.length);
  for (let s = 0; s < slots; s++) for (let i = start[s]; i < eventEnd[s]; i++) result[i] = weight[i];
  return result;
}

/** Rows summed up together, so that sums stay short (less rounding). */
const BLOCK = 1024;

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
