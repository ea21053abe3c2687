import { survivalTests } from "../../../survival";
import { check, same } from "../checked";
import type { Block } from "../patientsInR";
import { rComment, rNumbers } from "../rText";
import { type Part, placeInR, strataInR, weightsInR } from "./part";

const chiSquare = / chi-square$/;

/** The test of the groups, its trend, and every two of them. */
export function testsInR(part: Part): string[] {
  const { result, panel, sampled, late, checks, called } = part;
  const { test, comparisons } = result;
  const tested = test?.kind === "tested" && "chiSquare" in test ? test : null;
  if (sampled) return tested ? [...robustTestInR(part, tested), ...pairsInR(part, robustPairInR(part))] : [];
  // Beside MaxCombo, trend and pairs are of the plain test.
  const call = testInR(panel.test === "maxCombo" ? "logRank" : panel.test, part);
  if (tested)
    checks.push(
      same("chi-square of the test", "logrank$chisq", [tested.chiSquare], called(chiSquare)),
      same("its degrees of freedom", "test_df(logrank)", [tested.df], called(chiSquare, "df")),
      same("its P", "test_p(logrank)", [tested.p], called(chiSquare, "p")),
    );
  const plain = call.startsWith("survdiff");
  return [
    ...(tested || comparisons?.trend?.kind === "tested"
      ? [
          ...(plain ? [] : [rComment(`${late ? "survdiff takes no late entries" : "survdiff has no such weights"}.`)]),
          `logrank <- ${call}`,
          plain ? "print(logrank)" : 'print(logrank[c("obs", "exp", "chisq")])',
        ]
      : []),
    ...trendInR(part),
    ...pairsInR(part, `test_p(${call})`),
  ];
}

/** A weighted log-rank test by R's own survdiff, which knows S(t−)^rho of patients observed from time zero; others by their sums. */
function testInR(id: string, part: Part): string {
  const chosen = survivalTests.find((each) => each.id === id);
  if (!chosen) throw new RangeError(`no test “${id}”`);
  const rho = chosen.inR === null ? 0 : chosen.inR === "s" ? 1 : null;
  if (!part.late && rho !== null)
    return `survdiff(Surv(time, event) ~ group${strataInR(part)}, data = dat${rho === 0 ? "" : `, rho = ${rho}`})`;
  return `weighted_logrank(dat${chosen.inR === null ? "" : `, function(n, s, m) ${chosen.inR}`})`;
}

/** A level keeps its place among all, whoever is left in the others. */
function trendInR({ result, called, checks }: Part): string[] {
  const trend = result.comparisons?.trend;
  if (trend?.kind !== "tested") return [];
  checks.push(
    same("Z of the trend", "trend", [trend.z], called(/^trend z$/)),
    same("P of the trend", "2 * pnorm(-abs(trend))", [trend.p], called(/^trend z$/, "p")),
  );
  return [
    rComment(`Trend over ${result.groups.length} ordered groups.`),
    `scores <- ${rNumbers(result.groups.map(({ place }) => place + 1))}`,
    "trend <- sum(scores * rowSums(as.matrix(logrank$obs - logrank$exp))) / sqrt(drop(scores %*% logrank$var %*% scores))",
  ];
}

/** With sampling weights the log-rank test is the robust score test of a Cox model of the groups with Breslow ties. */
const robustScoreInR = (part: Part): string =>
  `summary(coxph(${part.surv} ~ group${strataInR(part)}, data = dat, ties = "breslow"${weightsInR(part)}))$robscore`;

function robustTestInR(part: Part, { chiSquare: value, df, p }: { chiSquare: number; df: number; p: number }) {
  part.checks.push(
    same("chi-square of the test", 'robust_test["test"]', [value], part.called(chiSquare)),
    same("its degrees of freedom", 'robust_test["df"]', [df], part.called(chiSquare, "df")),
    same("its P", 'robust_test["pvalue"]', [p], part.called(chiSquare, "p")),
  );
  return [`robust_test <- ${robustScoreInR(part)}`, "print(robust_test)"];
}

const robustPairInR = (part: Part) => `${robustScoreInR(part)}["pvalue"]`;

const adjustments = { holm: "holm", benjaminiHochberg: "BH", bonferroni: "bonferroni" };

/** P of every two groups, where each has one. */
function pairsInR({ result, called, checks }: Part, p: string): string[] {
  const pairs = result.comparisons?.pairs;
  const tested = pairs?.tests.flatMap(({ levels, result: pair, adjustedP }) =>
    pair.kind === "tested" ? [{ levels, p: pair.p, adjustedP }] : [],
  );
  if (!pairs || !tested || tested.length < pairs.tests.length) return [];
  checks.push(
    same(
      "P of the pairs",
      "pair_p",
      tested.map((each) => each.p),
      called(/^pair v (?!.*, adjusted$)/, "p"),
    ),
    same(
      "P of the pairs, adjusted",
      `p.adjust(pair_p, "${adjustments[pairs.adjust]}")`,
      tested.map(({ adjustedP }) => adjustedP),
      called(/^pair v .*, adjusted$/, "p"),
    ),
  );
  const places = tested.map(({ levels: [a, b] }) => `c(${placeInR(result, a)}, ${placeInR(result, b)})`);
  return [
    "of_pair <- function(two) {",
    "  dat <- droplevels(dat[dat$group %in% levels(dat$group)[two], ])",
    `  ${p}`,
    "}",
    `pair_p <- sapply(list(${places.join(", ")}), of_pair)`,
  ];
}

/** MaxCombo: the largest |Z| of four Fleming–Harrington tests, whose P takes a multivariate normal distribution. */
export function maxComboInR({ result, called }: Part): Block["further"] {
  const { test } = result;
  if (test?.kind !== "tested" || test.test !== "maxCombo" || !("statistic" in test)) return undefined;
  const name = / largest \|Z\|$/;
  return {
    needs: "mvtnorm",
    lines: ["combo <- max_combo(dat)", "print(combo)"],
    checks: [
      check("MaxCombo", [test.statistic], (value) => `near(combo["statistic"], ${value})`, called(name)),
      check("its P", [test.p], (p) => `abs(combo["p"] - ${p}) < 1e-5`, called(name, "p")),
    ],
  };
}
