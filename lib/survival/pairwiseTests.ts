import { adjustedP } from "./adjustedP";
import { type LogRankResult, logRank, type TestOptions } from "./logRank";
import { groupCountOf, type Subjects } from "./subjects";
import { timeOrder } from "./timeOrder";

export interface PairTest {
  /** The two groups, the lower number first. */
  groups: [number, number];
  result: LogRankResult;
  /** P adjusted for the number of pairs that could be tested; NaN where this one could not. */
  holm: number;
  benjaminiHochberg: number;
  bonferroni: number;
}

/**
 * Every two groups with each other, each pair by its own test on its own subjects, with P adjusted for the number of
 * pairs. Equals `survminer::pairwise_survdiff` for the log-rank test.
 */
export function pairwiseTests(subjects: Subjects, options: TestOptions = {}): PairTest[] {
  const order = options.order ?? timeOrder(subjects.time, subjects.entry);
  const groups = groupCountOf(subjects);
  const pairs = Array.from({ length: groups }, (_, a) =>
    Array.from({ length: groups - a - 1 }, (_, i): [number, number] => [a, a + 1 + i]),
  ).flat();
  const results = pairs.map(([a, b]) =>
    logRank({ ...subjects, group: only(subjects, a, b), groupCount: 2 }, { ...options, order }),
  );
  const adjusted = adjustedP(results.map((result) => (result.kind === "tested" ? result.p : Number.NaN)));
  return pairs.map((pair, i) => ({
    groups: pair,
    result: results[i],
    holm: adjusted.holm[i],
    benjaminiHochberg: adjusted.benjaminiHochberg[i],
    bonferroni: adjusted.bonferroni[i],
  }));
}

function only({ group, time }: Subjects, a: number, b: number): Int16Array {
  const codes = new Int16Array(time.length);
  for (let row = 0; row < codes.length; row++) {
    const code = group ? group[row] : 0;
    codes[row] = code === a ? 0 : code === b ? 1 : -1;
  }
  return codes;
}
