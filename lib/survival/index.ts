export { type AdjustedP, adjustedP } from "./adjustedP";
export { type AtRiskTable, atRisk, atRiskTable } from "./atRiskTable";
export { type BootstrapOptions, bootstrapMedians, type ResampledMedians } from "./bootstrapMedians";
export { compareRestrictedMeans, contrastMeans, type RestrictedMeanComparison } from "./compareRestrictedMeans";
export { conditionalSurvival } from "./conditionalSurvival";
export {
  confidenceLimits,
  criticalValue,
  type IntervalOptions,
  type IntervalType,
  type Limits,
  pointwiseLimits,
} from "./confidenceLimits";
export { type Contrast, difference } from "./contrast";
export { contrastMedians, type MedianContrast, type Resampled } from "./contrastMedians";
export { countEqualRows } from "./countEqualRows";
export {
  type CauseIncidence,
  cumulativeIncidence,
  type IncidenceAt,
  type IncidenceCurves,
  incidenceAt,
  incidenceLimits,
} from "./cumulativeIncidence";
export type { Curve } from "./curve";
export { curveLimits } from "./curveLimits";
export { contalOQuigley } from "./cutPoint/contalOQuigley";
export {
  type CutPointOptions,
  type CutPointResult,
  type CutSearch,
  cutPoint,
  type Uncuttable,
} from "./cutPoint/cutPoint";
export { cutPointPermutation } from "./cutPoint/cutPointPermutation";
export { logRankScan } from "./cutPoint/logRankScan";
export { effectiveSize } from "./effectiveSize";
export { estimateAndTest } from "./estimateAndTest";
export { eventFreeLimits } from "./eventFree";
export { type EventRate, eventRates } from "./eventRate";
export { type GrayOptions, type GrayResult, grayTest } from "./grayTest";
export type { GroupRows } from "./influence";
export { type EstimateOptions, kaplanMeier } from "./kaplanMeier";
export { landmark } from "./landmark";
export { type LogRankResult, logRank, type TestOptions, type Untestable } from "./logRank";
export { type MaxComboResult, maxCombo, maxComboTests } from "./maxCombo";
export { medianFollowUp } from "./medianFollowUp";
export { type HazardCurve, type HazardOptions, hazardLimits, hazardSurvival, nelsonAalen } from "./nelsonAalen";
export { type PairTest, pairwiseTests } from "./pairwiseTests";
export { hasRecurrentEvents, joinSpells } from "./patients";
export type { PermutationProgress, PermutationResult } from "./permutations";
export { type PermutationOptions, permutationTest } from "./permutationTest";
export { type PetoHazardRatio, petoHazardRatio } from "./petoHazardRatio";
export { type Quantile, quantile } from "./quantile";
export type { Reason, Unfitted } from "./reason";
export { longestTau, type RestrictedMean, restrictedMean, restrictedMeanLimits } from "./restrictedMean";
export { createScratch, type Scratch } from "./scratch";
export type { Subjects } from "./subjects";
export { type SurvivalAt, survivalAt } from "./survivalAt";
export { type SurvivalDifference, squaredAndAdded, survivalDifference } from "./survivalDifference";
export { flemingHarrington } from "./tests/flemingHarrington";
export { logRankTest } from "./tests/logRankTest";
export { survivalTests } from "./tests/registry";
export type { SurvivalTest } from "./tests/survivalTest";
export { type SwitchedSubjects, timeDependentGroup } from "./timeDependentGroup";
export { type TimeOrder, timeOrder } from "./timeOrder";
export { type TrendResult, trendTest } from "./trendTest";

// Regression: Cox, Fine–Gray and what follows from a fit.

export { type AdjustedCurve, adjustedCurves } from "./cox/adjustedCurves";
export { type BootstrapConcordance, bootstrapConcordance } from "./cox/bootstrapConcordance";
export type { ChiSquareTest } from "./cox/chiSquareTest";
export type { Coefficient, EstimatedCoefficient } from "./cox/coefficientTable";
export {
  type Concordance,
  type ConcordanceDifference,
  concordance,
  concordanceDifference,
  modelConcordance,
} from "./cox/concordance";
export type { Convergence } from "./cox/coxModel";
export { type CoxFit, type CoxInput, type CoxOptions, coxRegression } from "./cox/coxRegression";
export type { DroppedRows } from "./cox/coxRows";
export type { Covariate, FactorCovariate, Interaction, NumericCovariate } from "./cox/designMatrix";
export { type FirthFit, firthRegression } from "./cox/firthRegression";
export type { FitNotice } from "./cox/fitNotices";
export type { Ties } from "./cox/hazardSweep";
export { levelCounts, linearPredictors, profileLinearPredictor } from "./cox/linearPredictors";
export { type BaselineHazard, baselineHazard, type PredictedCurve, predictedCurves } from "./cox/predictedCurves";
export type { Profile } from "./cox/profile";
export { type ProfileLimits, profileLimits } from "./cox/profileLimits";
export {
  type ProportionalHazardsTest,
  proportionalHazards,
} from "./cox/proportionalHazards";
export {
  devianceResiduals,
  dfbetaResiduals,
  martingaleResiduals,
  type RowResiduals,
  scoreResiduals,
} from "./cox/residuals";
export type { ScaledSchoenfeld } from "./cox/scaledSchoenfeld";
export { type SchoenfeldResiduals, schoenfeldResiduals } from "./cox/schoenfeldResiduals";
export { likelihoodRatioTests, type Selection, type SelectionRule, type SelectionStep, stepwise } from "./cox/stepwise";
export type { TimeTransform } from "./cox/timeTransform";
export { type FineGrayFit, type FineGrayOptions, fineGray, predictedIncidence } from "./fineGray";
export { aucAt } from "./validation/aucAt";
export { brierAt } from "./validation/brierAt";
export { type Censoring, censoringOf, type Judgeable, longestJudged, type NotJudged } from "./validation/censoring";
export { differenceOf, type Judged } from "./validation/judged";
export { type NetBenefit, netBenefits } from "./validation/netBenefit";
export { type Uno, type UnoConcordance, unoConcordance } from "./validation/unoConcordance";
