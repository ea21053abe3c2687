import { cholesky, inverseQuadraticForm, solve, submatrix } from "../../numeric/linearAlgebra";
import { type ChiSquareTest, chiSquareTest } from "./chiSquareTest";
import type { CoxFit } from "./coxRegression";
import type { CoxRows } from "./coxRows";
import { columnProduct, eventWeights, expectedEvents, fillInformation } from "./partialLikelihood";
import { schoenfeldResiduals } from "./residuals";
import { stratumBounds } from "./riskSets";
import { variesInStrata } from "./standardize";

/** The function of time that a coefficient might follow: 1 − Ŝ(t−) of all patients, the rank of t among all times, t, or log t. */
export type TimeTransform = "km" | "rank" | "identity" | "log";

export interface ProportionalHazardsTest {
  transform: TimeTransform;
  /** One test per covariate (a factor with all its levels), and of all together. */
  terms: (ChiSquareTest & { term: string })[];
  global: ChiSquareTest;
  /** One test per estimated coefficient; the others are left out. */
  coefficients: (ChiSquareTest & { name: string })[];
  /** Scaled Schoenfeld residuals plus coefficient: an estimate of β(t) at each event, for the plot against `x`. */
  plot: ScaledSchoenfeld;
}

/** One row per event; `values[event * names.length + k]`, NaN where the coefficient does not vary in the event's stratum. */
export interface ScaledSchoenfeld {
  names: string[];
  row: Int32Array;
  time: Float64Array;
  /** The transformed time. */
  x: Float64Array;
  values: Float64Array;
}

/**
 * Test of proportional hazards: the score test of adding covariate × g(t) to the model, as `cox.zph` of R's survival from
 * version 3.0 on (not the older correlation test). P is NaN where g is undefined (log with an event at time 0) or the
 * covariate's time dependence cannot be told from the covariates themselves. Not for exact ties (throws).
 * Sources: Grambsch & Therneau, Biometrika 1994;81:515–26; Therneau & Grambsch, Modeling Survival Data, 2000, section 6.2.
 */
export function proportionalHazards(fit: CoxFit, transform: TimeTransform = "km"): ProportionalHazardsTest {
  if (fit.ties === "exact") throw new Error("The test of proportional hazards is not defined for exact ties");
  const { design, maximum } = fit.model;
  const g = centeredTime(fit.model.data, transform);
  const extended = extendedScore(fit, g.centered);
  const estimable = (columns: readonly number[]) => columns.filter((j) => maximum.information.kept[j]);
  const test = (columns: readonly number[]) => scoreTest(extended, estimable(columns), estimable(everyColumn(fit)));
  return {
    transform,
    terms: design.terms
      .filter((term) => estimable(term.columns).length > 0)
      .map((term) => ({ term: term.name, ...test(term.columns) })),
    global: test(everyColumn(fit)),
    coefficients: estimable(everyColumn(fit)).map((j) => ({ name: design.columns[j].name, ...test([j]) })),
    plot: scaledSchoenfeld(fit, extended.information, g.raw),
  };
}

const everyColumn = ({ model }: CoxFit) => model.design.columns.map((_, j) => j);

/** Score and information of the model with covariate × g(t), at no time dependence; standardized columns. */
interface Extended {
  size: number;
  score: Float64Array;
  information: Float64Array;
  withTime: Float64Array;
  withSquaredTime: Float64Array;
}

function extendedScore({ model }: CoxFit, g: Float64Array): Extended {
  const { likelihood, data } = model;
  const { sets, parameters: size, x, sweep } = likelihood;
  const expected = new Float64Array(sets.rows.length);
  const cumulative = new Float64Array(sets.slots);
  const observed = eventWeights(sets).map((weight, i) => (weight === 0 ? 0 : weight * g[sets.to[i]]));
  const information = (timeWeight: Float64Array | null) => {
    const matrix = new Float64Array(size * size);
    expectedEvents(data.sets, sweep, timeWeight, cumulative, expected);
    fillInformation(matrix, likelihood, expected, timeWeight);
    return matrix;
  };
  const withSquaredTime = information(g.map((v) => v * v));
  const plain = information(null);
  const withTime = information(g);
  const score = Float64Array.from(
    { length: size },
    (_, j) => columnProduct(x, j, observed) - columnProduct(x, j, expected),
  );
  return { size, score, information: plain, withTime, withSquaredTime };
}

