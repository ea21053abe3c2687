import { cholesky, solve } from "../../numeric/linearAlgebra";
import type { CoxFit } from "./coxRegression";
import { stratumBounds } from "./riskSets";
import { schoenfeldResiduals } from "./schoenfeldResiduals";
import { variesInStrata } from "./standardize";

/**
 * One row per event; `values[event * names.length + k]`, NaN where the coefficient does not vary in the event's
 * stratum.
 */
export interface ScaledSchoenfeld {
  names: string[];
  row: Int32Array;
  time: Float64Array;
  /** The transformed time. */
  x: Float64Array;
  values: Float64Array;
}

/**
 * Schoenfeld residuals times the inverse of the mean information per event, plus the coefficient. Where a covariate is
 * constant in a stratum, the events there do not count for it and have no residual. `all` are the columns to take,
 * `information` that of the model, `transformed` the time at each slot.
 */
export function scaledSchoenfeld(
  fit: CoxFit,
  all: readonly number[],
  information: Float64Array,
  transformed: Float64Array,
): ScaledSchoenfeld {
  const { model } = fit;
  const { sets } = model.data;
  const { scale } = model.standardized;
  const size = scale.length;
  const residuals = schoenfeldResiduals(fit);
  const bounds = stratumBounds(sets);
  const { used, mean } = meanInformation(fit, all, information);
  const result: ScaledSchoenfeld = {
    names: all.map((j) => model.design.columns[j].name),
    row: residuals.row,
    time: residuals.time,
    x: new Float64Array(residuals.row.length),
    values: new Float64Array(residuals.row.length * all.length).fill(Number.NaN),
  };
  let event = 0;
  for (let b = 0; b + 1 < bounds.length; b++) {
    const here = all.map((_, k) => k).filter((k) => used[k][b]);
    const matrix = Float64Array.from({ length: here.length ** 2 }, (_, at) =>
      mean(here[Math.floor(at / here.length)], here[at % here.length]),
    );
    const factor = cholesky(matrix, here.length);
    for (let s = bounds[b]; s < bounds[b + 1]; s++)
      for (let i = sets.start[s]; i < sets.eventEnd[s]; i++, event++) {
        result.x[event] = transformed[s];
        const own = Float64Array.from(here, (k) => residuals.values[event * size + all[k]] / scale[all[k]]);
        const solved = solve(factor, own);
        here.forEach((k, at) => {
          result.values[event * all.length + k] = (solved[at] + model.beta[all[k]]) / scale[all[k]];
        });
      }
  }
  return result;
}

/** Information per event for each pair of columns (those where both vary), and where each column varies. */
function meanInformation({ model }: CoxFit, all: readonly number[], information: Float64Array) {
  const { sets, countWeights } = model.data;
  const { x, scale } = model.standardized;
  const n = sets.rows.length;
  const bounds = stratumBounds(sets);
  const used = all.map((j) => variesInStrata(x.subarray(j * n, (j + 1) * n), sets));
  const events = new Float64Array(bounds.length - 1);
  for (let b = 0; b < events.length; b++)
    for (let s = bounds[b]; s < bounds[b + 1]; s++)
      events[b] += countWeights ? sets.steps[s] : sets.eventEnd[s] - sets.start[s];
  const shared = (a: number, b: number) =>
    events.reduce((sum, count, stratum) => sum + (used[a][stratum] && used[b][stratum] ? count : 0), 0);
  const mean = (a: number, b: number) => information[all[a] * scale.length + all[b]] / (shared(a, b) || 1);
  return { used, mean };
}
