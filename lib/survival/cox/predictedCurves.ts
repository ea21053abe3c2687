import { quadraticForm } from "../../numeric/linearAlgebra";
import type { Curve } from "../curve";
import type { CoxFit } from "./coxRegression";
import { type Profile, profileRow } from "./profile";
import { riskSetMeans } from "./riskSetMeans";
import { accumulateMeans } from "./scoreContributions";
import { type StratumTable, strataTables } from "./strataTables";

/** Cumulative baseline hazard of one stratum at each distinct time at which its rows end. */
export interface BaselineHazard {
  /** Code of the stratum in the input; 0 without strata. */
  stratum: number;
  time: Float64Array;
  cumulativeHazard: Float64Array;
}

/**
 * The cumulative baseline hazard (Efron's under Efron ties, else Breslow's): of a subject with all covariates 0 and all
 * factors at their reference (`zero`), of one at the means (`means`, as R: 0 for columns of 0, 1 and −1 only), or of a
 * profile. As `basehaz(coxph, centered)`.
 */
export function baselineHazard(fit: CoxFit, at: "zero" | "means" | Profile = "zero"): BaselineHazard[] {
  const { design, standardized } = fit.model;
  const row =
    at === "zero"
      ? new Float64Array(design.columns.length)
      : at === "means"
        ? standardized.means
        : profileRow(design, at);
  const risk = Math.exp(linearPredictorOf(fit, row));
  const cumulative = cumulate(fit, fit.model.likelihood.sweep.hazard);
  return strataTables(fit.model.data).map(({ stratum, time, slot }) => ({
    stratum,
    time,
    cumulativeHazard: Float64Array.from(slot, (s) => risk * cumulative[s]),
  }));
}

/** The survival curve predicted for a profile, one per stratum (or for one stratum). */
export interface PredictedCurve extends Curve {
  stratum: number;
}

/**
 * Predicted survival exp(−Λ₀(t)·exp(η)) of a profile, with the standard error that accounts for the coefficients (their
 * robust variance in a robust fit) and the baseline hazard; NaN when a coefficient is infinite. The result is a
 * `Curve`, so that `quantile`, `survivalAt` and `curveLimits` read it. As `survfit(coxph, newdata)`. Throws when the
 * profile lacks a covariate or names an unknown level. Source: Tsiatis, Ann Statist 1981;9:93–108.
 */
export function predictedCurves(fit: CoxFit, profile: Profile): PredictedCurve[] {
  const { model, covariance } = fit;
  const { scale, center } = model.standardized;
  const { likelihood } = model;
  const { square, hazard } = likelihood.sweep;
  const row = profileRow(model.design, profile);
  const risk = Math.exp(linearPredictorOf(fit, row));
  const cumulativeHazard = cumulate(fit, hazard);
  const baselineVariance = cumulate(fit, square);
  const means = cumulativeMeans(fit);
  const deviation = new Float64Array(row.length);
  const stdErrOfHazard = (s: number) => {
    for (let j = 0; j < row.length; j++)
      deviation[j] = cumulativeHazard[s] * (row[j] - center[j]) - means[j][s] * scale[j];
    const variance = model.infinite.includes(1) ? Number.NaN : quadraticForm(covariance, deviation);
    return risk * Math.sqrt(baselineVariance[s] + variance);
  };
  return strataTables(model.data).map((table) => predictedCurve(table, risk, cumulativeHazard, stdErrOfHazard));
}

function predictedCurve(
  table: StratumTable,
  risk: number,
  cumulativeHazard: Float64Array,
  stdErrOfHazard: (slot: number) => number,
): PredictedCurve {
  const { slot, ...counts } = table;
  const hazard = Float64Array.from(slot, (s) => risk * cumulativeHazard[s]);
  const survival = hazard.map((h) => Math.exp(-h));
  const stdErr = survival.map((surviving, k) => surviving * stdErrOfHazard(slot[k]));
  return { ...counts, survival, stdErr, cumulativeHazard: hazard };
}

/** β·(x − center), the linear predictor that belongs to the hazard of the fit. */
export function linearPredictorOf({ model }: CoxFit, row: Float64Array): number {
  const { center, scale } = model.standardized;
  return row.reduce((sum, x, j) => sum + (model.beta[j] * (x - center[j])) / scale[j], 0);
}

/** Sums of jumps up to each slot, anew in each stratum. */
export function cumulate({ model }: CoxFit, jumps: Float64Array): Float64Array {
  const { time } = model.data.sets;
  let sum = 0;
  return jumps.map((jump, s) => {
    sum = time[s] === Number.NEGATIVE_INFINITY ? 0 : sum + jump;
    return sum;
  });
}

/** ∫ mean dΛ of each standardized column up to each slot. */
function cumulativeMeans({ model }: CoxFit): Float64Array[] {
  const { likelihood } = model;
  const means = riskSetMeans(likelihood);
  return Array.from({ length: likelihood.parameters }, (_, j) => {
    const cumulative = new Float64Array(likelihood.sets.slots);
    accumulateMeans(likelihood, means, j, cumulative);
    return cumulative;
  });
}
