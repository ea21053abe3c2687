import { criticalValue } from "../confidenceLimits";
import { type Answer, answer, unfitted } from "../reason";
import { type ChiSquareTest, chiSquareTest } from "./chiSquareTest";
import type { Coefficient, EstimatedCoefficient } from "./coefficientTable";
import { atMaximum, type Convergence, type CoxModel } from "./coxModel";
import { type CoxInput, type CoxOptions, describeFit, setUpCox } from "./coxRegression";
import { firthLikelihood } from "./firthLikelihood";
import type { FitNotice } from "./fitNotices";
import { maximize, type Objective } from "./newton";
import { partialLikelihood } from "./partialLikelihood";
import { profileInterval, profileValue } from "./profileInterval";

/** A penalized fit. Intervals and P values come from the penalized likelihood itself, not from standard errors. */
export interface FirthFit {
  ties: "efron" | "breslow";
  level: number;
  n: number;
  events: number;
  /** z is coefficient/stdErr for information; p and limits are those of the profile. */
  coefficients: Coefficient[];
  covariance: Float64Array;
  /** Penalized log likelihood with all coefficients 0, and at the estimate. */
  logLikelihood: { null: number; fitted: number };
  likelihoodRatio: ChiSquareTest;
  convergence: Convergence;
  notices: FitNotice[];
  /** For curves and residuals, which take the penalized coefficients. */
  model: CoxModel;
}

/**
 * Cox regression by Firth's penalized likelihood, for separation (a hazard ratio of 0 or ∞) and for few events:
 * estimates are finite and less biased, and profile intervals hold where Wald's fail. Each P is the penalized
 * likelihood-ratio test with that coefficient at 0 and the others refitted.
 *
 * With Breslow ties as R's `coxphf` (which knows no others); Efron's method is penalized the same way. Weights may be
 * counts; sampling weights, clusters and exact ties are refused.
 * Sources: Firth, Biometrika 1993;80:27–38; Heinze & Schemper, Biometrics 2001;57:114–9.
 */
export function firthRegression(input: CoxInput, options: CoxOptions = {}): Answer<FirthFit> {
  const { ties = "efron", level = 0.95 } = options;
  if (ties === "exact" || input.cluster || (input.weight && input.weightKind === "sampling"))
    return unfitted({ reason: "unsupported", by: "firth" });
  const setup = setUpCox(input, options);
  if (!setup.ok) return setup;
  const p = setup.value.design.columns.length;
  const likelihood = partialLikelihood(setup.value.data.sets, setup.value.standardized.x, p, ties);
  const held = setup.value.standardized.varies.map((varies) => 1 - varies);
  const kept = maximize(likelihood, { fixed: held, maxIterations: 0 }).information.kept;
  const fixed = kept.map((k) => 1 - k);
  const objective = firthLikelihood(likelihood, kept);
  const maximum = maximize(objective, { fixed, tolerance: Number.MIN_VALUE, maxIterations: options.maxIterations });
  likelihood.value(maximum.beta);
  const {
    likelihood: reached,
    beta,
    variance,
    infinite,
  } = atMaximum(maximum, likelihood, new Float64Array(p).fill(1), setup.value.data.events);
  const model: CoxModel = { ...setup.value, maximum, likelihood: reached, beta, variance, infinite };
  return answer(describeFirth(model, objective, fixed, level, ties));
}

function describeFirth(
  model: CoxModel,
  objective: Objective,
  fixed: Uint8Array,
  level: number,
  ties: "efron" | "breslow",
): FirthFit {
  const { maximum, standardized } = model;
  const wald = describeFit(model, { level, robust: false });
  const coefficients = wald.coefficients.map((coefficient, j) =>
    coefficient.kind === "estimated" ? profiled(coefficient, model, objective, fixed, level, j) : coefficient,
  );
  model.likelihood.value(model.beta);
  const units = standardized.scale.reduce((sum, scale, j) => sum + (fixed[j] ? 0 : Math.log(scale)), 0);
  return {
    ties,
    level,
    n: wald.n,
    events: wald.events,
    coefficients,
    covariance: wald.covariance,
    logLikelihood: { null: maximum.startValue + units, fitted: maximum.value + units },
    likelihoodRatio: chiSquareTest(2 * (maximum.value - maximum.startValue), maximum.information.rank),
    convergence: wald.convergence,
    notices: wald.notices,
    model,
  };
}

function profiled(
  wald: EstimatedCoefficient,
  model: CoxModel,
  objective: Objective,
  fixed: Uint8Array,
  level: number,
  j: number,
): Coefficient {
  const { beta, maximum } = model;
  const scale = model.standardized.scale[j];
  const quantile = criticalValue(level);
  const step = quantile * wald.stdErr * scale;
  const limits = profileInterval(objective, j, beta, maximum.value, quantile * quantile, step, fixed);
  const without = profileValue(objective, j, 0, beta, fixed).value;
  return {
    ...wald,
    p: chiSquareTest(2 * (maximum.value - without), 1).p,
    lower: Math.exp(limits.lower / scale),
    upper: Math.exp(limits.upper / scale),
  };
}
