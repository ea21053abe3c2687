import type { PanelOf } from "../../board/panelForms/registry";
import type { KaplanMeierResult } from "../../panels/kaplanMeier/result";
import { atRiskTable, type Quantile, survivalAt, survivalTests } from "../../survival";
import type { DataSet } from "../dataSet/dataSet";
import { type Cells, type Check, check, same } from "./checked";
import { type Block, patientsByGroupInR, patientsInR, placesOf, wholePatientsInR } from "./patientsInR";
import { rComment, rNumber, rNumbers } from "./rText";

type Panel = PanelOf<"kaplanMeier">;

/** What R calls the scales of intervals. */
export const confidenceTypes: Record<KaplanMeierResult["confidence"]["type"], string> = {
  "log-log": "log-log",
  log: "log",
  plain: "plain",
  logit: "logit",
  arcsine: "arcsin",
};

/** The block of one panel: its patients, curves, tests and models, and at its end what they must agree with. */
export function kaplanMeierScript(panel: Panel, result: KaplanMeierResult, data: DataSet): Block | string {
  if (panel.changes || result.setting.changes !== null) return "its groups change over time.";
  if (panel.cut) return "its groups come from a searched cut.";
  const places = placesOf(panel, data);
  if (typeof places === "string") return places;
  const { endpoint, strata } = places;
  const sampled = endpoint.weightKind === "sampling";
  const intervals = places.patient !== null;
  if (intervals && sampled) return "its rows are intervals of patients with weights of a sample.";
  const surv = endpoint.entry ? "Surv(entry, time, event)" : "Surv(time, event)";
  // Of rows that enter late R asks whose they are before it gives a robust variance.
  const whose = endpoint.entry ? ", id = seq_len(nrow(p))" : "";
  const extra = sampled ? `, weights = weight, robust = TRUE${whose}` : "";
  const checks: Check[] = [];
  const lines = [
    ...patientsInR({ ...panel, unit: result.endpoint.unit }, places),
    ...curvesInR(result, { surv, extra, sampled, intervals }, checks),
    ...(sampled ? robustTestInR(result, surv, extra, checks) : testInR(panel, result, checks)),
    ...modelInR(result, { surv, extra: intervals ? ", cluster = id" : extra, strata: strata !== null }, checks),
    ...followUpInR(
      result,
      surv.replace("entry, time, event", "time - entry, event").replace("event", "cause == 0"),
      extra,
      intervals,
      checks,
    ),
    ...differencesInR(result, checks),
    ...restrictedMeansInR(result, sampled, checks),
    ...pairsInR(panel, result, checks),
  ];
  return { lines, checks };
}

interface Curved {
  surv: string;
  extra: string;
  sampled?: boolean;
  intervals?: boolean;
}

