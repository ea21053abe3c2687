import type { CoxModel } from "./coxModel";
import type { CoxFit } from "./coxRegression";
import { expectedEvents } from "./hazardSweep";
import { refuseExact } from "./schoenfeldResiduals";
import { scoreContributions, timesVariance } from "./scoreContributions";

/**
 * Martingale residuals: 1 or 0 events had, minus the events expected up to the row's time under the model. One per
 * input row, NaN for rows not used; start–stop rows of a patient are to be added up. As `residuals(coxph,
 * "martingale")`.
 */
export function martingaleResiduals({ model }: CoxFit): Float64Array {
  const { data, likelihood } = model;
  const expected = new Float64Array(data.sets.rows.length);
  expectedEvents(data.sets, likelihood.sweep, null, new Float64Array(data.sets.slots), expected);
  const result = new Float64Array(data.inputRows).fill(Number.NaN);
  data.sets.rows.forEach((row, i) => {
    result[row] = data.event[row] - expected[i] / data.sets.weight[i];
  });
  return result;
}

/**
 * Deviance residuals: martingale residuals made more symmetric around 0, sign(M)·√(−2(M + d·log(d − M))).
 * Source: Therneau, Grambsch, Fleming, Biometrika 1990;77:147–60.
 */
export function devianceResiduals(fit: CoxFit): Float64Array {
  const { event } = fit.model.data;
  return martingaleResiduals(fit).map((m, row) => {
    const d = event[row];
    return Math.sign(m) * Math.sqrt(Math.max(0, -2 * (m + (d ? Math.log(d - m) : 0))));
  });
}

/** One row per input row (NaN for rows not used), `values[row * columns + column]`. */
export interface RowResiduals {
  columns: number;
  values: Float64Array;
}

/** Score residuals, unweighted, as `residuals(coxph, "score")`. Not defined for exact ties (throws). */
export function scoreResiduals({ model }: CoxFit): RowResiduals {
  refuseExact(model, "score residuals");
  const { scale } = model.standardized;
  return byInputRow(model, scoreContributions(model.likelihood), (j, value) => value * scale[j]);
}

/**
 * Approximate change of each coefficient when the row is left out (times its weight), as `residuals(coxph, "dfbeta")`.
 * Not defined for exact ties (throws).
 */
export function dfbetaResiduals({ model }: CoxFit): RowResiduals {
  refuseExact(model, "dfbeta residuals");
  const { sets } = model.data;
  const { scale } = model.standardized;
  const values = timesVariance(scoreContributions(model.likelihood), model.variance, sets.rows.length);
  return byInputRow(model, values, (j, value, i) => (value * sets.weight[i]) / scale[j]);
}

function byInputRow(
  { data }: CoxModel,
  values: Float64Array,
  convert: (column: number, value: number, position: number) => number,
): RowResiduals {
  const n = data.sets.rows.length;
  const columns = n === 0 ? 0 : values.length / n;
  const result = new Float64Array(data.inputRows * columns).fill(Number.NaN);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < columns; j++) result[data.sets.rows[i] * columns + j] = convert(j, values[j * n + i], i);
  return { columns, values: result };
}
