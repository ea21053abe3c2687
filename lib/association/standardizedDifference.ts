import { inverseQuadraticForm } from "../numeric/linearAlgebra";
import type { Moments } from "./meanTests";

/**
 * Means of two groups apart, in standard deviations: (m₁ − m₂) / √((s₁² + s₂²) / 2), without sign. 0 where means are
 * equal, NaN where they differ and nothing varies. Source: Austin 2009, Balance diagnostics for comparing the
 * distribution of baseline covariates.
 */
export function standardizedDifference(first: Moments, second: Moments): number {
  const distance = Math.abs(first.mean - second.mean);
  if (distance === 0) return 0;
  const variance = (first.variance + second.variance) / 2;
  return variance > 0 ? distance / Math.sqrt(variance) : Number.NaN;
}

/**
 * Shares of the levels of a category in two groups (each adds up to 1) apart, over their covariance; the first level is
 * dropped, which one makes no difference. Of two levels: |p₁ − p₂| / √((p₁q₁ + p₂q₂) / 2). Source: Yang and Dalton
 * 2012, A unified approach to measuring the effect size between two groups using SAS.
 */
export function standardizedShareDifference(first: readonly number[], second: readonly number[]): number {
  const pairs = first.map((p, i): [number, number] => [p, second[i] ?? 0]).filter(([p, q]) => p > 0 || q > 0);
  const kept = pairs.slice(1);
  const distance = Float64Array.from(kept, ([p, q]) => p - q);
  if (distance.every((d) => d === 0)) return 0;
  const covariance = Float64Array.from(
    kept.flatMap(([p, q], i) =>
      kept.map(([r, s], j) => (i === j ? (p * (1 - p) + q * (1 - q)) / 2 : (-p * r - q * s) / 2)),
    ),
  );
  const { value, rank } = inverseQuadraticForm(covariance, distance);
  return rank === kept.length ? Math.sqrt(value) : Number.NaN;
}
