import { expect } from "vitest";
import { agree, type Comparable, type Stored } from "./agreement";

/** Expects every number within a relative tolerance of R's (see `agree`). */
export function expectAgreement(
  what: string,
  actual: ArrayLike<Comparable>,
  expected: readonly Stored[],
  tolerance: number,
  atLeast = 0,
): void {
  const { worst, where } = agree(what, actual, expected, tolerance, atLeast);
  expect(worst, `${what}: ${where}`).toBeLessThanOrEqual(tolerance);
}
