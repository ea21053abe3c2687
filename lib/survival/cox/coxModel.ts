import { inverse } from "../../numeric/linearAlgebra";
import type { CoxRows } from "./coxRows";
import type { Design } from "./designMatrix";
import { exactLikelihood } from "./exactLikelihood";
import type { Ties } from "./hazardSweep";
import { type Maximum, maximize, type Objective } from "./newton";
import { type PartialLikelihood, partialLikelihood } from "./partialLikelihood";
import type { Standardized } from "./standardize";

export type Convergence =
  | { kind: "converged"; iterations: number }
  /** The likelihood rises without end in these columns. */
  | { kind: "separated"; iterations: number; columns: string[] }
  | { kind: "notConverged"; iterations: number };

/** Rows, columns and options of a model, before it is fitted. */
export interface CoxSetup {
  data: CoxRows;
  design: Design;
  standardized: Standardized;
  ties: Ties;
}

/** A fitted model with all that residuals, curves and tests need; coefficients are those of standardized columns. */
export interface CoxModel extends CoxSetup {
  maximum: Maximum;
  /** At the maximum (Breslow's for exact ties, as R does for residuals and baseline hazard). */
  likelihood: PartialLikelihood;
  beta: Float64Array;
  /** Inverse information, zero for aliased columns. */
  variance: Float64Array;
  /** UNBOUNDED or UNINFORMED for columns without a finite maximum, else 0. */
  infinite: Uint8Array;
}

export interface FitOptions {
  maxIterations?: number;
}

/** Change of log hazard over the range of a covariate in one step that no longer passes for convergence. */
const MOVING = 0.1;

/**
 * The information is that before the last step, which leaves standard errors off by about 1e-10, and 1e-9 beyond this
 * many events.
 */
const MANY_EVENTS = 1e5;

/** Maximizes the partial likelihood. Columns that differ within no stratum are held at 0 and come out aliased. */
export function fitModel(setup: CoxSetup, { maxIterations }: FitOptions = {}): CoxModel {
  const { standardized, design, data, ties } = setup;
  const p = design.columns.length;
  const ordinary = partialLikelihood(data.sets, standardized.x, p, ties === "exact" ? "breslow" : ties);
  const objective: Objective = ties === "exact" ? exactLikelihood(data.sets, standardized.x, p) : ordinary;
  const fixed = standardized.varies.map((varies) => 1 - varies);
  const moving = movingLimits(standardized);
  const negligible = (data.events > MANY_EVENTS ? 1e-18 : 1e-20) * Math.max(100, data.events) * meanEventWeight(data);
  const maximum = maximize(objective, { fixed, moving, negligible, maxIterations });
  if (ties === "exact") ordinary.value(maximum.beta);
  return { ...setup, maximum, ...atMaximum(maximum, ordinary, moving, data.events * meanEventWeight(data)) };
}

function meanEventWeight({ sets, events }: CoxRows): number {
  let sum = 0;
  for (let s = 0; s < sets.slots; s++) sum += sets.stepWeight[s] * sets.steps[s];
  return sum / events;
}

/** The parts of a model that follow from where a search ended; the likelihood must be there. */
export function atMaximum(maximum: Maximum, likelihood: PartialLikelihood, moving: Float64Array, events: number) {
  const { beta, information } = maximum;
  const variance = inverse(information);
  return { likelihood, beta, variance, infinite: infiniteColumns(maximum, variance, moving, events) };
}

/** The likelihood rises without end in the column. */
const UNBOUNDED = 1;
/** The likelihood rises without end in others, and then says nothing of the column. */
export const UNINFORMED = 2;

/** Variance of a standardized coefficient, times the events, beyond which nothing is known of it. */
const NOTHING_KNOWN = 1e6;

/** Columns that were still moving when the likelihood had become flat, and those it was flat in altogether. */
export const infiniteColumns = (
  { outcome, lastStep }: Maximum,
  variance: Float64Array,
  moving: Float64Array,
  events: number,
): Uint8Array =>
  Uint8Array.from(lastStep, (step, j) => {
    if (outcome !== "flat") return 0;
    if (Math.abs(step) > moving[j]) return UNBOUNDED;
    return variance[j * lastStep.length + j] * events > NOTHING_KNOWN ? UNINFORMED : 0;
  });

/** Steps, per standardized column, beyond which the column is still moving. */
export const movingLimits = ({ range }: Standardized): Float64Array => range.map((r) => MOVING / r);

export function convergenceOf({ outcome, iterations }: Maximum, infinite: Uint8Array, design: Design): Convergence {
  if (outcome === "converged") return { kind: "converged", iterations };
  if (outcome === "exhausted") return { kind: "notConverged", iterations };
  return {
    kind: "separated",
    iterations,
    columns: design.columns.filter((_, j) => infinite[j] === UNBOUNDED).map(({ name }) => name),
  };
}

/** A covariance matrix of standardized columns, per unit of the covariates. */
export function toRawUnits(variance: Float64Array, scale: Float64Array): Float64Array {
  const p = scale.length;
  return variance.map((v, at) => v / (scale[Math.floor(at / p)] * scale[at % p]));
}
