import { seededRandom, shuffle } from "../../numeric/random";
import { type PermutationProgress, type PermutationResult, permutations } from "../permutations";
import type { Subjects } from "../subjects";
import { type CutPointOptions, prepareCuts, type Uncuttable } from "./cutPoint";
import { standardized } from "./splits";

/**
 * P of the cut-point search by permutation: how often the largest statistic over all cuts is at least the observed one
 * when the values are dealt out anew to the subjects. Reports progress and gives its result at the end, as
 * `permutationTest`.
 */
export function* cutPointPermutation(
  subjects: Subjects,
  values: Float64Array,
  { count = 10_000, seed = 1, ...options }: CutPointOptions & { count?: number; seed?: number } = {},
): Generator<PermutationProgress, PermutationResult<Uncuttable>> {
  const prepared = prepareCuts(subjects, values, options);
  if (prepared.kind === "undefined") return prepared;
  const { splits, scores } = prepared;
  const random = seededRandom(seed);
  const largest = (of: Float64Array) => standardized(splits, of).reduce((a, b) => Math.max(a, b));
  if (!Number.isFinite(largest(scores))) return { kind: "undefined", reason: "noVariance" };
  const dealt = scores.slice();
  return yield* permutations(largest(scores), count, () => {
    shuffle(dealt, random);
    return largest(dealt);
  });
}
