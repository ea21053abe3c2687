import { seededRandom, shuffle } from "../numeric/random";
import { logRank, ordersOf, type TestOptions, type Untestable } from "./logRank";
import { inPatients } from "./patients";
import { type PermutationProgress, type PermutationResult, permutations } from "./permutations";
import type { ReasonOf } from "./reason";
import { replicated } from "./replicated";
import { createScratch } from "./scratch";
import { groupCountOf, isSampled, type Subjects } from "./subjects";
import type { TickOrder } from "./timeOrder";

export interface PermutationOptions extends TestOptions {
  /** How many permutations; 10,000 when not given. */
  count?: number;
  /** The same seed gives the same P; 1 when not given. */
  seed?: number;
}

/**
 * Permutation P of a weighted log-rank test, for groups too small for the chi-square distribution: groups are dealt out
 * anew among the subjects of each stratum (each of those a count weight stands for), and the P is how often the
 * chi-square is at least the observed one. It assumes that censoring and entry do not depend on the group. A
 * permutation whose test is undefined counts as reaching it.
 *
 * A generator, so that it can be stopped: it yields progress every 100 permutations and returns the result.
 */
export function* permutationTest(
  asGiven: Subjects,
  { count = 10_000, seed = 1, ...options }: PermutationOptions = {},
): Generator<PermutationProgress, PermutationResult<Untestable | ReasonOf<"severalRows">>> {
  if (isSampled(asGiven)) return { kind: "undefined", reason: "samplingWeights" };
  const { subjects, order } = dealable(asGiven, options.order);
  if (subjects.patient && new Set(subjects.patient).size < subjects.patient.length)
    return { kind: "undefined", reason: "severalRows" };
  const observed = logRank(subjects, { ...options, order });
  if (observed.kind === "undefined") return observed;
  const given = subjects.group as Int16Array;
  const group = given.slice();
  const strata = ordersOf(subjects, order).map(({ order: rows }) => rows.filter((row) => given[row] >= 0));
  const codes = strata.map((rows) => Int16Array.from(rows, (row) => given[row]));
  const random = seededRandom(seed);
  const scratch = createScratch();
  const dealt = { ...subjects, group, groupCount: groupCountOf(subjects) };
  return yield* permutations(observed.chiSquare, count, () => {
    strata.forEach((rows, s) => {
      shuffle(codes[s], random);
      rows.forEach((row, i) => {
        group[row] = codes[s][i];
      });
    });
    const test = logRank(dealt, { ...options, order, scratch: subjects.strata ? undefined : scratch });
    return test.kind === "tested" ? test.chiSquare : Number.POSITIVE_INFINITY;
  });
}

/** One row for each patient a label can be dealt to. */
function dealable(given: Subjects, order?: TickOrder) {
  const subjects = replicated(given);
  return inPatients(subjects, subjects === given ? order : undefined);
}
