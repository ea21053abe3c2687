/** A number as a reference writes it: null and "NaN" are undefined. */
export type Stored = number | string | null;

/**
 * What a quantity is compared by: a number, or a word or yes and no where it is not one. Null is a number that is not
 * defined.
 */
export type Comparable = number | string | boolean | null;

/** How far one quantity of ours is from R's. */
export interface Agreement {
  quantity: string;
  /** Numbers (or words) compared. */
  numbers: number;
  /** The largest relative difference; infinite where only one side is defined, words differ or the lengths do. */
  worst: number;
  tolerance: number;
  passes: boolean;
  /** In words, the entry with the largest difference. */
  where: string;
}

function numberOf(value: Comparable): number {
  if (value === null) return Number.NaN;
  if (value === "Inf") return Number.POSITIVE_INFINITY;
  if (value === "-Inf") return Number.NEGATIVE_INFINITY;
  return Number(value);
}

/** Relative difference; undefined on both sides is agreement, on one side infinite disagreement. */
function difference(actual: Comparable, expected: Stored | boolean, atLeast: number): number {
  if (actual === expected) return 0;
  const [a, b] = [numberOf(actual), numberOf(expected)];
  if (Object.is(a, b) || a === b)
    return typeof actual === "string" && typeof expected === "string" ? Number.POSITIVE_INFINITY : 0;
  const gap = Math.abs(a - b) / Math.max(Math.abs(b), atLeast);
  return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : gap;
}

/**
 * Our limits, but R's where the estimate is 0 or 1: R has 0, 1 or NA there, ours are exact or none, and have tests of
 * their own.
 */
export function withLimits(
  estimate: number[],
  ours: { lower: number[]; upper: number[] },
  known: { lower: Stored[]; upper: Stored[] },
): { lower: Stored[]; upper: Stored[] } {
  const of = (side: "lower" | "upper") =>
    estimate.map((value, i) => (value === 0 || value === 1 ? known[side][i] : ours[side][i]));
  return { lower: of("lower"), upper: of("upper") };
}

/**
 * Compares ours with R's, number by number. Where the sizes of a column differ, `atLeast` is the size below which a
 * difference is taken relative to it.
 */
export function agree(
  quantity: string,
  actual: ArrayLike<Comparable>,
  expected: readonly (Stored | boolean)[],
  tolerance: number,
  atLeast = 0,
): Agreement {
  let worst = actual.length === expected.length ? 0 : Number.POSITIVE_INFINITY;
  let at = -1;
  for (let i = 0; i < expected.length && worst < Number.POSITIVE_INFINITY; i++) {
    const gap = difference(actual[i], expected[i], atLeast);
    if (gap > worst) [worst, at] = [gap, i];
  }
  const where =
    actual.length === expected.length
      ? `${actual[at]} where R has ${expected[at]}, entry ${at}`
      : `${actual.length} values where R has ${expected.length}`;
  return { quantity, numbers: expected.length, worst, tolerance, passes: worst <= tolerance, where };
}
