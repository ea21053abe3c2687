import type { PanelOf } from "../../board/panelForms/registry";
import type { KaplanMeierResult } from "../../panels/kaplanMeier/result";
import { atRiskTable, type Quantile, survivalAt, survivalTests } from "../../survival";
import type { DataSet } from "../dataSet/dataSet";
import { type Checks, closedBy, patientsInR, placesOf } from "./patientsInR";
import { rComment, rNumber, rNumbers } from "./rText";

type Panel = PanelOf<"kaplanMeier">;

const confidenceTypes: Record<KaplanMeierResult["confidence"]["type"], string> = {
  "log-log": "log-log",
  log: "log",
  plain: "plain",
  logit: "logit",
  arcsine: "arcsin",
};

/** The block of one panel: its patients, curves, tests and models, and at its end what they must agree with. */
export function kaplanMeierScript(panel: Panel, result: KaplanMeierResult, data: DataSet): string[] | string {
  if (panel.changes) return "its groups change over time.";
  if (panel.cut) return "its groups come from a searched cut.";
  const places = placesOf(panel, data);
  if (typeof places === "string") return places;
  const { endpoint, strata } = places;
  const sampled = endpoint.weightKind === "sampling";
  const surv = endpoint.entry ? "Surv(entry, time, event)" : "Surv(time, event)";
  // Of rows that enter late R asks whose they are before it gives a robust variance.
  const whose = endpoint.entry ? ", id = seq_len(nrow(p))" : "";
  const extra = sampled ? `, weights = weight, robust = TRUE${whose}` : "";
  const checks: Checks = [];
  const lines = [
    ...patientsInR(panel, places),
    ...curvesInR(result, { surv, extra, sampled }, checks),
    ...(sampled ? robustTestInR(result, surv, extra, checks) : testInR(panel, result, checks)),
    ...modelInR(result, { surv, extra, strata: strata !== null }, checks),
    ...followUpInR(
      result,
      surv.replace("entry, time, event", "time - entry, event").replace("event", "cause == 0"),
      extra,
      checks,
    ),
    ...restrictedMeansInR(result, sampled, checks),
    ...pairsInR(panel, result, checks),
  ];
  return [...lines, ...closedBy(checks)];
}

interface Curved {
  surv: string;
  extra: string;
  sampled?: boolean;
}

function curvesInR(result: KaplanMeierResult, { surv, extra, sampled }: Curved, checks: Checks): string[] {
  const { groups, confidence, atTimes } = result;
  const right = groups.length > 1 ? "group" : "1";
  const last = Math.max(...groups.map(({ curve }) => curve.time[curve.time.length - 1] ?? 0));
  const times = [
    ...new Set([...[1, 2, 3, 4, 5, 6].map((step) => (last * step) / 7), ...atTimes.map(({ time }) => time)]),
  ].sort((a, b) => a - b);
  const at = groups.flatMap(({ curve }) => times.map((time) => survivalAt(curve, time, confidence)));
  const risk = groups.flatMap(({ curve }) => [...atRiskTable(curve, times).nRisk]);
  // While nobody has had the event R has no limits, or 1.
  const known = (value: (found: NonNullable<(typeof at)[number]>) => number) =>
    rNumbers(at.map((found) => (found ? value(found) : null)));
  checks.push(
    { says: "patients", holds: `near(table(droplevels(p$group)), ${rNumbers(groups.map(({ curve }) => curve.n))})` },
    {
      says: "events",
      holds: `near(tapply(${sampled ? "p$weight * p$event" : "p$event"}, droplevels(p$group), sum), ${rNumbers(groups.map(({ curve }) => curve.events))})`,
    },
    ...quantileChecks(
      "median",
      "q",
      groups.map(({ median }) => median),
    ),
    { says: "survival at some times", holds: `where_known(s$surv, ${known(({ survival }) => survival)})` },
    { says: "its standard error", holds: `where_known(s$std.err, ${known(({ stdErr }) => stdErr)})` },
    {
      says: "its lower limit",
      holds: `where_known(s$lower, ${known(({ survival, lower }) => (survival === 1 ? Number.NaN : lower))})`,
    },
    {
      says: "its upper limit",
      holds: `where_known(s$upper, ${known(({ survival, upper }) => (survival === 1 ? Number.NaN : upper))})`,
    },
    { says: "numbers at risk", holds: `near(at_risk, ${rNumbers(risk)})` },
  );
  return [
    `fit <- survfit(${surv} ~ ${right}, data = p, conf.type = "${confidenceTypes[confidence.type]}", conf.int = ${confidence.level}${extra})`,
    "print(fit)",
    "q <- printed_median(fit)",
    `times <- ${rNumbers(times)}`,
    "s <- summary(fit, times = times, extend = TRUE)",
    ...atRiskInR(surv.includes("entry"), sampled === true),
  ];
}

