import {
  type PermutationResult,
  permutationTest,
  type Subjects,
  type SurvivalTest,
  type TimeOrder,
  type Untestable,
} from "../../survival";

/** Above so many patients permutations take too long to follow a filter, and are not needed. */
export const mostPermuted = 1000;

export type PermutedP = { seed: number } & PermutationResult<Untestable | "severalRows">;

/** Permutation P of the panel's test with a stated seed, run to its end. */
export function permutedP(
  subjects: Subjects,
  order: TimeOrder,
  test: SurvivalTest,
  { count, seed }: { count: number; seed: number },
): PermutedP {
  const run = permutationTest(subjects, { order, test, count, seed });
  for (;;) {
    const step = run.next();
    if (step.done) return { seed, ...step.value };
  }
}