function curvesInR(result: KaplanMeierResult, { surv, extra, sampled, intervals }: Curved, checks: Check[]): string[] {
  const { groups, confidence, atTimes } = result;
  const right = groups.length > 1 ? "group" : "1";
  const last = Math.max(...groups.map(({ curve }) => curve.time[curve.time.length - 1] ?? 0));
  const times = [
    ...new Set([...[1, 2, 3, 4, 5, 6].map((step) => (last * step) / 7), ...atTimes.map(({ time }) => time)]),
  ].sort((a, b) => a - b);
  const at = groups.flatMap(({ curve }) => times.map((time) => survivalAt(curve, time, confidence)));
  const risk = groups.flatMap(({ curve }) => [...atRiskTable(curve, times).nRisk]);
  // While nobody has had the event R has no limits, or 1.
  const known = (
    says: string,
    answer: string,
    value: (found: NonNullable<(typeof at)[number]>) => number,
    cells: Cells | null = null,
  ) =>
    check(
      says,
      at.map((found) => (found ? value(found) : null)),
      (values) => `where_known(${answer}, ${values})`,
      cells,
    );
  const survival = /^survival at [^ ]+$/;
  checks.push(
    same(
      "patients",
      intervals ? patientsByGroupInR : "table(droplevels(p$group))",
      groups.map(({ curve }) => curve.n),
      shownAs(/^patients$/),
    ),
    same(
      "events",
      "tapply(p$event, droplevels(p$group), sum)",
      groups.map(({ events }) => events),
      shownAs(/^events$/),
    ),
    ...(sampled ? sampleChecks(groups) : []),
    ...quantileChecks(
      "median",
      "q",
      groups.map(({ median }) => median),
      /^median$/,
      sampled,
    ),
    known("survival at some times", "s$surv", (found) => found.survival, shownAs(survival)),
    known("its standard error", "s$std.err", ({ stdErr }) => stdErr),
    known(
      "its lower limit",
      "s$lower",
      (of) => (of.survival === 1 ? Number.NaN : of.lower),
      shownAs(survival, "lower"),
    ),
    known(
      "its upper limit",
      "s$upper",
      (of) => (of.survival === 1 ? Number.NaN : of.upper),
      shownAs(survival, "upper"),
    ),
    same("numbers at risk", "at_risk", risk),
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

/** What the weights of a sample make of patients and events. */
function sampleChecks(groups: KaplanMeierResult["groups"]): Check[] {
  const of = (quantity: string, answer: string, value: (sample: Sample) => number) =>
    same(
      quantity,
      answer,
      groups.map(({ sample }) => (sample ? value(sample) : null)),
      shownAs(new RegExp(`^${quantity}$`)),
    );
  return [
    of(
      "effective n",
      "tapply(p$weight, droplevels(p$group), function(w) sum(w)^2 / sum(w^2))",
      (each) => each.effective,
    ),
    of("sum of weights", "tapply(p$weight, droplevels(p$group), sum)", ({ n }) => n),
    of("sum of the weights of events", "tapply(p$weight * p$event, droplevels(p$group), sum)", ({ events }) => events),
  ];
}

type Sample = NonNullable<KaplanMeierResult["groups"][number]["sample"]>;

/** Counted one by one: with delayed entry n.risk of `summary(fit, times)` is that of the next time of the curve. */
const atRiskInR = (late: boolean, sampled: boolean): string[] => [
  "at_risk <- unlist(lapply(levels(droplevels(p$group)), function(g) sapply(times, function(t)",
  `  sum(${sampled ? "p$weight * " : ""}(p$group == g & ${late ? "p$entry < t & " : ""}p$time >= t)))))`,
];

/** With sampling weights R has limits also where the standard error is 0, as of a group of one; there we give none. */
function quantileChecks(says: string, name: string, quantiles: Quantile[], quantity: RegExp, sampled = false): Check[] {
  const of = (column: string, answer: string, value: (quantile: Quantile) => number | null) =>
    check(
      column === "value" ? says : `${says}, ${column} limit`,
      quantiles.map(value),
      (values) => `${sampled && column !== "value" ? "where_known" : "near"}(${answer}, ${values})`,
      shownAs(quantity, column),
    );
  return [
    of("value", `${name}$quantile`, (each) => (each.kind === "reached" ? each.time : null)),
    of("lower", `${name}$lower`, ({ lower }) => lower),
    of("upper", `${name}$upper`, (each) => ("upper" in each ? (each.upper ?? null) : null)),
  ];
}

const shownAs = (quantity: RegExp, column = "value"): Cells => ({ quantity, column });
const ofTest = (column: string) => shownAs(/ chi-square$/, column);

function testInR({ test: id }: Panel, { test, comparisons, groups }: KaplanMeierResult, checks: Check[]): string[] {
  if (test?.kind !== "tested") return [];
  if (!("chiSquare" in test))
    return [rComment("The MaxCombo test is not computed here: R has it in packages of its own.")];
  checks.push(
    same("chi-square of the test", "test$chisq", [test.chiSquare], ofTest("value")),
    same("its degrees of freedom", "test$df", [test.df], ofTest("df")),
    same("its P", "test$p", [test.p], ofTest("p")),
  );
  const lines = [`test <- log_rank(p${weightOf(id)})`, 'print(test[c("chisq", "df", "p")])'];
  const trend = comparisons?.trend;
  if (trend?.kind !== "tested") return lines;
  checks.push(
    same("Z of the trend", "z", [trend.z], shownAs(/^trend z$/)),
    same("P of the trend", "2 * pnorm(-abs(z))", [trend.p], shownAs(/^trend z$/, "p")),
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

const ofRatio = (column: string) => shownAs(/^hazard ratio v /, column);

function modelInR(
  { comparisons, confidence, groups }: KaplanMeierResult,
  { surv, extra, strata }: Curved & { strata: boolean },
  checks: Check[],
): string[] {
  const cox = comparisons?.cox;
  if (!cox || groups.length < 2) return [];
  const estimated = cox.ratios.flatMap(({ coefficient }) => (coefficient.kind === "estimated" ? [coefficient] : []));
  if (estimated.length < cox.ratios.length)
    return [rComment("The Cox model has no finite hazard ratio for a group without events: not computed here.")];
  const reference = groups.findIndex(({ level }) => level === cox.referenceLevel);
  checks.push(
    same(
      "hazard ratios",
      "exp(coef(cox))",
      estimated.map(({ hazardRatio }) => hazardRatio),
      ofRatio("value"),
    ),
    same(
      "their lower limits",
      "limits[, 1]",
      estimated.map(({ lower }) => lower),
      ofRatio("lower"),
    ),
    same(
      "their upper limits",
      "limits[, 2]",
      estimated.map(({ upper }) => upper),
      ofRatio("upper"),
    ),
    same(
      "their P",
      "wald_p(cox)",
      estimated.map(({ p }) => p),
      ofRatio("p"),
    ),
  );
  if (!Number.isNaN(cox.proportionalHazards))
    checks.push(
      check(
        "proportional hazards",
        [cox.proportionalHazards],
        (p) => `near(cox.zph(cox)$table["GLOBAL", "p"], ${p}, 1e-4)`,
        shownAs(/^proportional hazards$/, "p"),
      ),
    );
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
  intervals: boolean,
  checks: Check[],
) {
  if (!comparisons) return [];
  const of = intervals ? "whole(p)" : "p";
  const put = intervals ? wholePatientsInR : [];
  const reversed = (right: string) =>
    `printed_median(survfit(${surv} ~ ${right}, data = ${of}, conf.type = "${confidenceTypes[confidence.type]}", conf.int = ${confidence.level}${extra}))`;
  checks.push(...quantileChecks("median follow-up", "followed", [comparisons.medianFollowUp], /^median follow-up$/));
  if (groups.length < 2) return [...put, `followed <- ${reversed("1")}`];
  checks.push(
    ...quantileChecks("median follow-up of each group", "by_group", comparisons.followUp, /^median follow-up$/),
  );
  return [...put, `followed <- ${reversed("1")}`, `by_group <- ${reversed("group")}`];
}

/** At each milestone the groups against the reference; where survival of one is 0 or 1 its limits are not R's. */
function differencesInR({ atTimes, reference }: KaplanMeierResult, checks: Check[]): string[] {
  const inside = ({ survival }: { survival: number }) => survival > 0 && survival < 1;
  return atTimes.flatMap(({ time, groups, differences }, at) => {
    if (differences.every((each) => each === null)) return [];
    const name = `at_${at + 1}`;
    const base = groups[reference];
    const known = (column: string, answer: string, value: (of: NonNullable<(typeof differences)[number]>) => number) =>
      check(
        `difference at ${rNumber(time)}, ${column}`,
        differences.map((each, place) => {
          const own = groups[place];
          const asIs = column === "value" || (own && base && inside(own) && inside(base));
          return each && asIs ? value(each) : null;
        }),
        (values) => `where_known(${name}$${answer}, ${values})`,
        shownAs(/^difference at [^ ]+ v /, column),
      );
    checks.push(
      known("value", "difference", ({ estimate }) => estimate),
      known("lower", "lower", ({ lower }) => lower),
      known("upper", "upper", ({ upper }) => upper),
      known("p", "p", ({ p }) => p),
    );
    return [`${name} <- compared_at(fit, ${rNumber(time)}, ${reference + 1})`];
  });
}

function restrictedMeansInR(
  { restrictedMeans, reference, confidence }: KaplanMeierResult,
  sampled: boolean,
  checks: Check[],
): string[] {
  if (!restrictedMeans) return [];
  const { tau, groups, contrasts } = restrictedMeans;
  // Where nobody had the event the limits are exact ones, which R does not give.
  const known = groups.map(({ events, stdErr }) => events > 0 && stdErr > 0);
  const limit = (column: "lower" | "upper") =>
    check(
      `their ${column} limits`,
      groups.map((each, place) => (known[place] ? each[column] : null)),
      (values) => `where_known(rmst$${column}, ${values})`,
      shownAs(/^restricted mean up to /, column),
    );
  checks.push(
    same(
      "restricted means",
      "rmst$mean",
      groups.map(({ estimate }) => estimate),
      shownAs(/^restricted mean up to /),
    ),
    same(
      "their standard errors",
      "rmst$se",
      groups.map(({ stdErr }) => stdErr),
    ),
    limit("lower"),
    limit("upper"),
  );
  type Shown = NonNullable<(typeof contrasts)[number]>;
  const between = (what: "difference" | "ratio", column: string, answer: string, value: (of: Shown) => number) =>
    check(
      `${what} of restricted means, ${column}`,
      contrasts.map((each, place) =>
        each && each.tau === tau && known[place] && known[reference] ? value(each) : null,
      ),
      (values) => `where_known(rmst$${answer}, ${values})`,
      shownAs(new RegExp(`^${what} of restricted means up to `), column),
    );
  if (contrasts.some((each) => each?.tau === tau))
    checks.push(
      between("difference", "value", "difference", ({ difference }) => difference.estimate),
      between("difference", "lower", "difference_lower", ({ difference }) => difference.lower),
      between("difference", "upper", "difference_upper", ({ difference }) => difference.upper),
      between("difference", "p", "p", ({ difference }) => difference.p),
      between("ratio", "value", "ratio", ({ ratio }) => ratio.estimate),
      between("ratio", "lower", "ratio_lower", ({ ratio }) => ratio.lower),
      between("ratio", "upper", "ratio_upper", ({ ratio }) => ratio.upper),
    );
  const end = rNumber(tau);
  return [
    `rmst <- restricted_mean(fit, ${end})`,
    ...(sampled
      ? [
          `moved <- residuals(fit, times = ${end}, type = "RMST", weighted = TRUE)`,
          "rmst$se <- sqrt(tapply(moved^2, droplevels(p$group), sum))",
        ]
      : []),
    `rmst <- compared_means(rmst, ${end}, ${confidence.level}, ${reference + 1})`,
  ];
}

/** With sampling weights the log-rank test is the robust score test of a Cox model of the groups with Breslow ties. */
function robustTestInR({ test }: KaplanMeierResult, surv: string, extra: string, checks: Check[]): string[] {
  if (test?.kind !== "tested" || !("chiSquare" in test)) return [];
  checks.push(
    same("chi-square of the test", 'test["test"]', [test.chiSquare], ofTest("value")),
    same("its degrees of freedom", 'test["df"]', [test.df], ofTest("df")),
    same("its P", 'test["pvalue"]', [test.p], ofTest("p")),
  );
  return [
    `test <- summary(coxph(${surv} ~ droplevels(group) + strata(stratum), data = p, ties = "breslow"${extra}))$robscore`,
    "print(test)",
  ];
}

const adjustments = { holm: "holm", benjaminiHochberg: "BH", bonferroni: "bonferroni" };

function pairsInR({ test }: Panel, { comparisons, groups, test: whole }: KaplanMeierResult, checks: Check[]): string[] {
  if (whole?.kind === "tested" && "robust" in whole) return [];
  const pairs = comparisons?.pairs;
  const tested = pairs?.tests.flatMap(({ levels, result, adjustedP }) =>
    result.kind === "tested" ? [{ levels, p: result.p, adjustedP }] : [],
  );
  if (!pairs || !tested || tested.length < pairs.tests.length || test === "maxCombo") return [];
  const place = (level: string) => groups.findIndex((group) => group.level === level) + 1;
  checks.push(
    same(
      "P of the pairs",
      "pair_p",
      tested.map(({ p }) => p),
      shownAs(/^pair v (?!.*, adjusted$)/, "p"),
    ),
    same(
      "P of the pairs, adjusted",
      `p.adjust(pair_p, "${adjustments[pairs.adjust]}")`,
      tested.map(({ adjustedP }) => adjustedP),
      shownAs(/^pair v .*, adjusted$/, "p"),
    ),
  );
  const list = tested.map(({ levels: [a, b] }) => `c(${place(a)}, ${place(b)})`).join(", ");
  return [
    "pair_p <- sapply(",
    `  list(${list}),`,
    `  function(two) log_rank(droplevels(p[p$group %in% levels(droplevels(p$group))[two], ])${weightOf(test)})$p`,
    ")",
  ];
}