/** Uᵀ·(I_gg − I_g·I⁻¹·I_gᵀ)⁻¹·U for the columns tested, given all columns of the model. */
function scoreTest(extended: Extended, tested: readonly number[], all: readonly number[]): ChiSquareTest {
  const { size, score, information, withTime, withSquaredTime } = extended;
  const base = cholesky(submatrix(information, size, all), all.length);
  const m = tested.length;
  const remaining = submatrix(withSquaredTime, size, tested);
  tested.forEach((a, i) => {
    const solved = solve(
      base,
      Float64Array.from(all, (j) => withTime[a * size + j]),
    );
    tested.forEach((b, k) => {
      all.forEach((j, at) => {
        remaining[i * m + k] -= solved[at] * withTime[b * size + j];
      });
    });
  });
  const u = Float64Array.from(tested, (j) => score[j]);
  if (u.some((value) => !Number.isFinite(value))) return chiSquareTest(Number.NaN, m);
  const { value, rank } = inverseQuadraticForm(remaining, u);
  return chiSquareTest(rank === m ? value : Number.NaN, m);
}

/** g at each slot, as it is and minus its mean over the events. */
function centeredTime(data: CoxRows, transform: TimeTransform): { raw: Float64Array; centered: Float64Array } {
  const { sets } = data;
  const raw = transformTimes(data, transform);
  let sum = 0;
  let events = 0;
  for (let s = 0; s < sets.slots; s++) {
    const count = data.countWeights ? sets.steps[s] : sets.eventEnd[s] - sets.start[s];
    if (count > 0) sum += count * raw[s];
    events += count;
  }
  const mean = sum / events;
  return { raw, centered: raw.map((v, s) => (sets.steps[s] > 0 ? v - mean : 0)) };
}

function transformTimes(data: CoxRows, transform: TimeTransform): Float64Array {
  const { sets } = data;
  if (transform === "identity") return sets.time.slice();
  if (transform === "log") return sets.time.map((t) => Math.log(t));
  const byTick = transform === "rank" ? midRanks(data) : eventProbability(data);
  return sets.time.map((t, s) => (sets.steps[s] > 0 ? byTick[data.ticks.tick[sets.rows[sets.start[s]]]] : t));
}

/** Rows used that end at each tick; a count weight counts. */
function endingAt(data: CoxRows, counted: (row: number) => boolean): Float64Array {
  const ending = new Float64Array(data.ticks.times.length);
  for (const row of data.order)
    if (counted(row)) ending[data.ticks.tick[row]] += data.countWeights ? data.weight![row] : 1;
  return ending;
}

/** Mean rank of the rows that end at each tick. */
function midRanks(data: CoxRows): Float64Array {
  let before = 0;
  return endingAt(data, () => true).map((count) => {
    before += count;
    return before - count / 2 + 0.5;
  });
}

/** 1 − Ŝ just before each tick, Kaplan–Meier of all rows without regard to strata and sampling weights, as R does. */
function eventProbability(data: CoxRows): Float64Array {
  const { ticks, event } = data;
  const ending = endingAt(data, () => true);
  const events = endingAt(data, (row) => event[row] === 1);
  const entering = new Float64Array(ending.length + 1);
  for (const row of data.order) entering[ticks.entry?.tick[row] ?? 0] += data.countWeights ? data.weight![row] : 1;
  let atRisk = 0;
  let survival = 1;
  return ending.map((count, tick) => {
    atRisk += entering[tick];
    const before = 1 - survival;
    if (events[tick] > 0) survival *= 1 - events[tick] / atRisk;
    atRisk -= count;
    return before;
  });
}

/**
 * Schoenfeld residuals times the inverse of the mean information per event, plus the coefficient. Where a covariate is
 * constant in a stratum, the events there do not count for it and have no residual.
 */
function scaledSchoenfeld(fit: CoxFit, information: Float64Array, transformed: Float64Array): ScaledSchoenfeld {
  const { model } = fit;
  const { sets } = model.data;
  const { scale, x } = model.standardized;
  const all = everyColumn(fit).filter((j) => model.maximum.information.kept[j]);
  const n = sets.rows.length;
  const size = scale.length;
  const residuals = schoenfeldResiduals(fit);
  const bounds = stratumBounds(sets);
  const used = all.map((j) => variesInStrata(x.subarray(j * n, (j + 1) * n), sets));
  const events = bounds.slice(0, -1).map((first, b) => countEvents(fit, first, bounds[b + 1]));
  const shared = (a: number, b: number) =>
    events.reduce((sum, count, stratum) => sum + (used[a][stratum] && used[b][stratum] ? count : 0), 0);
  const mean = (a: number, b: number) => information[all[a] * size + all[b]] / (shared(a, b) || 1);
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

function countEvents({ model }: CoxFit, first: number, next: number): number {
  const { sets, countWeights } = model.data;
  let events = 0;
  for (let s = first; s < next; s++) events += countWeights ? sets.steps[s] : sets.eventEnd[s] - sets.start[s];
  return events;
}
