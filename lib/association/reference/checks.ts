import { type Agreement, agree, type Stored } from "../../agreement/agreement";
import type { ReferenceCheck } from "../../agreement/verify";
import { betaLower, betaQuantile, fUpper, tTwoSided } from "../../numeric/beta";
import {
  chiSquareTest,
  exactOddsRatio,
  exactProportion,
  fisherTest,
  jonckheereTest,
  kruskalWallisTest,
  proportionTrendTest,
  rankSumTest,
  spearmanTest,
  standardizedShareDifference,
  welchOneWay,
  welchTest,
  wilsonProportion,
} from "../index";

/** What `association.R` writes: arguments and answers of R's stats. */
export interface AssociationReference {
  proportions: { count: number; of: number; level: number; exact: number[]; wilson: number[] }[];
  tables: { counts: number[][]; fisher: number; odds: Stored[] | null; chiSquare: number; p: number; least: number }[];
  /** A sample of one value is that value. */
  twoSamples: {
    a: number | number[];
    b: number | number[];
    w: number;
    wP: number;
    exact: boolean;
    t: number[] | null;
  }[];
  severalSamples: {
    values: number[][];
    kruskal: number[];
    oneway: number[];
    jonckheere: number[];
    spearman: number[];
  }[];
  trends: { counts: number[]; of: number[]; chiSquare: number; p: number }[];
  shares: { first: number[]; second: number[]; difference: number }[];
  beta: { x: number; a: number; b: number; lower: number; quantile: number }[];
  /** Each its arguments, then the tail. */
  tails: { t: number[][]; f: number[][] };
}

/** R writes 15 digits. */
const DIGITS = 1e-11;

/** Every number of the reference with ours, by what it is a number of. */
export function associationChecks(of: AssociationReference): ReferenceCheck[] {
  const check = (id: string, call: string, compare: () => Iterable<Agreement>) => ({ id, call, compare });
  return [
    check("shares of patients", "binom.test(); prop.test(correct = FALSE)", () => proportions(of)),
    check("tables of counts", "fisher.test(); chisq.test(correct = FALSE)", () => tables(of)),
    check("numbers of two groups", "wilcox.test(); t.test()", () => twoSamples(of)),
    check("numbers of several groups", "kruskal.test(); oneway.test(); cor.test()", () => severalSamples(of)),
    check("trends of shares", "prop.trend.test()", () => trends(of)),
    check("standardized differences of shares", "Yang and Dalton 2012, by solve()", () => differences(of)),
    check("tails", "pbeta(); qbeta(); pt(); pf()", () => tails(of)),
  ];
}

function* proportions(of: AssociationReference): Generator<Agreement> {
  for (const { count, of: n, level, exact, wilson } of of.proportions) {
    const [ours, score] = [exactProportion(count, n, level), wilsonProportion(count, n, level)];
    yield agree("exact limits", [ours.lower, ours.upper], exact, DIGITS);
    yield agree("Wilson’s limits", [score.lower, score.upper], wilson, 1e-9);
  }
}

function* tables(of: AssociationReference): Generator<Agreement> {
  for (const { counts, fisher, odds, chiSquare, p, least } of of.tables) {
    yield agree("Fisher’s exact test, P", [fisherTest(counts).p], [fisher], 1e-8);
    const ours = chiSquareTest(counts);
    yield agree("chi-square and P", [ours.chiSquare, ours.p], [chiSquare, p], DIGITS);
    yield agree("least expected count", [ours.leastExpected], [least], DIGITS);
    const [[a, b] = [], [c, d] = []] = counts;
    if (!odds || a === undefined || b === undefined || c === undefined || d === undefined) continue;
    const { estimate, lower, upper } = exactOddsRatio(a, b, c, d, 0.95);
    yield agree("conditional odds ratio and its exact limits", [estimate, lower, upper], odds, DIGITS);
  }
}

function* twoSamples(of: AssociationReference): Generator<Agreement> {
  for (const { a, b, w, wP, exact, t } of of.twoSamples) {
    const ranks = rankSumTest([a].flat(), [b].flat());
    yield agree("Wilcoxon’s W, and whether P is exact", [ranks.w, ranks.exact], [w, exact], 0);
    yield agree("Wilcoxon’s P", [ranks.p], [wP], DIGITS);
    if (!t) continue;
    const means = welchTest([a].flat(), [b].flat());
    yield agree("Welch’s t, df and P", [means.t, means.df, means.p], t, DIGITS);
  }
}

function* severalSamples(of: AssociationReference): Generator<Agreement> {
  for (const { values, kruskal, oneway, jonckheere, spearman } of of.severalSamples) {
    const [ranks, means, trend] = [kruskalWallisTest(values), welchOneWay(values), jonckheereTest(values)];
    yield agree("Kruskal–Wallis H and P", [ranks.h, ranks.p], kruskal, DIGITS);
    yield agree("Welch’s one-way F, df and P", [means.f, means.df1, means.df2, means.p], oneway, DIGITS);
    yield agree("Jonckheere’s z and P", [trend.z, trend.p], jonckheere, DIGITS);
    const places = values.flatMap((group, place) => group.map(() => place));
    const { rho, p } = spearmanTest(values.flat(), places);
    yield agree("Spearman’s correlation and P", [rho, p], spearman, DIGITS);
  }
}

function* trends(of: AssociationReference): Generator<Agreement> {
  for (const { counts, of: n, chiSquare, p } of of.trends) {
    const ours = proportionTrendTest(counts, n);
    yield agree("Cochran–Armitage chi-square and P", [ours.chiSquare, ours.p], [chiSquare, p], DIGITS);
  }
}

function* differences(of: AssociationReference): Generator<Agreement> {
  for (const { first, second, difference } of of.shares)
    yield agree("standardized difference", [standardizedShareDifference(first, second)], [difference], DIGITS);
}

function* tails({ beta, tails: { t, f } }: AssociationReference): Generator<Agreement> {
  for (const { x, a, b, lower, quantile } of beta)
    yield agree("beta, below and quantile", [betaLower(x, a, b), betaQuantile(x, a, b)], [lower, quantile], DIGITS);
  for (const [value = 0, df = 0, p = 0] of t) yield agree("t, two-sided", [tTwoSided(value, df)], [p], DIGITS);
  for (const [value = 0, a = 0, b = 0, p = 0] of f) yield agree("F, above", [fUpper(value, a, b)], [p], DIGITS);
}
