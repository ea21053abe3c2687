import { normalTwoSided } from "../../numeric/normal";
import { criticalValue } from "../confidenceLimits";
import type { Design } from "./designMatrix";

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
  z: number;
  p: number;
  /** Interval of the hazard ratio. */
  lower: number;
  upper: number;
}

/**
 * One line of the table. `aliased`: the columns before it determine this one (or it does not vary), so nothing can be
 * said about it. `infinite`: the likelihood rises without end in that direction (separation), so the hazard ratio is ∞
 * (`up`) or 0 (`down`) and a Wald test says nothing; see `firthRegression` and the likelihood-ratio test of the term.
 */
export type Coefficient =
  | EstimatedCoefficient
  | (CoefficientName & { kind: "aliased" })
  | (CoefficientName & { kind: "infinite"; direction: "up" | "down" });

/** What a table is made from: estimates per standard deviation of the columns, variances per unit of the covariates. */
export interface Estimates {
  design: Design;
  beta: Float64Array;
  scale: Float64Array;
  kept: Uint8Array;
  infinite: Uint8Array;
  covariance: Float64Array;
  modelCovariance: Float64Array;
  robust: boolean;
  level: number;
}

export function coefficientTable(estimates: Estimates): Coefficient[] {
  const { design, beta, kept, infinite } = estimates;
  const quantile = criticalValue(estimates.level);
  return design.columns.map((column, j) => {
    const term = design.terms[column.term].name;
    const name: CoefficientName = { name: column.name, term, level: column.level, reference: column.reference };
    if (!kept[j]) return { ...name, kind: "aliased" };
    if (infinite[j]) return { ...name, kind: "infinite", direction: beta[j] > 0 ? "up" : "down" };
    return { ...name, ...estimated(estimates, j, quantile) };
  });
}

function estimated({ beta, scale, covariance, modelCovariance, robust }: Estimates, j: number, quantile: number) {
  const diagonal = j * beta.length + j;
  const coefficient = beta[j] / scale[j];
  const inUse = Math.sqrt(covariance[diagonal]);
  const z = coefficient / inUse;
  return {
    kind: "estimated" as const,
    ...{ coefficient, hazardRatio: Math.exp(coefficient) },
    stdErr: Math.sqrt(modelCovariance[diagonal]),
    robustStdErr: robust ? inUse : null,
    ...{ z, p: normalTwoSided(z) },
    lower: Math.exp(coefficient - quantile * inUse),
    upper: Math.exp(coefficient + quantile * inUse),
  };
}
