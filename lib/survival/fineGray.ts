import { inverse } from "../numeric/linearAlgebra";
import type { ChiSquareTest } from "./cox/chiSquareTest";
import { withoutWald } from "./cox/clustersBehind";
import { type Coefficient, coefficientTable } from "./cox/coefficientTable";
import { type Convergence, convergenceOf, infiniteColumns, movingLimits, toRawUnits } from "./cox/coxModel";
import { type CoxInput, setUpCox, waldOver } from "./cox/coxRegression";
import type { DroppedRows } from "./cox/coxRows";
import type { Design } from "./cox/designMatrix";
import { type FitNotice, fitNotices } from "./cox/fitNotices";
import { maximize } from "./cox/newton";
import { type Profile, profileRow } from "./cox/profile";
import type { Standardized } from "./cox/standardize";
import { type FineGrayLikelihood, fineGrayLikelihood } from "./fineGrayLikelihood";
import { fineGrayVariance } from "./fineGrayVariance";
import { type Answer, answer, unfitted } from "./reason";
import { isSampled } from "./subjects";

export interface FineGrayOptions {
  /** The cause whose incidence is modeled (1); all other causes but 0 compete with it. */
  event?: number;
  level?: number;
  maxIterations?: number;
}

/** A model of the subdistribution hazard: `hazardRatio` of a coefficient is the subdistribution hazard ratio. */
export interface FineGrayFit {
  level: number;
  n: number;
  events: number;
  competing: number;
  dropped: DroppedRows;
  /** `stdErr` is the inverse information's; `robustStdErr` (the one to report) accounts for the estimated censoring. */
  coefficients: Coefficient[];
  covariance: Float64Array;
  logLikelihood: { null: number; fitted: number };
  wald: ChiSquareTest;
  convergence: Convergence;
  notices: FitNotice[];
  model: { design: Design; standardized: Standardized; beta: Float64Array; likelihood: FineGrayLikelihood };
}

/**
 * Fine–Gray regression: how covariates change the cumulative incidence of one cause among competing ones.
 *
 * The convention is that of `cmprsk::crr`: weights from one Kaplan–Meier estimate of the censoring time over all rows,
 * G(t−), so that at equal times events come before censorings; Breslow ties; variance with the estimation of G taken
 * into account. `survival::finegray` with `coxph` treats events and censorings tied at the same time differently and
 * gives coefficients that differ by 1e-5 to 3e-4 where there are such ties.
 *
 * Refused: delayed entry, strata, clusters and sampling weights; count weights are as repeated rows.
 * Source: Fine & Gray, JASA 1999;94:496–509.
 */
export function fineGray(input: CoxInput, options: FineGrayOptions = {}): Answer<FineGrayFit> {
  const { level = 0.95, event = 1, maxIterations } = options;
  if (refused(input)) return unfitted({ reason: "unsupported", by: "fineGray" });
  const setup = setUpCox(input, { event, replicate: true });
  if (!setup.ok) return setup;
  const { data, design, standardized } = setup.value;
  const likelihood = fineGrayLikelihood(data, standardized.x, design.columns.length);
  const fixed = standardized.varies.map((varies) => 1 - varies);
  const moving = movingLimits(standardized);
  const maximum = maximize(likelihood, { fixed, moving, maxIterations });
  const { beta, information } = maximum;
  const ownVariance = inverse(information);
  const infinite = infiniteColumns(maximum, ownVariance, moving, data.events);
  const variance = fineGrayVariance(likelihood, ownVariance);
  const covariance = toRawUnits(variance, standardized.scale);
  const { kept, rank: df } = information;
  const coefficients = coefficientTable({
    data,
    design,
    beta,
    standardized,
    kept,
    infinite,
    covariance,
    level,
    robust: true,
    outcome: maximum.outcome,
    modelCovariance: toRawUnits(ownVariance, standardized.scale),
  });
  const convergence = convergenceOf(maximum, infinite, design);
  const everyColumn = design.columns.map((_, j) => j);
  return answer({
    level,
    n: data.n,
    events: data.events,
    dropped: data.dropped,
    coefficients,
    covariance,
    convergence,
    competing: likelihood.competing.reduce((sum, is) => sum + is, 0),
    logLikelihood: { null: maximum.startValue, fitted: maximum.value },
    wald: waldOver(beta, variance, kept, withoutWald(setup.value, infinite, true), everyColumn),
    notices: fitNotices({ coefficients, convergence, design, events: data.events, df }),
    model: { design, standardized, beta, likelihood },
  });
}

const refused = ({ entry, strata, cluster, ...weighted }: CoxInput): boolean =>
  entry !== undefined || strata !== undefined || cluster !== undefined || isSampled(weighted);

/**
 * Cumulative incidence predicted for a profile, 1 − exp(−Λ₀(t)·exp(η)), at the event times. Throws as `profileRow`. As
 * `predict(crr)`.
 */
export function predictedIncidence(
  { model }: FineGrayFit,
  profile: Profile,
): { time: Float64Array; incidence: Float64Array } {
  const { design, standardized, beta, likelihood } = model;
  const { center, scale } = standardized;
  const row = profileRow(design, profile);
  const risk = Math.exp(row.reduce((sum, x, j) => sum + (beta[j] * (x - center[j])) / scale[j], 0));
  let cumulative = 0;
  const incidence = likelihood.hazard.map((hazard) => {
    cumulative += hazard;
    return -Math.expm1(-cumulative * risk);
  });
  return { time: likelihood.data.sets.time.slice(1), incidence: incidence.slice(1) };
}
