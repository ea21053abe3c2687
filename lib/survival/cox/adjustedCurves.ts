import type { CoxFit } from "./coxRegression";
import type { DesignColumn } from "./designMatrix";
import { cumulate } from "./predictedCurves";
import { stratumBounds } from "./riskSets";

/** Survival of the whole cohort as if everybody belonged to one group. */
export interface AdjustedCurve {
  level: string;
  time: Float64Array;
  survival: Float64Array;
}

/** Products of rows and times above which the times are thinned out: each shown value stays exact. */
const MOST_TERMS = 2e7;

/**
 * Curves by direct standardization: for each level of a factor of the model, every patient is given that level, keeps
 * all other covariates (and the stratum), and the predicted curves are averaged (weighted as the fit). Compared with
 * each other they differ by the factor alone. Times are the event times, of which evenly spread ones are kept for large
 * cohorts, or `times`. No interval is given. Throws when `term` is not a factor of the model. Source: Makuch, J Chronic
 * Dis 1982;35:437–43. As the mean of `survfit(coxph, newdata)` over the rows.
 */
export function adjustedCurves(fit: CoxFit, term: string, times?: Float64Array): AdjustedCurve[] {
  const { design } = fit.model;
  const factor = design.terms.find(({ name }) => name === term);
  if (!factor || factor.reference === null) throw new Error(`${term} is not a factor of the model`);
  const levels = [factor.reference, ...factor.columns.map((j) => design.columns[j].level!)];
  const time = times ?? spreadTimes(fit);
  const hazard = hazardsAt(fit, time);
  return levels.map((level) => ({ level, time, survival: averageCurve(fit, riskAtLevel(fit, term, level), hazard) }));
}

function spreadTimes({ model }: CoxFit): Float64Array {
  const { sets } = model.data;
  const distinct = [...new Set(sets.time.filter((_, s) => sets.steps[s] > 0).sort())];
  const most = Math.max(100, Math.floor(MOST_TERMS / sets.rows.length));
  const step = Math.max(1, Math.ceil(distinct.length / most));
  return Float64Array.from(distinct.filter((_, k) => k % step === 0 || k === distinct.length - 1));
}

/** Cumulative hazard at center of each stratum (in the order of the risk sets) at each time. */
function hazardsAt(fit: CoxFit, time: Float64Array): Float64Array[] {
  const { sets } = fit.model.data;
  const cumulative = cumulate(fit, fit.model.likelihood.sweep.hazard);
  const bounds = stratumBounds(sets);
  return bounds.slice(0, -1).map((first, b) => {
    let s = first;
    return time.map((t) => {
      while (s + 1 < bounds[b + 1] && sets.time[s + 1] <= t) s++;
      return cumulative[s];
    });
  });
}

/** exp(η) of each position when its value of the factor is replaced by `level`. */
function riskAtLevel({ model }: CoxFit, term: string, level: string): Float64Array {
  const { rows } = model.data.sets;
  const { center, scale } = model.standardized;
  const risk = new Float64Array(rows.length);
  model.design.columns.forEach((column, j) => {
    const b = model.beta[j] / scale[j];
    for (let i = 0; i < rows.length; i++) risk[i] += b * (valueWithLevel(column, rows[i], term, level) - center[j]);
  });
  return risk.map((eta) => Math.exp(eta));
}

function valueWithLevel(column: DesignColumn, row: number, term: string, level: string): number {
  let product = 1;
  for (const part of column.parts)
    if (part.kind === "value") product *= part.values[row];
    else if (part.covariate === term) product *= part.level === level ? 1 : 0;
    else product *= part.codes[row] === part.code ? 1 : 0;
  return product;
}

function averageCurve({ model }: CoxFit, risk: Float64Array, hazard: Float64Array[]): Float64Array {
  const { sets } = model.data;
  const bounds = stratumBounds(sets);
  const sum = new Float64Array(hazard[0].length);
  let total = 0;
  for (let b = 0; b + 1 < bounds.length; b++)
    for (let i = sets.start[bounds[b]]; i < sets.end[bounds[b]]; i++) {
      total += sets.weight[i];
      for (let k = 0; k < sum.length; k++) sum[k] += sets.weight[i] * Math.exp(-hazard[b][k] * risk[i]);
    }
  return sum.map((s) => s / total);
}
