import { concordanceOf, modelConcordance } from "./concordance";
import { fitModel } from "./coxModel";
import type { CoxFit } from "./coxRegression";
import { type CoxRows, withOrder } from "./coxRows";
import { standardize } from "./standardize";

export interface BootstrapConcordance {
  /** C of the model on the rows it was fitted to. */
  apparent: number;
  /**
   * Per sample: C of the model refitted to the sample, on the sample and on the original rows; NaN for a sample without
   * events.
   */
  inSample: Float64Array;
  inOriginal: Float64Array;
  /** Mean of their difference, and the apparent C less it. */
  optimism: number;
  corrected: number;
  /** Samples that could not be used. */
  failed: number;
}

/**
 * Optimism-corrected C: how much of the apparent concordance comes from having fitted the same rows. Each sample is a
 * list of numbers 0 … n − 1 of subjects, drawn with replacement, in the order of the rows used (with count weights a
 * row stands for that many subjects in turn); the caller draws them, so that a seed reproduces the result. Source:
 * Harrell, Lee, Mark, Stat Med 1996;15:361–87.
 */
export function bootstrapConcordance(fit: CoxFit, samples: readonly ArrayLike<number>[]): BootstrapConcordance {
  const apparent = modelConcordance(fit).c;
  const inSample = new Float64Array(samples.length).fill(Number.NaN);
  const inOriginal = new Float64Array(samples.length).fill(Number.NaN);
  const subjects = subjectRows(fit.model.data);
  samples.forEach((sample, b) => {
    const result = refit(fit, subjects, sample);
    if (result === null) return;
    inSample[b] = result.inSample;
    inOriginal[b] = result.inOriginal;
  });
  let sum = 0;
  let used = 0;
  inSample.forEach((c, b) => {
    const difference = c - inOriginal[b];
    if (Number.isNaN(difference)) return;
    sum += difference;
    used++;
  });
  const optimism = sum / used;
  return { apparent, inSample, inOriginal, optimism, corrected: apparent - optimism, failed: samples.length - used };
}

/** Input row of each subject, in the order of the input. */
function subjectRows({ order, countWeights, weight }: CoxRows): Uint32Array {
  const rows = order.slice().sort();
  if (!countWeights) return rows;
  const repeated: number[] = [];
  for (const row of rows) for (let k = 0; k < weight![row]; k++) repeated.push(row);
  return Uint32Array.from(repeated);
}

function refit({ model }: CoxFit, subjects: Uint32Array, sample: ArrayLike<number>) {
  const { data, design } = model;
  const plain: CoxRows = data.countWeights ? { ...data, weight: null, countWeights: false } : data;
  const drawn = withOrder(plain, drawnOrder(data, subjects, sample));
  if (drawn.events === 0) return null;
  const refitted = fitModel({ ...model, data: drawn, standardized: standardize(design, drawn.sets) });
  const n = data.sets.rows.length;
  const marker = new Float64Array(n);
  for (let j = 0; j < refitted.beta.length; j++) {
    const factor = (refitted.beta[j] / refitted.standardized.scale[j]) * model.standardized.scale[j];
    for (let i = 0; i < n; i++) marker[i] += factor * model.standardized.x[j * n + i];
  }
  return {
    inSample: concordanceOf(drawn, refitted.likelihood.sweep.eta).c,
    inOriginal: concordanceOf(data, marker).c,
  };
}

/** The rows drawn, each as often as it was, by ascending time. */
function drawnOrder(data: CoxRows, subjects: Uint32Array, sample: ArrayLike<number>): Uint32Array {
  const times = new Uint32Array(data.inputRows);
  for (let k = 0; k < sample.length; k++) times[subjects[sample[k]]]++;
  const order = new Uint32Array(sample.length);
  let at = 0;
  for (const row of data.order) for (; times[row] > 0; times[row]--) order[at++] = row;
  return order;
}
