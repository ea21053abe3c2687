import { normalTwoSided } from "../../numeric/normal";
import { criticalValue } from "../confidenceLimits";
import { clustersBehind, FEWEST_CLUSTERS } from "./clustersBehind";
import { UNINFORMED } from "./coxModel";
import type { CoxRows } from "./coxRows";
import type { Design } from "./designMatrix";
import type { Outcome } from "./newton";
import type { Standardized } from "./standardize";
import { type Inestimable, levelEvents, type Unbounded, whyUnbounded, whyUninformed } from "./withoutMaximum";

interface CoefficientName {
  /** As R names it ("sexFemale"). */
  name: string;
  term: string;
  level: string | null;
  reference: string | null;
}

export interface EstimatedCoefficient extends CoefficientName {
  kind: "estimated";
  coefficient: number;
  /** Per unit of the covariate, or against the reference level. */
  hazardRatio: number;
  /** From the inverse information. */
  stdErr: number;
  /** Sandwich standard error when the fit is robust; z, p and interval then use it. */
  robustStdErr: number | null;
  /**
   * Of a robust fit, the clusters it rests on where they are fewer than `FEWEST_CLUSTERS`: then robust standard error, z,
   * P and interval are NaN. Else null.
   */
  tooFewClusters: number | null;
  z: number;
  p: number;
  /** Interval of the hazard ratio. */
  lower: number;
  upper: number;
}

/**
 * One line of the table. `inestimable`: nothing can be said about it, and why. `infinite`: the likelihood rises without
 * end in that direction (separation), so the hazard ratio is ∞ (`up`) or 0 (`down`) and a Wald test says nothing; see
 * `firthRegression` and the likelihood-ratio test of the term.
 */
export type Coefficient =
  | EstimatedCoefficient
  | (CoefficientName & { kind: "inestimable"; reason: Inestimable })
  | (CoefficientName & { kind: "infinite"; direction: "up" | "down"; why: Unbounded });

/** What a table is made from: estimates per standard deviation of the columns, variances per unit of the covariates. */
export interface Estimates {
  data: CoxRows;
  design: Design;
  outcome: Outcome;
  beta: Float64Array;
  standardized: Standardized;
  kept: Uint8Array;
  infinite: Uint8Array;
  covariance: Float64Array;
  modelCovariance: Float64Array;
  robust: boolean;
  level: number;
}

export function coefficientTable(estimates: Estimates): Coefficient[] {
  const { data, design, beta, kept, infinite, outcome } = estimates;
  const quantile = criticalValue(estimates.level);
  return design.columns.map((column, j) => {
    const term = design.terms[column.term].name;
    const name: CoefficientName = { name: column.name, term, level: column.level, reference: column.reference };
    if (!kept[j]) return { ...name, kind: "inestimable", reason: "aliased" };
    if (outcome === "exhausted") return { ...name, kind: "inestimable", reason: "notConverged" };
    if (infinite[j] === UNINFORMED)
      return { ...name, kind: "inestimable", reason: whyUninformed(levelEvents(data, design, j)) };
    if (infinite[j]) {
      const why = whyUnbounded(levelEvents(data, design, j));
      return { ...name, kind: "infinite", direction: beta[j] > 0 ? "up" : "down", why };
    }
    return { ...name, ...estimated(estimates, j, quantile) };
  });
}

function estimated(estimates: Estimates, j: number, quantile: number) {
  const { beta, standardized, covariance, modelCovariance, robust } = estimates;
  const diagonal = j * beta.length + j;
  const coefficient = beta[j] / standardized.scale[j];
  const clusters = robust ? clustersBehind(estimates, j) : Number.POSITIVE_INFINITY;
  const tooFewClusters = clusters < FEWEST_CLUSTERS ? clusters : null;
  const inUse = tooFewClusters === null ? Math.sqrt(covariance[diagonal]) : Number.NaN;
  const z = coefficient / inUse;
  return {
    kind: "estimated" as const,
    coefficient,
    hazardRatio: Math.exp(coefficient),
    stdErr: Math.sqrt(modelCovariance[diagonal]),
    robustStdErr: robust ? inUse : null,
    tooFewClusters,
    z,
    p: normalTwoSided(z),
    lower: Math.exp(coefficient - quantile * inUse),
    upper: Math.exp(coefficient + quantile * inUse),
  };
}