/** Counted one by one: with delayed entry n.risk of `summary(fit, times)` is that of the next time of the curve. */
const atRiskInR = (late: boolean, sampled: boolean): string[] => [
  "at_risk <- unlist(lapply(levels(droplevels(p$group)), function(g) sapply(times, function(t)",
  `  sum(${sampled ? "p$weight * " : ""}(p$group == g & ${late ? "p$entry < t & " : ""}p$time >= t)))))`,
];

function quantileChecks(says: string, name: string, quantiles: Quantile[]): Checks {
  const of = (value: (quantile: Quantile) => number | null) => rNumbers(quantiles.map(value));
  return [
    { says, holds: `near(${name}$quantile, ${of((each) => (each.kind === "reached" ? each.time : null))})` },
    { says: `${says}, lower limit`, holds: `near(${name}$lower, ${of(({ lower }) => lower)})` },
    {
      says: `${says}, upper limit`,
      holds: `near(${name}$upper, ${of((each) => ("upper" in each ? (each.upper ?? null) : null))})`,
    },
  ];
}

function testInR({ test: id }: Panel, { test, comparisons, groups }: KaplanMeierResult, checks: Checks): string[] {
  if (test?.kind !== "tested") return [];
  if (!("chiSquare" in test))
    return [rComment("The MaxCombo test is not computed here: R has it in packages of its own.")];
  checks.push(
    { says: "chi-square of the test", holds: `near(test$chisq, ${rNumber(test.chiSquare)})` },
    { says: "its degrees of freedom", holds: `near(test$df, ${test.df})` },
    { says: "its P", holds: `near(test$p, ${rNumber(test.p)})` },
  );
  const lines = [`test <- log_rank(p${weightOf(id)})`, 'print(test[c("chisq", "df", "p")])'];
  const trend = comparisons?.trend;
  if (trend?.kind !== "tested") return lines;
  checks.push(
    { says: "Z of the trend", holds: `near(z, ${rNumber(trend.z)})` },
    { says: "P of the trend", holds: `near(2 * pnorm(-abs(z)), ${rNumber(trend.p)})` },
  );
  return [
    ...lines,
    rComment(`Trend over ${groups.length} ordered groups.`),
    "a <- seq_len(nlevels(p$group))",
    "z <- sum(a * (test$O - test$E)) / sqrt(drop(a %*% test$V %*% a))",
  ];
}

function weightOf(test: string): string {
  const chosen = survivalTests.find(({ id }) => id === test);
  if (!chosen) throw new RangeError(`no test “${test}”`);
  return chosen.inR === null ? "" : `, function(n, s, m) ${chosen.inR}`;
}

function modelInR(
  { comparisons, confidence, groups }: KaplanMeierResult,
  { surv, extra, strata }: Curved & { strata: boolean },
  checks: Checks,
): string[] {
  const cox = comparisons?.cox;
  if (!cox || groups.length < 2) return [];
  const estimated = cox.ratios.flatMap(({ coefficient }) => (coefficient.kind === "estimated" ? [coefficient] : []));
  if (estimated.length < cox.ratios.length)
    return [rComment("The Cox model has no finite hazard ratio for a group without events: not computed here.")];
  const reference = groups.findIndex(({ level }) => level === cox.referenceLevel);
  checks.push(
    {
      says: "hazard ratios",
      holds: `near(exp(coef(cox)), ${rNumbers(estimated.map(({ hazardRatio }) => hazardRatio))})`,
    },
    { says: "their lower limits", holds: `near(limits[, 1], ${rNumbers(estimated.map(({ lower }) => lower))})` },
    { says: "their upper limits", holds: `near(limits[, 2], ${rNumbers(estimated.map(({ upper }) => upper))})` },
  );
  if (!Number.isNaN(cox.proportionalHazards))
    checks.push({
      says: "proportional hazards",
      holds: `near(cox.zph(cox)$table["GLOBAL", "p"], ${rNumber(cox.proportionalHazards)}, 1e-4)`,
    });
  return [
    `p$compared <- relevel(droplevels(p$group), ref = ${reference + 1})`,
    `cox <- coxph(${surv} ~ compared${strata ? " + strata(stratum)" : ""}, data = p, ties = "efron", control = coxph.control(eps = 1e-10, iter.max = 50)${extra})`,
    `limits <- exp(confint(cox, level = ${confidence.level}))`,
    "print(summary(cox))",
  ];
}

