import { normalQuantile } from "../../../numeric/normal";
import { nth } from "../../../numeric/nth";
import { proportionalHazards } from "../../../survival";
import type { ReadTerm } from "../covariates";
import type { Fitted } from "../fits";
import type { Names } from "../names";
import type { ResidualPlot } from "../result";
import { smoothResiduals } from "./smoothResiduals";

/** Tests of proportional hazards, of all covariates and of each by its name, and the residuals to see them by. */
export interface Proportionality {
  global: number;
  terms: Map<string, number>;
  residuals: ResidualPlot[];
}

const places = 40;

/** By the score test against time on the Kaplan–Meier scale, as R's `cox.zph`; a penalized fit has none. */
export function proportionality(model: Fitted, terms: ReadTerm[], level: number, called: Names): Proportionality {
  if (model.kind === "firth") return { global: Number.NaN, terms: new Map(), residuals: [] };
  const test = proportionalHazards(model.fit);
  const { names, row, time, x, values } = test.plot;
  const { weight, countWeights } = model.fit.model.data;
  const residuals = names.flatMap((name, k): ResidualPlot[] => {
    const coefficient = model.coefficients.find((each) => each.name === name);
    if (coefficient?.kind !== "estimated") return [];
    const used = Array.from(time.keys()).filter((event) => !Number.isNaN(values[event * names.length + k]));
    const own = (of: ArrayLike<number>) => Float64Array.from(used, (event) => nth(of, event));
    const value = Float64Array.from(used, (event) => nth(values, event * names.length + k));
    const counts = Float64Array.from(used, (event) => (weight && countWeights ? nth(weight, nth(row, event)) : 1));
    const term = terms.find(({ covariate }) => covariate.name === coefficient.term);
    return [
      {
        term: term?.term.id ?? coefficient.term,
        label: called.column(coefficient),
        p: test.coefficients.find((each) => each.name === name)?.p ?? Number.NaN,
        time: own(time),
        x: own(x),
        value,
        smooth: smoothed(own(x), value, counts, coefficient.stdErr ** 2 * model.fit.events, level),
        coefficient: coefficient.coefficient,
      },
    ];
  });
  return { global: test.global.p, terms: new Map(test.terms.map(({ term, p }) => [term, p])), residuals };
}

/**
 * With the band of R's plot: the variance of one residual is about that of the coefficient times the number of events.
 */
function smoothed(
  x: Float64Array,
  value: Float64Array,
  counts: Float64Array,
  variance: number,
  level: number,
): ResidualPlot["smooth"] {
  const first = x.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = x.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const at = Float64Array.from({ length: places }, (_, k) => first + ((last - first) * k) / (places - 1));
  const fit = smoothResiduals(x, value, at, counts);
  if (!fit) return [];
  const z = normalQuantile(0.5 + level / 2);
  return Array.from(at, (place, k) => {
    const margin = z * Math.sqrt(variance * nth(fit.spread, k));
    return { x: place, value: nth(fit.value, k), lower: nth(fit.value, k) - margin, upper: nth(fit.value, k) + margin };
  });
}
