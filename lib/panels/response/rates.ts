import { exactOddsRatio, exactProportion, fisherTest, proportionDifference } from "../../association";
import { responseCategories } from "../../cohort/responseMeaning";
import { nth } from "../../numeric/nth";
import type { RateId, ResponseComparison, ResponseGroup, ResponseRate } from "./result";

/** The patients a table of rates is made of, one entry per row of the cohort. */
export interface Counted {
  /** Place of the group, −1 for rows not in the panel. */
  group: Int16Array;
  /** Place in `responseCategories`, −1 in every row where no column says best response. */
  category: Int8Array;
  /** Best change in percent, NaN without a measurement. */
  change: ArrayLike<number>;
  /** Of stable disease: 1 it lasted long enough, 0 it did not, −1 nobody knows. */
  lasted: Int8Array;
  /** How many patients a row stands for; one each where missing. */
  weight?: Float64Array | undefined;
}

const [complete, partial, stable, , notEvaluable] = [0, 1, 2, 3, 4];

/**
 * Categories and rates of every group, in its order; neither where best response is not `read`. `benefit`: whether clinical
 * benefit can be told at all.
 */
export function groupsOfResponse(
  { group, category, lasted, change, weight }: Counted,
  levels: readonly { level: string; label: string; color: string | null }[],
  {
    read,
    denominator,
    level,
    benefit,
  }: { read: boolean; denominator: "all" | "evaluable"; level: number; benefit: boolean },
): ResponseGroup[] {
  const counts = levels.map(() => ({
    n: 0,
    lasted: 0,
    unknown: 0,
    measured: 0,
    smaller: 0,
    categories: read ? responseCategories.map(() => 0) : [],
  }));
  for (let row = 0; row < group.length; row++) {
    const own = counts[group[row] ?? -1];
    if (!own) continue;
    const size = weight ? (weight[row] ?? 0) : 1;
    own.n += size;
    const by = nth(change, row);
    if (!Number.isNaN(by)) own.measured += size;
    if (by < 0) own.smaller += size;
    if (!read) continue;
    const code = nth(category, row);
    own.categories[code] = (own.categories[code] ?? 0) + size;
    if (code !== stable) continue;
    if (lasted[row] === 1) own.lasted += size;
    else if (lasted[row] === -1) own.unknown += size;
  }
  return counts.map(({ n, categories, lasted: long, unknown, measured, smaller }, place) => {
    const own = { ...nth(levels, place), n, categories, stable: { lasted: long, unknown }, measured, smaller };
    if (!read) return { ...own, of: n, rates: [] };
    const of = denominator === "all" ? n : n - nth(categories, notEvaluable);
    const responded = nth(categories, complete) + nth(categories, partial);
    const rate = (id: RateId, count: number): ResponseRate => ({ id, count, of, ...exactProportion(count, of, level) });
    const rates = [
      rate("ORR", responded),
      rate("DCR", responded + nth(categories, stable)),
      ...(benefit ? [rate("CBR", responded + long)] : []),
    ];
    return { ...own, of, rates };
  });
}

/** A rate compared between the groups, against the first of the `references` that has patients, P counted in so many steps or drawn; null where there are fewer than two with patients, or it cannot be told. */
export function comparedRates(
  groups: readonly ResponseGroup[],
  id: RateId,
  {
    references,
    level,
    oddsRatio,
    steps,
  }: { references: readonly (string | null)[]; level: number; oddsRatio: boolean; steps: number },
): ResponseComparison | null {
  const filled = groups.flatMap((group) => {
    const rate = group.rates.find((each) => each.id === id);
    return rate && rate.of > 0 ? [{ group, rate }] : [];
  });
  if (filled.length < 2) return null;
  const levelOf = (level: string | null) => filled.find(({ group }) => group.level === level);
  const base = references.map(levelOf).find((each) => each !== undefined) ?? nth(filled, 0);
  const others = filled.filter((each) => each !== base);
  const fisher = fisherTest(
    filled.map(({ rate: { count, of } }) => [count, of - count]),
    { limit: steps },
  );
  return {
    rate: id,
    reference: { level: base.group.level, label: base.group.label },
    differences: others.map(({ group, rate }) => ({
      level: group.level,
      label: group.label,
      ...proportionDifference(rate, base.rate, level),
      oddsRatio: oddsRatio
        ? exactOddsRatio(rate.count, rate.of - rate.count, base.rate.count, base.rate.of - base.rate.count, level)
        : null,
    })),
    p: fisher.p,
    drawn: fisher.drawn ?? null,
  };
}
