import type { KaplanMeierResult } from "../../../panels/kaplanMeier/result";
import { atRiskTable, type Quantile, survivalAt } from "../../../survival";
import { type Check, check, same } from "../checked";
import { patientsByGroupInR } from "../patientsInR";
import { rNumber, rNumbers } from "../rText";
import { type Called, type Part, weightsInR } from "./part";

/** What R calls the scales of intervals. */
export const confidenceTypes: Record<KaplanMeierResult["confidence"]["type"], string> = {
  "log-log": "log-log",
  log: "log",
  plain: "plain",
  logit: "logit",
  arcsine: "arcsin",
};

/** How intervals of curves are had. */
export const intervalInR = ({ type, level }: KaplanMeierResult["confidence"]): string =>
  `conf.type = "${confidenceTypes[type]}", conf.int = ${level}`;

/** The curves, their medians, and survival and numbers at risk at times spread over the follow-up. */
export function curvesInR(part: Part): string[] {
  const { result, surv, late, sampled, intervals, called, checks } = part;
  const { groups, confidence, atTimes } = result;
  const last = Math.max(...groups.map(({ curve }) => curve.time[curve.time.length - 1] ?? 0));
  const times = [
    ...new Set([...[1, 2, 3, 4, 5, 6].map((step) => (last * step) / 7), ...atTimes.map(({ time }) => time)]),
  ].sort((a, b) => a - b);
  const risk = groups.flatMap(({ curve }) => [...atRiskTable(curve, times).nRisk]);
  checks.push(
    same(
      "patients",
      intervals ? patientsByGroupInR : "table(dat$group)",
      groups.map(({ curve }) => curve.n),
      called(/^patients$/),
    ),
    same(
      "events",
      "tapply(dat$event, dat$group, sum)",
      groups.map(({ events }) => events),
      called(/^events$/),
    ),
    ...(sampled ? sampleChecks(groups, called) : []),
    ...quantileChecks(
      "median",
      "medians",
      groups.map(({ median }) => median),
      called,
      /^median$/,
      sampled,
    ),
    ...survivalChecks(part, times),
    same("numbers at risk", "at_risk", risk),
  );
  return [
    `km <- survfit(${surv} ~ ${groups.length > 1 ? "group" : "1"}, data = dat, ${intervalInR(confidence)}${weightsInR(part)})`,
    "print(km)",
    "medians <- printed_median(km)",
    `times <- ${rNumbers(times)}`,
    "at_times <- summary(km, times = times, extend = TRUE)",
    ...atRiskInR(late, sampled),
  ];
}

function survivalChecks({ result, late, called }: Part, times: number[]): Check[] {
  const { groups, confidence } = result;
  const at = groups.flatMap(({ curve }) => times.map((time) => survivalAt(curve, time, confidence)));
  type Found = NonNullable<(typeof at)[number]>;
  // While nobody has had the event R has no limits, or 1.
  const known = (says: string, answer: string, value: (found: Found) => number, column: string | null = null) =>
    check(
      says,
      at.map((found) => (found ? value(found) : null)),
      (values) => `where_known(${answer}, ${values})`,
      column === null ? null : called(/^survival at [^ ]+$/, column),
    );
  const below1 = (limit: "lower" | "upper") => (of: Found) => (of.survival === 1 ? Number.NaN : of[limit]);
  const of1 = (limit: "lower" | "upper") => (of: Found) => (of.survival === 1 ? of[limit] : Number.NaN);
  return [
    known("survival at some times", "at_times$surv", (found) => found.survival, "value"),
    known("its standard error", "at_times$std.err", ({ stdErr }) => stdErr),
    known("its lower limit", "at_times$lower", below1("lower"), "lower"),
    known("its upper limit", "at_times$upper", below1("upper"), "upper"),
    // With late entries the fewest at risk since the first of them decide, which is not computed again.
    ...(late
      ? []
      : [
          known(
            "its exact lower limits before the first event",
            `${rNumber((1 - confidence.level) / 2)}^(1 / at_risk)`,
            of1("lower"),
            "lower",
          ),
          known("their upper limits", "rep(1, length(at_risk))", of1("upper"), "upper"),
        ]),
  ];
}

/** What the weights of a sample make of patients and events. */
function sampleChecks(groups: KaplanMeierResult["groups"], called: Called): Check[] {
  type Sample = NonNullable<KaplanMeierResult["groups"][number]["sample"]>;
  const of = (quantity: string, answer: string, value: (sample: Sample) => number) =>
    same(
      quantity,
      answer,
      groups.map(({ sample }) => (sample ? value(sample) : null)),
      called(new RegExp(`^${quantity}$`)),
    );
  return [
    of("effective n", "tapply(dat$weight, dat$group, function(w) sum(w)^2 / sum(w^2))", (each) => each.effective),
    of("sum of weights", "tapply(dat$weight, dat$group, sum)", ({ n }) => n),
    of("sum of the weights of events", "tapply(dat$weight * dat$event, dat$group, sum)", ({ events }) => events),
  ];
}

/** Counted one by one: with delayed entry n.risk of `summary(km, times)` is that of the next time of the curve. */
const atRiskInR = (late: boolean, sampled: boolean): string[] => [
  "at_risk <- unlist(lapply(levels(dat$group), function(g) sapply(times, function(t)",
  `  sum(${sampled ? "dat$weight * " : ""}(dat$group == g & ${late ? "dat$entry < t & " : ""}dat$time >= t)))))`,
];

/** With sampling weights R has limits also where the standard error is 0, as of a group of one; there we give none. */
export function quantileChecks(
  says: string,
  name: string,
  quantiles: Quantile[],
  called: Called,
  quantity: RegExp,
  sampled = false,
): Check[] {
  const of = (column: string, answer: string, value: (quantile: Quantile) => number | null) =>
    check(
      column === "value" ? says : `${says}, ${column} limit`,
      quantiles.map(value),
      (values) => `${sampled && column !== "value" ? "where_known" : "near"}(${answer}, ${values})`,
      called(quantity, column),
    );
  return [
    of("value", `${name}$quantile`, (each) => (each.kind === "reached" ? each.time : null)),
    of("lower", `${name}$lower`, ({ lower }) => lower),
    of("upper", `${name}$upper`, (each) => ("upper" in each ? (each.upper ?? null) : null)),
  ];
}
