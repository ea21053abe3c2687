import { describe, expect, it } from "vitest";
import {
  flemingHarrington,
  logRank,
  pairwiseTests,
  petoHazardRatio,
  type SurvivalTest,
  survivalTests,
  trendTest,
} from "../index";
import { expectAgreement } from "./agreement";
import { dropped, referenceCases, type Stored, subjectsOf } from "./referenceCases";

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

interface Expected extends Record<Family, Test> {
  nDropped: number;
  flemingHarrington: (Test & { p_: number; q_: number })[];
  petoHR?: { hr: number; lower: number; upper: number; oeRatio: number };
  trend?: { scores: number[]; z: number; chisq: number; p: number };
  pairwise?: { pairs: Record<"chisq" | "p" | "holm" | "BH" | "bonferroni" | "chisqPeto" | "pPeto", number>[] };
}

const cases = referenceCases<Expected>("logrank");
const families: Family[] = ["logrank", "petoPeto", "gehanBreslow", "taroneWare", "petoPetoModifiedKM", "modifiedPeto"];
const testOf = (family: Family) =>
  survivalTests.find(({ id }) => id === (family === "logrank" ? "logRank" : family)) as SurvivalTest;

describe.each(cases)("$id agrees with R", (one) => {
  const { expected } = one;
  const subjects = subjectsOf(one);

  function expectTest(test: SurvivalTest, known: Test): void {
    const result = logRank(subjects, { test });
    if (result.kind !== "tested") throw new Error(`${test.id} is undefined: ${result.reason}`);
    const { observed, expected: mean, variance, chiSquare, df, p, logP } = result;
    const largest = Math.max(...known.variance.flat());
    expectAgreement(`${test.id} observed`, observed, known.observed, 1e-9);
    expectAgreement(`${test.id} expected`, mean, known.expected, 1e-9);
    expectAgreement(
      `${test.id} O − E`,
      observed.map((o, g) => o - mean[g]),
      known.OminusE,
      1e-9,
      1e-3 * Math.max(...known.observed),
    );
    expectAgreement(`${test.id} variance`, variance, known.variance.flat(), 1e-9, 1e-6 * largest);
    expectAgreement(`${test.id} chi-square`, [chiSquare], [known.chisq], 1e-9);
    expect(df).toBe(known.df);
    expectAgreement(`${test.id} log P`, [logP], [Math.log(Number(known.p))], 1e-8);
    expectAgreement(`${test.id} P`, [p], [known.p], 1e-8);
    if (known.z !== null)
      expectAgreement(`${test.id} Z`, [(observed[0] - mean[0]) / Math.sqrt(variance[0])], [known.z], 1e-9);
  }

  it("in the rows used", () => {
    expect(dropped(subjects)).toBe(expected.nDropped);
  });

  it.each(families)("in %s", (family) => {
    expectTest(testOf(family), expected[family]);
  });

  it("in Fleming–Harrington", () => {
    expect(expected.flemingHarrington.length).toBe(5);
    for (const known of expected.flemingHarrington) expectTest(flemingHarrington(known.p_, known.q_), known);
  });

  it.runIf(expected.petoHR)("in the one-step hazard ratio", () => {
    const { hazardRatio, lower, upper, ratioOfRates } = petoHazardRatio(logRank(subjects))!;
    const { hr, lower: low, upper: up, oeRatio } = expected.petoHR!;
    expectAgreement("hazard ratio", [hazardRatio, lower, upper, ratioOfRates], [hr, low, up, oeRatio], 1e-9);
  });

  it.runIf(expected.trend)("in the trend", () => {
    const { scores, z, chisq, p } = expected.trend!;
    const trend = trendTest(subjects, { scores });
    if (trend.kind !== "tested") throw new Error(`The trend is undefined: ${trend.reason}`);
    expectAgreement("trend", [trend.z, trend.chiSquare], [z, chisq], 1e-9);
    expectAgreement("P of the trend", [trend.logP, trend.p], [Math.log(p), p], 1e-8);
  });

  it.runIf(expected.pairwise)("in the pairs", () => {
    const { pairs } = expected.pairwise!;
    const chiSquares = (test?: SurvivalTest) =>
      pairwiseTests(subjects, { test }).map(({ result }) => (result.kind === "tested" ? result.chiSquare : Number.NaN));
    const found = pairwiseTests(subjects);
    expectAgreement(
      "chi-square",
      chiSquares(),
      pairs.map((pair) => pair.chisq),
      1e-9,
    );
    expectAgreement(
      "chi-square",
      chiSquares(testOf("petoPeto")),
      pairs.map((pair) => pair.chisqPeto),
      1e-9,
    );
    expectAgreement(
      "Holm",
      found.map((pair) => pair.holm),
      pairs.map((pair) => pair.holm),
      1e-8,
    );
    expectAgreement(
      "Benjamini–Hochberg",
      found.map((pair) => pair.benjaminiHochberg),
      pairs.map((pair) => pair.BH),
      1e-8,
    );
    expectAgreement(
      "Bonferroni",
      found.map((pair) => pair.bonferroni),
      pairs.map((pair) => pair.bonferroni),
      1e-8,
    );
  });
});

it("covers every log-rank case of the reference", () => {
  expect(cases.length).toBe(24);
});
