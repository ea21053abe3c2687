import { daysIn } from "../../../cohort/endpointTime";
import { rateStats } from "../../../panels/kaplanMeier/rates";
import { check, same, sameWhereKnown } from "../checked";
import { wholePatientsInR } from "../patientsInR";
import { rComment } from "../rText";
import { intervalInR, quantileChecks } from "./curves";
import { type Part, placeInR, strataInR, weightsInR } from "./part";

/** Newton steps until nothing changes, so that digits agree. */
export const coxControl = 'ties = "efron", control = coxph.control(eps = 1e-10, iter.max = 50)';

/** The Cox model of the groups, and its test of proportional hazards. */
export function modelInR(part: Part): string[] {
  const { result, surv, intervals, called, checks } = part;
  const cox = result.comparisons?.cox;
  if (!cox || result.groups.length < 2) return [];
  const estimated = cox.ratios.flatMap(({ coefficient }) => (coefficient.kind === "estimated" ? [coefficient] : []));
  if (estimated.length < cox.ratios.length)
    return [rComment("The Cox model has no finite hazard ratio for a group without events: not computed here.")];
  const ratio = /^hazard ratio v /;
  const of = (value: (each: (typeof estimated)[number]) => number) => estimated.map(value);
  checks.push(
    same(
      "hazard ratios",
      "exp(coef(cox))",
      of(({ hazardRatio }) => hazardRatio),
      called(ratio),
    ),
    sameWhereKnown(
      "their lower limits",
      "limits[, 1]",
      of(({ lower }) => lower),
      called(ratio, "lower"),
    ),
    sameWhereKnown(
      "their upper limits",
      "limits[, 2]",
      of(({ upper }) => upper),
      called(ratio, "upper"),
    ),
    sameWhereKnown(
      "their P",
      "wald_p(cox)",
      of(({ p }) => p),
      // At a searched cut it is not shown: it would ignore the search.
      result.cut ? null : called(ratio, "p"),
    ),
  );
  if (!Number.isNaN(cox.proportionalHazards))
    checks.push(
      check(
        "proportional hazards",
        [cox.proportionalHazards],
        (p) => `near(cox.zph(cox)$table["GLOBAL", "p"], ${p}, 1e-4)`,
        called(/^proportional hazards$/, "p"),
      ),
    );
  return [
    `dat$compared <- relevel(dat$group, ref = ${placeInR(result, cox.referenceLevel)})`,
    `cox <- coxph(${surv} ~ compared${strataInR(part)}, data = dat, ${coxControl}${intervals ? ", cluster = id" : weightsInR(part)})`,
    `limits <- exp(confint(cox, level = ${result.confidence.level}))`,
    "print(summary(cox))",
  ];
}

/** Events by person-years, with exact Poisson limits. */
export function ratesInR(part: Part): string[] {
  const { result, called, checks } = part;
  const rates = rateStats(result).flatMap(({ number }) => (number ? [number] : []));
  if (rates.length === 0) return [];
  const of = (quantity: RegExp) => rates.filter((each) => quantity.test(each.quantity));
  const [rate, years] = [/^rate per /, /^person-years$/];
  const column = (name: "value" | "lower" | "upper") => of(rate).map((each) => each[name] ?? Number.NaN);
  const { unit } = result.endpoint;
  const factor = unit === "years" ? "" : ` * ${daysIn[unit]} / ${daysIn.years}`;
  checks.push(
    same(
      "person-years",
      "person_years",
      of(years).map(({ value = Number.NaN }) => value),
      called(years),
    ),
    same("rates", "100 * events_by_group / person_years", column("value"), called(rate)),
    same("their lower limits", "100 * exact[1, ]", column("lower"), called(rate, "lower")),
    same("their upper limits", "100 * exact[2, ]", column("upper"), called(rate, "upper")),
  );
  return [
    `person_years <- as.vector(tapply(dat$time - pmax(dat$entry, 0), dat$group, sum))${factor}`,
    "events_by_group <- as.vector(tapply(dat$event, dat$group, sum))",
    `exact <- mapply(function(d, t) poisson.test(d, t, conf.level = ${result.confidence.level})$conf.int, events_by_group, person_years)`,
  ];
}

/** Median follow-up by the reverse method: of all, and of each group that stays as it is. */
export function followUpInR(part: Part): string[] {
  const { result, entered, intervals, called, checks } = part;
  const { comparisons, confidence } = result;
  if (!comparisons) return [];
  const quantity = /^median follow-up$/;
  const ended = `Surv(${entered ? "time - entry" : "time"}, cause == 0)`;
  const of = result.setting.changes !== null && !intervals ? "unsplit" : intervals ? "whole(dat)" : "dat";
  const reversed = (right: string) =>
    `printed_median(survfit(${ended} ~ ${right}, data = ${of}, ${intervalInR(confidence)}${weightsInR(part)}))`;
  checks.push(...quantileChecks("median follow-up", "followed", [comparisons.medianFollowUp], called, quantity));
  const lines = [...(intervals ? wholePatientsInR : []), `followed <- ${reversed("1")}`];
  if (comparisons.followUp.length < 2) return lines;
  checks.push(
    ...quantileChecks("median follow-up of each group", "followed_by_group", comparisons.followUp, called, quantity),
  );
  return [...lines, `followed_by_group <- ${reversed("group")}`];
}
