import { inverseQuadraticForm } from "../../numeric/linearAlgebra";
import type { CoxModel } from "./coxModel";
import { highestCode } from "./coxRows";
import { scoreContributions, timesVariance } from "./scoreContributions";

/** The sandwich variance of standardized coefficients, and the robust score statistic at β = 0. */
export interface Sandwich {
  variance: Float64Array;
  score: number;
}

/**
 * Dᵀ·D with one row of D per cluster: the sum of the cluster's weighted dfbetas. Without clusters each row is one; a
 * row with a count weight is so many subjects of their own. Source: Lin & Wei, JASA 1989;84:1074–8. As `coxph(robust =
 * TRUE)`, its `rscore` included.
 */
export function robustVariance(model: CoxModel): Sandwich {
  const { likelihood, beta, data } = model;
  const n = data.sets.rows.length;
  const p = beta.length;
  const influence = timesVariance(scoreContributions(likelihood), model.variance, n);
  const variance = clusterProducts(model, influence).products;
  likelihood.value(new Float64Array(p));
  const atZero = clusterProducts(model, scoreContributions(likelihood));
  likelihood.value(beta);
  return { variance, score: inverseQuadraticForm(atZero.products, atZero.total).value };
}

/** Σ over clusters of s·sᵀ, s the weighted sum of the cluster's rows; and Σ s. */
function clusterProducts({ data }: CoxModel, values: Float64Array) {
  const { sets, cluster, countWeights } = data;
  const n = sets.rows.length;
  const p = n === 0 ? 0 : values.length / n;
  const groups = cluster ? highestCode(cluster, sets.rows) + 1 : n;
  const sums = new Float64Array(groups * p);
  const total = new Float64Array(p);
  for (let i = 0; i < n; i++) {
    const group = cluster ? cluster[sets.rows[i]] : i;
    const factor = cluster || !countWeights ? sets.weight[i] : Math.sqrt(sets.weight[i]);
    for (let j = 0; j < p; j++) {
      sums[group * p + j] += factor * values[j * n + i];
      total[j] += sets.weight[i] * values[j * n + i];
    }
  }
  const products = new Float64Array(p * p);
  for (let g = 0; g < groups; g++)
    for (let j = 0; j < p; j++) for (let k = 0; k < p; k++) products[j * p + k] += sums[g * p + j] * sums[g * p + k];
  return { products, total };
}
