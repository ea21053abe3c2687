import { criticalValue } from "./confidenceLimits";
import type { LogRankResult } from "./logRank";

export interface PetoHazardRatio {
  hazardRatio: number;
  lower: number;
  upper: number;
  /** (O₁ / E₁) / (O₂ / E₂), the plain ratio of ratios. */
  ratioOfRates: number;
}

/**
 * One-step hazard ratio of the first of two groups against the second from their log-rank test: exp((O − E) / V). A
 * quick look, biased towards 1 for large effects: a Cox model is the estimate to report. Null unless two groups were
 * tested, and with sampling weights. Source: Yusuf et al. 1985.
 */
export function petoHazardRatio(test: LogRankResult, level?: number): PetoHazardRatio | null {
  if (test.kind !== "tested" || test.robust || test.observed.length !== 2) return null;
  const { observed, expected, variance } = test;
  const log = (observed[0] - expected[0]) / variance[0];
  const half = criticalValue(level) / Math.sqrt(variance[0]);
  const ratioOfRates = observed[0] / expected[0] / (observed[1] / expected[1]);
  return { hazardRatio: Math.exp(log), lower: Math.exp(log - half), upper: Math.exp(log + half), ratioOfRates };
}
