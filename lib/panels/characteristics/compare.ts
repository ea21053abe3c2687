import {
  chiSquareTest,
  fisherTest,
  jonckheereTest,
  kruskalWallisTest,
  type Moments,
  proportionTrendTest,
  rankSumTest,
  spearmanTest,
  standardizedDifference,
  standardizedShareDifference,
  welchOneWay,
  welchTest,
} from "../../association";
import type { CharacteristicChoice } from "../../board/panelForms/characteristics";
import { formatCount } from "../../format";
import { nth } from "../../numeric/nth";
import type { Difference, RowTest, RowTestId } from "./result";

/** A P or the reason why there is none. */
export type Tested = { test: RowTest } | { untested: string };

const tested = (id: RowTestId, p: number, more: Partial<RowTest> = {}): Tested =>
  Number.isNaN(p)
    ? { untested: "nothing varies, or a group has too few values" }
    : { test: { id, p, exact: false, drawn: null, ...more } };

/** Every two patients are compared. */
const mostInTrend = 20_000;

/** Numbers of the patients in each group who have a value, compared by ranks, means, or for a trend over the groups. */
export function numbersTest(groups: readonly Float64Array[], by: "ranks" | "means" | "trend"): Tested {
  const filled = groups.filter(({ length }) => length > 0);
  const [first, second] = filled;
  if (!first || !second) return { untested: "fewer than two groups have a value" };
  const patients = filled.reduce((sum, { length }) => sum + length, 0);
  if (by === "trend")
    return patients > mostInTrend
      ? { untested: `a trend is tested in at most ${formatCount(mostInTrend)} patients` }
      : tested("jonckheere", jonckheereTest(filled).p);
  if (by === "means")
    return filled.length === 2
      ? tested("welch", welchTest(first, second).p)
      : tested("welchOneWay", welchOneWay(filled).p);
  if (filled.length > 2) return tested("kruskalWallis", kruskalWallisTest(filled).p);
  const { p, exact } = rankSumTest(first, second);
  return tested("rankSum", p, { exact });
}

/** Steps of Fisher’s test while something is dragged. */
const quickSteps = 20_000;

type LevelsTest = "chiSquare" | "fisher" | "trend" | null;

/**
 * Counts by level and group. Without a choice χ² where at least 5 are expected everywhere, else Fisher’s exact test;
 * for a trend Cochran and Armitage’s of two levels or two groups, else Spearman’s.
 */
export function levelsTest(counts: number[][], by: LevelsTest, quick: boolean): Tested {
  const levels = counts.filter((row) => row.some((count) => count > 0));
  const groups = (levels[0] ?? []).flatMap((_, g) => (levels.some((row) => nth(row, g) > 0) ? [g] : []));
  if (levels.length < 2) return { untested: levels.length === 0 ? "nobody has a value" : "everybody has one level" };
  if (groups.length < 2) return { untested: "fewer than two groups have a value" };
  const table = levels.map((row) => groups.map((g) => nth(row, g)));
  if (by === "trend") return trendTest(table);
  const chi = chiSquareTest(table);
  if (by === "chiSquare" || (by === null && chi.leastExpected >= 5)) return tested("chiSquare", chi.p);
  const fisher = quick ? fisherTest(table, { limit: quickSteps }) : fisherTest(table);
  if (quick && fisher.drawn) return { untested: "computed when the filter rests" };
  return tested("fisher", fisher.p, { drawn: fisher.drawn ?? null });
}

/** Levels by groups, both in their order. */
function trendTest(table: number[][]): Tested {
  const across = nth(table, 0).map((_, g) => table.map((row) => nth(row, g)));
  const two = table.length === 2 ? across : across.length === 2 ? table : null;
  if (two) {
    const of = two.map((pair) => pair.reduce((sum, count) => sum + count, 0));
    const share = two.map((pair) => nth(pair, 1));
    return tested("cochranArmitage", proportionTrendTest(share, of).p);
  }
  const places = table.flatMap((row, level) =>
    row.flatMap((count, group) => Array.from({ length: count }, () => [level, group] as const)),
  );
  return tested(
    "spearman",
    spearmanTest(
      places.map(([level]) => level),
      places.map(([, group]) => group),
    ).p,
  );
}

/** What a row's choice of a test means for numbers that are shown in this way. */
export const numbersTestOf = (
  test: CharacteristicChoice["test"],
  way: "median" | "range" | "mean" | "dates",
): "ranks" | "means" | "trend" =>
  test === "ranks" || test === "means" || test === "trend" ? test : way === "mean" ? "means" : "ranks";

/** The same for levels. */
export const levelsTestOf = (test: CharacteristicChoice["test"]): LevelsTest =>
  test === "chiSquare" || test === "fisher" || test === "trend" ? test : null;

/** The largest difference of two groups’ means; without spread in either, different means are infinitely apart. */
export const meansApart = (groups: readonly Moments[]): Difference | null =>
  largest(groups, (a, b) => {
    if (a.n < 2 || b.n < 2) return Number.NaN;
    const apart = standardizedDifference(a, b);
    return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart;
  });

/** The largest difference of two groups’ shares of levels, counts by level and group; of groups that share no level infinite. */
export function sharesApart(counts: readonly (readonly number[])[]): Difference | null {
  const groups = (counts[0] ?? []).map((_, g) => counts.map((row) => nth(row, g)));
  return largest(groups, (a, b) => {
    const [first, second] = [sharesOf(a), sharesOf(b)];
    if (!first || !second) return Number.NaN;
    const apart = standardizedShareDifference(first, second);
    return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart;
  });
}

function sharesOf(counts: readonly number[]): number[] | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total > 0 ? counts.map((count) => count / total) : null;
}

/** Of all pairs of groups that can be compared; null where none can. */
function largest<T>(groups: readonly T[], apart: (a: T, b: T) => number): Difference | null {
  let found: Difference | null = null;
  for (let a = 0; a < groups.length; a++)
    for (let b = a + 1; b < groups.length; b++) {
      const value = apart(nth(groups, a), nth(groups, b));
      // Groups stand behind the column of all patients.
      if (!Number.isNaN(value) && (found === null || value > found.value)) found = { value, between: [a + 1, b + 1] };
    }
  return found;
}