function followUpInR(
  { comparisons, groups, confidence }: KaplanMeierResult,
  surv: string,
  extra: string,
  checks: Checks,
) {
  if (!comparisons) return [];
  const reversed = (right: string) =>
    `printed_median(survfit(${surv} ~ ${right}, data = p, conf.type = "${confidenceTypes[confidence.type]}", conf.int = ${confidence.level}${extra}))`;
  checks.push(...quantileChecks("median follow-up", "followed", [comparisons.medianFollowUp]));
  if (groups.length < 2) return [`followed <- ${reversed("1")}`];
  checks.push(...quantileChecks("median follow-up of each group", "by_group", comparisons.followUp));
  return [`followed <- ${reversed("1")}`, `by_group <- ${reversed("group")}`];
}

function restrictedMeansInR({ restrictedMeans }: KaplanMeierResult, sampled: boolean, checks: Checks): string[] {
  if (!restrictedMeans) return [];
  const { tau, groups } = restrictedMeans;
  checks.push(
    { says: "restricted means", holds: `near(rmst$mean, ${rNumbers(groups.map(({ estimate }) => estimate))})` },
    { says: "their standard errors", holds: `near(rmst$se, ${rNumbers(groups.map(({ stdErr }) => stdErr))})` },
  );
  const lines = [`rmst <- restricted_mean(fit, ${rNumber(tau)})`];
  if (!sampled) return lines;
  return [
    ...lines,
    `moved <- residuals(fit, times = ${rNumber(tau)}, type = "RMST", weighted = TRUE)`,
    "rmst$se <- sqrt(tapply(moved^2, droplevels(p$group), sum))",
  ];
}

/** With sampling weights the log-rank test is the robust score test of a Cox model of the groups with Breslow ties. */
function robustTestInR({ test }: KaplanMeierResult, surv: string, extra: string, checks: Checks): string[] {
  if (test?.kind !== "tested" || !("chiSquare" in test)) return [];
  checks.push(
    { says: "chi-square of the test", holds: `near(test["test"], ${rNumber(test.chiSquare)})` },
    { says: "its degrees of freedom", holds: `near(test["df"], ${test.df})` },
    { says: "its P", holds: `near(test["pvalue"], ${rNumber(test.p)})` },
  );
  return [
    `test <- summary(coxph(${surv} ~ droplevels(group) + strata(stratum), data = p, ties = "breslow"${extra}))$robscore`,
    "print(test)",
  ];
}

const adjustments = { holm: "holm", benjaminiHochberg: "BH", bonferroni: "bonferroni" };

function pairsInR({ test }: Panel, { comparisons, groups, test: whole }: KaplanMeierResult, checks: Checks): string[] {
  if (whole?.kind === "tested" && "robust" in whole) return [];
  const pairs = comparisons?.pairs;
  const tested = pairs?.tests.flatMap(({ levels, result, adjustedP }) =>
    result.kind === "tested" ? [{ levels, p: result.p, adjustedP }] : [],
  );
  if (!pairs || !tested || tested.length < pairs.tests.length || test === "maxCombo") return [];
  const place = (level: string) => groups.findIndex((group) => group.level === level) + 1;
  checks.push(
    { says: "P of the pairs", holds: `near(pair_p, ${rNumbers(tested.map(({ p }) => p))})` },
    {
      says: "P of the pairs, adjusted",
      holds: `near(p.adjust(pair_p, "${adjustments[pairs.adjust]}"), ${rNumbers(tested.map(({ adjustedP }) => adjustedP))})`,
    },
  );
  const list = tested.map(({ levels: [a, b] }) => `c(${place(a)}, ${place(b)})`).join(", ");
  return [
    "pair_p <- sapply(",
    `  list(${list}),`,
    `  function(two) log_rank(droplevels(p[p$group %in% levels(droplevels(p$group))[two], ])${weightOf(test)})$p`,
    ")",
  ];
}
