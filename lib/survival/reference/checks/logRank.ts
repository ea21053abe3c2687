import { type Agreement, agree } from "../../../agreement/agreement";
import {
  flemingHarrington,
  kaplanMeier,
  logRank,
  pairwiseTests,
  petoHazardRatio,
  type SurvivalTest,
  survivalTests,
  trendTest,
} from "../../index";
import { dropped, type ReferenceCase, type Stored, subjectsOf } from "../referenceCase";

interface Test {
  observed: number[];
  expected: number[];
  variance: number[][];
  OminusE: number[];
  chisq: Stored;
  df: number;
  p: Stored;
  z: number | null;
}

type Family = "logrank" | "petoPeto" | "gehanBreslow" | "taroneWare" | "petoPetoModifiedKM" | "modifiedPeto";

export interface LogRankExpected extends Record<Family, Test> {
  nDropped: number;
  n: number[];
  events: number[];
  flemingHarrington: (Test & { p_: number; q_: number })[];
  petoHR?: { hr: number; lower: number; upper: number; oeRatio: number };
  trend?: { scores: number[]; z: number; chisq: number; df: number; p: number };
  pairwise?: { pairs: Record<"chisq" | "p" | "holm" | "BH" | "bonferroni" | "chisqPeto" | "pPeto", number>[] };
}

const families: Family[] = ["logrank", "petoPeto", "gehanBreslow", "taroneWare", "petoPetoModifiedKM", "modifiedPeto"];
const testOf = (family: Family) =>
  survivalTests.find(({ id }) => id === (family === "logrank" ? "logRank" : family)) as SurvivalTest;

/**
 * Every test of the family: observed, expected, variance, chi-square, P and its logarithm; trend, pairs, one-step
 * hazard ratio.
 */
export function* checkLogRank(one: ReferenceCase<LogRankExpected>): Generator<Agreement> {
  const { expected } = one;
  const subjects = subjectsOf(one);
  yield agree("rows left out", [dropped(subjects)], [expected.nDropped], 0);
  const curves = kaplanMeier({ ...subjects, strata: undefined });
  yield agree(
    "subjects",
    curves.map(({ n }) => n),
    expected.n,
    0,
  );
  yield agree(
    "events",
    curves.map(({ events }) => events),
    expected.events,
    0,
  );
  for (const family of families) yield* checkTest(one, testOf(family), expected[family]);
  for (const known of expected.flemingHarrington) yield* checkTest(one, flemingHarrington(known.p_, known.q_), known);
  if (expected.petoHR) {
    const { hazardRatio, lower, upper, ratioOfRates } = petoHazardRatio(logRank(subjects))!;
    const { hr, lower: low, upper: up, oeRatio } = expected.petoHR;
    yield agree("one-step hazard ratio", [hazardRatio, lower, upper, ratioOfRates], [hr, low, up, oeRatio], 1e-9);
  }
  if (expected.trend) yield* checkTrend(one, expected.trend);
  if (expected.pairwise) yield* checkPairs(one, expected.pairwise.pairs);
}

function* checkTest(one: ReferenceCase, test: SurvivalTest, known: Test): Generator<Agreement> {
  const result = logRank(subjectsOf(one), { test });
  const isDefined = known.chisq !== null && known.variance.flat().some((value) => value !== 0);
  yield agree(`${test.label}, is defined`, [result.kind === "tested"], [isDefined], 0);
  if (result.kind !== "tested") return;
  const { observed, expected, variance, chiSquare, df, p, logP } = result;
  const largest = Math.max(...known.variance.flat());
  const most = Math.max(...known.observed);
  yield agree(`${test.label}, observed`, observed, known.observed, 1e-9);
  yield agree(`${test.label}, expected`, expected, known.expected, 1e-9, 1e-9 * most);
  const differences = observed.map((o, g) => o - expected[g]);
  yield agree(`${test.label}, O − E`, differences, known.OminusE, 1e-9, 1e-3 * most);
  yield agree(`${test.label}, variance`, variance, known.variance.flat(), 1e-9, 1e-6 * largest);
  yield agree(`${test.label}, chi-square`, [chiSquare], [known.chisq], 1e-9, 1e-6);
  yield agree(`${test.label}, df`, [df], [known.df], 0);
  yield agree(`${test.label}, log P`, [logP], [Math.log(Number(known.p))], 1e-8, 1e-3);
  yield agree(`${test.label}, P`, [p], [known.p], 1e-8);
  if (known.z !== null) {
    const z = (observed[0] - expected[0]) / Math.sqrt(variance[0]);
    yield agree(`${test.label}, Z`, [z], [known.z], 1e-9, 1e-3);
  }
}

function* checkTrend(one: ReferenceCase, known: NonNullable<LogRankExpected["trend"]>): Generator<Agreement> {
  const { scores, z, chisq, df, p } = known;
  const trend = trendTest(subjectsOf(one), { scores });
  yield agree("trend is defined", [trend.kind], ["tested"], 0);
  if (trend.kind !== "tested") return;
  yield agree("trend", [trend.z, trend.chiSquare, trend.df], [z, chisq, df], 1e-9, 1e-3);
  yield agree("P of the trend", [trend.logP, trend.p], [Math.log(p), p], 1e-8, 1e-3);
}

function* checkPairs(
  one: ReferenceCase,
  pairs: NonNullable<LogRankExpected["pairwise"]>["pairs"],
): Generator<Agreement> {
  const subjects = subjectsOf(one);
  const found = pairwiseTests(subjects);
  const peto = pairwiseTests(subjects, { test: testOf("petoPeto") });
  const tested = (tests: typeof found, key: "chiSquare" | "p") =>
    tests.map(({ result }) => (result.kind === "tested" ? result[key] : null));
  const known = (key: keyof (typeof pairs)[number]) => pairs.map((pair) => pair[key]);
  yield agree("pairs, chi-square", tested(found, "chiSquare"), known("chisq"), 1e-9, 1e-6);
  yield agree("pairs, P", tested(found, "p"), known("p"), 1e-8);
  yield agree("pairs, Peto–Peto chi-square", tested(peto, "chiSquare"), known("chisqPeto"), 1e-9, 1e-6);
  yield agree("pairs, Peto–Peto P", tested(peto, "p"), known("pPeto"), 1e-8);
  const adjusted = (key: "holm" | "benjaminiHochberg" | "bonferroni") => found.map((pair) => pair[key]);
  yield agree("pairs, Holm", adjusted("holm"), known("holm"), 1e-8);
  yield agree("pairs, Benjamini–Hochberg", adjusted("benjaminiHochberg"), known("BH"), 1e-8);
  yield agree("pairs, Bonferroni", adjusted("bonferroni"), known("bonferroni"), 1e-8);
}
