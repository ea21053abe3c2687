export { type AdjustedP, adjustedP } from "./adjustedP";
export { type AtRiskTable, atRiskTable } from "./atRiskTable";
export {
  confidenceLimits,
  curveLimits,
  type IntervalOptions,
  type IntervalType,
  type Limits,
} from "./confidenceLimits";
export type { Curve } from "./curve";
export { estimateAndTest } from "./estimateAndTest";
export { type EstimateOptions, kaplanMeier } from "./kaplanMeier";
export { type LogRankResult, logRank, type TestOptions, type Untestable } from "./logRank";
export { medianFollowUp } from "./medianFollowUp";
export { type HazardCurve, type HazardOptions, hazardLimits, hazardSurvival, nelsonAalen } from "./nelsonAalen";
export { type PairTest, pairwiseTests } from "./pairwiseTests";
export { type PetoHazardRatio, petoHazardRatio } from "./petoHazardRatio";
export { printedMedian } from "./printedMedian";
export { type Quantile, quantile } from "./quantile";
export { type RestrictedMean, restrictedMean } from "./restrictedMean";
export { createScratch, type Scratch } from "./scratch";
export type { Subjects } from "./subjects";
export { type SurvivalAt, survivalAt } from "./survivalAt";
export { flemingHarrington } from "./tests/flemingHarrington";
export { logRankTest } from "./tests/logRankTest";
export { survivalTests } from "./tests/registry";
export type { SurvivalTest } from "./tests/survivalTest";
export { type TimeOrder, timeOrder } from "./timeOrder";
export { type TrendResult, trendTest } from "./trendTest";
