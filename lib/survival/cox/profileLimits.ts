import { criticalValue } from "../confidenceLimits";
import type { CoxFit } from "./coxRegression";
import { exactLikelihood } from "./exactLikelihood";
import { partialLikelihood } from "./partialLikelihood";
import { profileInterval } from "./profileInterval";

/**
 * Profile-likelihood interval of a hazard ratio; a limit is 0 or Infinity where the likelihood does not fall far
 * enough.
 */
export interface ProfileLimits {
  name: string;
  lower: number;
  upper: number;
}

/**
 * Profile-likelihood intervals of the hazard ratios of all columns that are not aliased, at the level of the fit: the
 * values that a likelihood-ratio test would not reject. They hold where Wald's do not, and give an infinite or zero
 * hazard ratio (separation) its finite limit. Not for robust fits, whose likelihood is not one (throws).
 */
export function profileLimits(fit: CoxFit): ProfileLimits[] {
  if (fit.robust) throw new Error("Profile-likelihood limits need a fit without robust variance");
  const { data, standardized, ties, maximum, design, beta, infinite } = fit.model;
  const p = beta.length;
  const { x, scale, range } = standardized;
  const objective = ties === "exact" ? exactLikelihood(data.sets, x, p) : partialLikelihood(data.sets, x, p, ties);
  const { kept } = maximum.information;
  const fixed = kept.map((k) => 1 - k);
  const quantile = criticalValue(fit.level);
  return design.columns.flatMap(({ name }, j) => {
    if (!kept[j]) return [];
    const step = infinite[j] ? 1 / range[j] : quantile * Math.sqrt(fit.model.variance[j * p + j]);
    const limits = profileInterval(objective, j, beta, maximum.value, quantile * quantile, step, fixed);
    return { name, lower: Math.exp(limits.lower / scale[j]), upper: Math.exp(limits.upper / scale[j]) };
  });
}
