import { addWeightedGram, mirrorLower } from "../../numeric/linearAlgebraGram";
import type { Swept } from "./hazardSweep";
import { CHUNK, riskSetProducts } from "./riskSetSums";

/**
 * The covariate sums of `count` slots from `first` on, by columns of length CHUNK; what lies beyond the counts is left
 * over.
 */
interface ChunkOfMeans {
  first: number;
  count: number;
  /** S₁ − (squareOff/square)·D₁: times `square` it is Σ xₖ·w/S₀ₖ, the jump of ∫ mean dΛ. */
  shifted: Float64Array;
  /** D₁ of the tied slots among them, the positions of these in `sweep.tied` being `tiedFirst` and following. */
  tiedSum: Float64Array;
  tiedFirst: number;
  tiedCount: number;
}

function visitMeans({ sets, x, parameters, sweep }: Swept, visit: (chunk: ChunkOfMeans) => void): void {
  const { tied, risk, square, squareOff } = sweep;
  const { start, eventEnd, rows } = sets;
  const tiedSum = new Float64Array(parameters * CHUNK);
  let unseen = tied.length;
  riskSetProducts(sets, risk, x, parameters, sweep.renewed, (shifted, first, count) => {
    const tiedEnd = unseen;
    while (unseen > 0 && tied[unseen - 1] >= first) unseen--;
    for (let t = unseen; t < tiedEnd; t++) {
      const s = tied[t];
      const ratio = squareOff[s] / square[s] || 0;
      for (let j = 0; j < parameters; j++) {
        const own = ownSum(risk, x, j * rows.length, start[s], eventEnd[s]);
        tiedSum[j * CHUNK + t - unseen] = own;
        shifted[j * CHUNK + s - first] -= ratio * own;
      }
    }
    visit({ first, count, shifted, tiedSum, tiedFirst: unseen, tiedCount: tiedEnd - unseen });
  });
}

function ownSum(risk: Float64Array, x: Float64Array, shift: number, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += risk[i] * x[shift + i];
  return sum;
}

/** Covariate sums of all slots at once, for residuals and curves. */
export interface Means {
  /** As in the chunks, columns over all slots. */
  shifted: Float64Array;
  /** D₁ by columns over `sweep.tied`. */
  tiedSum: Float64Array;
}

/** The covariate sums at the β last evaluated. */
export function riskSetMeans(swept: Swept): Means {
  const { parameters, sets, sweep } = swept;
  const ties = sweep.tied.length;
  const means = { shifted: new Float64Array(parameters * sets.slots), tiedSum: new Float64Array(parameters * ties) };
  visitMeans(swept, ({ first, count, shifted, tiedSum, tiedFirst, tiedCount }) => {
    for (let j = 0; j < parameters; j++) {
      means.shifted.set(shifted.subarray(j * CHUNK, j * CHUNK + count), j * sets.slots + first);
      means.tiedSum.set(tiedSum.subarray(j * CHUNK, j * CHUNK + tiedCount), j * ties + tiedFirst);
    }
  });
  return means;
}

/**
 * The information matrix: Σ expected·x·xᵀ − Σ square·shifted·shiftedᵀ − what is left of the ties, each slot times
 * `timeWeight`. Returns Σ expected·x by column, which the same pass gives.
 */
export function fillInformation(
  information: Float64Array,
  swept: Swept,
  expected: Float64Array,
  timeWeight: Float64Array | null,
): Float64Array {
  const { sets, x, parameters, sweep } = swept;
  const { square, squareOff, squareOff2, tied } = sweep;
  const weight = new Float64Array(CHUNK);
  information.fill(0);
  const n = sets.rows.length;
  const sums = new Float64Array(parameters);
  addWeightedGram(information, x, n, parameters, expected, 1, n, sums);
  visitMeans(swept, ({ first, count, shifted, tiedSum, tiedFirst, tiedCount }) => {
    for (let k = 0; k < count; k++) weight[k] = square[first + k] * (timeWeight ? timeWeight[first + k] : 1);
    addWeightedGram(information, shifted, count, parameters, weight, -1, CHUNK);
    if (tiedCount === 0) return;
    for (let k = 0; k < tiedCount; k++) {
      const s = tied[tiedFirst + k];
      const left = squareOff2[s] - (squareOff[s] * squareOff[s]) / square[s] || 0;
      weight[k] = left * (timeWeight ? timeWeight[s] : 1);
    }
    addWeightedGram(information, tiedSum, tiedCount, parameters, weight, -1, CHUNK);
  });
  mirrorLower(information, parameters);
  return sums;
}
