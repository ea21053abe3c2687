import type { CoxModel } from "./coxModel";
import type { CoxFit } from "./coxRegression";
import { indexTied, meanAtEvent } from "./meanAtEvent";
import { riskSetMeans } from "./riskSetMeans";

/** One row per event, in the order of stratum and time; `values[event * columns + column]`. */
export interface SchoenfeldResiduals {
  row: Int32Array;
  stratum: Int32Array;
  time: Float64Array;
  columns: number;
  values: Float64Array;
}

/**
 * Schoenfeld residuals: covariate of the patient with the event minus its risk-weighted mean over those at risk (under
 * Efron ties, the mean over the steps). Columns are those of `fit.coefficients`. Not defined for exact ties (throws).
 * Source: Schoenfeld, Biometrika 1982;69:239–41. As `residuals(coxph, "schoenfeld")`.
 */
export function schoenfeldResiduals({ model }: CoxFit): SchoenfeldResiduals {
  refuseExact(model, "Schoenfeld residuals");
  const { sets } = model.data;
  const { scale, x } = model.standardized;
  const p = scale.length;
  const events = sets.slots === 0 ? 0 : sets.eventEnd.reduce((sum, end, s) => sum + end - sets.start[s], 0);
  const mean = new Float64Array(p);
  const result: SchoenfeldResiduals = {
    row: new Int32Array(events),
    stratum: new Int32Array(events),
    time: new Float64Array(events),
    columns: p,
    values: new Float64Array(events * p),
  };
  let at = 0;
  const tiedIndex = indexTied(model.likelihood);
  const means = riskSetMeans(model.likelihood);
  for (let s = 0; s < sets.slots; s++) {
    if (sets.steps[s] > 0) meanAtEvent(model.likelihood, means, s, tiedIndex[s], mean);
    for (let i = sets.start[s]; i < sets.eventEnd[s]; i++, at++) {
      result.row[at] = sets.rows[i];
      result.stratum[at] = sets.stratum[s];
      result.time[at] = sets.time[s];
      for (let j = 0; j < p; j++) result.values[at * p + j] = (x[j * sets.rows.length + i] - mean[j]) * scale[j];
    }
  }
  return result;
}

/** Throws for a fit with exact ties. */
export function refuseExact({ ties }: CoxModel, what: string): void {
  if (ties === "exact") throw new Error(`The exact method has no ${what}; fit with Efron or Breslow ties`);
}
