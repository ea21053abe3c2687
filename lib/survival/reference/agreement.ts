import { expect } from "vitest";
import type { Stored } from "./referenceCases";

const numberOf = (stored: Stored) =>
  stored === null ? Number.NaN : stored === "Inf" ? Infinity : stored === "-Inf" ? -Infinity : Number(stored);

/** Relative difference; undefined on both sides is agreement, on one side infinite disagreement. */
function difference(actual: number, expected: number, atLeast: number): number {
  if (Object.is(actual, expected) || actual === expected) return 0;
  const gap = Math.abs(actual - expected) / Math.max(Math.abs(expected), atLeast);
  return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : gap;
}

/**
 * Expects every number within a relative tolerance of R's. Where the sizes of a column differ, `atLeast` is the size below which a
 * difference is taken relative to it.
 */
export function expectAgreement(
  what: string,
  actual: ArrayLike<number>,
  expected: readonly Stored[],
  tolerance: number,
  atLeast = 0,
): void {
  expect(actual.length, `${what}: length`).toBe(expected.length);
  const differences = expected.map((stored, i) => difference(actual[i], numberOf(stored), atLeast));
  const worst = Math.max(0, ...differences);
  const at = differences.indexOf(worst);
  expect(worst, `${what}: ${actual[at]} where R has ${expected[at]}, entry ${at}`).toBeLessThanOrEqual(tolerance);
}
