import type { PanelOf } from "../../board/panelForms/registry";
import type { CumulativeIncidenceResult, GroupRatio } from "../../panels/cumulativeIncidence/result";
import { incidenceAt } from "../../survival";
import type { DataSet } from "../dataSet/dataSet";
import { type Check, check, same, sameWhereKnown } from "./checked";
import { intervalInR } from "./kaplanMeier/curves";
import { coxControl } from "./kaplanMeier/model";
import { type Block, patientsByGroupInR, patientsInR, placesOf } from "./patientsInR";
import { rNumbers, rText, rTexts } from "./rText";

type Panel = PanelOf<"cumulativeIncidence">;

/**
 * The block of one panel: Aalen–Johansen curves, cause-specific models, and by cmprsk, where it is installed, Gray's
 * test and Fine and Gray's model.
 */
export function cumulativeIncidenceScript(
  panel: Panel,
  result: CumulativeIncidenceResult,
  data: DataSet,
): Block | string {
  const places = placesOf({ ...panel, strata: null, split: null }, data);
  if (typeof places === "string") return places;
  const { endpoint } = places;
  const checks: Check[] = [];
  const entry = endpoint.entry ? "entry, " : "";
  const weights = endpoint.weightKind === "sampling" ? ", weights = weight" : "";
  const intervals = places.patient !== null;
  if (intervals && weights !== "") return "its rows are intervals of patients with weights of a sample.";
  const lines = [
    ...patientsInR({ ...panel, unit: result.endpoint.unit }, places),
    ...curvesInR(result, { surv: `Surv(${entry}time, state)`, weights, intervals }, checks),
    ...result.comparisons.flatMap(({ cause, causeSpecific }) =>
      ratiosInR(
        result,
        causeSpecific,
        cause,
        `Surv(${entry}time, cause == ${cause})`,
        intervals ? ", cluster = id" : weights && `${weights}, robust = TRUE`,
        checks,
      ),
    ),
  ];
  const plain = endpoint.entry === null && weights === "";
  return { lines, checks, further: plain ? byCmprsk(result) : undefined };
}

function curvesInR(
  { groups, shown, causes, atTimes, confidence, endpoint }: CumulativeIncidenceResult,
  { surv, weights, intervals }: { surv: string; weights: string; intervals: boolean },
  checks: Check[],
): string[] {
  const last = Math.max(...groups.map(({ curves: { time } }) => time[time.length - 1] ?? 0));
  const times = [
    ...new Set([...[1, 2, 3, 4, 5, 6].map((step) => (last * step) / 7), ...atTimes.map(({ time }) => time)]),
  ];
  times.sort((a, b) => a - b);
  checks.push(
    same(
      "patients",
      intervals ? patientsByGroupInR : "table(dat$group)",
      groups.map(({ curves }) => curves.n),
      { quantity: /^patients$/, column: "value" },
    ),
    ...causes.map(({ cause, label }) =>
      same(
        `events, ${label}`,
        `tapply(${weights ? "dat$weight * " : ""}(dat$cause == ${cause}), dat$group, sum)`,
        groups.map(({ curves }) => curves.causes.find((each) => each.cause === cause)?.events ?? 0),
        { quantity: /^events$/, column: "value" },
      ),
    ),
  );
  for (const cause of shown) {
    const at = groups.flatMap(({ curves }) => times.map((time) => incidenceAt(curves, cause, time, confidence)));
    const name = causes.find((each) => each.cause === cause)?.label ?? String(cause);
    const of = (says: string, column: string, value: (found: NonNullable<(typeof at)[number]>) => number) =>
      check(
        says,
        at.map((found) => (found ? value(found) : null)),
        (values) => `where_known(at_times$${column}[, match("${cause}", incidence$states)], ${values})`,
        column === "std.err" ? null : { quantity: /^incidence at /, column: column === "pstate" ? "value" : column },
      );
    // Of 0 the limits are exact ones, which R does not give.
    const inside = (limit: "lower" | "upper") => (found: NonNullable<(typeof at)[number]>) =>
      found.incidence > 0 ? found[limit] : Number.NaN;
    checks.push(
      of(`incidence of ${name} at some times`, "pstate", ({ incidence }) => incidence),
      of(`standard error of the incidence of ${name}`, "std.err", ({ stdErr }) => stdErr),
      of(`lower limit of the incidence of ${name}`, "lower", inside("lower")),
      of(`upper limit of the incidence of ${name}`, "upper", inside("upper")),
    );
  }
  return [
    "dat$state <- factor(dat$cause, levels = 0:max(1, dat$cause))",
    ...(intervals ? [] : ["dat$id <- seq_len(nrow(dat))"]),
    `incidence <- survfit(${surv} ~ ${groups.length > 1 ? "group" : "1"}, data = dat, id = id, ${intervalInR(confidence)}${weights})`,
    "print(incidence)",
    `plot(incidence, col = seq_len(${groups.length}), lty = rep(seq_len(max(1, dat$cause)), each = ${groups.length}), main = ${rText(endpoint.label)}, xlab = ${rText(`Time, ${endpoint.unit}`)}, ylab = "Cumulative incidence, a line type a cause")`,
    ...(groups.length > 1
      ? [
          `legend("topleft", legend = ${rTexts(groups.map(({ label }) => label))}, col = seq_len(${groups.length}), lty = 1, bty = "n")`,
        ]
      : []),
    `at_times <- summary(incidence, times = ${rNumbers(times)}, extend = TRUE)`,
  ];
}

function ratiosInR(
  { groups, reference, confidence }: CumulativeIncidenceResult,
  ratios: GroupRatio[] | null,
  cause: number,
  surv: string,
  more: string,
  checks: Check[],
): string[] {
  const estimated = (ratios ?? []).flatMap(({ coefficient }) =>
    coefficient.kind === "estimated" ? [coefficient] : [],
  );
  if (!ratios || ratios.length === 0 || estimated.length < ratios.length || groups.length < 2) return [];
  const name = `cox_${cause}`;
  const limits = `exp(confint(${name}, level = ${confidence.level}))`;
  const of = (column: string) => ({ quantity: /^cause-specific hazard ratio$/, column });
  checks.push(
    same(
      `cause-specific hazard ratios of cause ${cause}`,
      `exp(coef(${name}))`,
      estimated.map(({ hazardRatio }) => hazardRatio),
      of("value"),
    ),
    sameWhereKnown(
      `their lower limits, cause ${cause}`,
      `${limits}[, 1]`,
      estimated.map(({ lower }) => lower),
      of("lower"),
    ),
    sameWhereKnown(
      `their upper limits, cause ${cause}`,
      `${limits}[, 2]`,
      estimated.map(({ upper }) => upper),
      of("upper"),
    ),
    sameWhereKnown(
      `their P, cause ${cause}`,
      `wald_p(${name})`,
      estimated.map(({ p }) => p),
      of("p"),
    ),
  );
  return [
    `dat$compared <- relevel(dat$group, ref = ${reference + 1})`,
    `${name} <- coxph(${surv} ~ compared, data = dat, ${coxControl}${more})`,
  ];
}

/** cmprsk is no part of R, so that the script runs without it. */
function byCmprsk({
  comparisons,
  groups,
  reference,
  confidence: { level },
}: CumulativeIncidenceResult): Block["further"] {
  if (groups.length < 2) return undefined;
  const tested = comparisons.flatMap(({ cause, gray }) => (gray?.kind === "tested" ? [{ cause, gray }] : []));
  const lines = tested.length > 0 ? ["gray <- cmprsk::cuminc(dat$time, dat$cause, dat$group)$Tests"] : [];
  const checks = tested.flatMap(({ cause, gray }) => [
    same(`Gray's test, cause ${cause}`, `gray["${cause}", "stat"]`, [gray.chiSquare], ofGray("value")),
    same(`its P, cause ${cause}`, `gray["${cause}", "pv"]`, [gray.p], ofGray("p")),
  ]);
  for (const { cause, subdistribution } of comparisons) {
    const estimated = (subdistribution ?? []).flatMap(({ coefficient }) =>
      coefficient.kind === "estimated" ? [coefficient] : [],
    );
    if (estimated.length === 0 || estimated.length < (subdistribution ?? []).length) continue;
    const crr = `crr_${cause}`;
    lines.push(
      `dat$compared <- relevel(dat$group, ref = ${reference + 1})`,
      `${crr} <- cmprsk::crr(dat$time, dat$cause, model.matrix(~ compared, dat)[, -1, drop = FALSE], failcode = ${cause}, gtol = 1e-10)`,
    );
    const of = (says: string, column: string, answer: string, value: (each: (typeof estimated)[number]) => number) =>
      check(`${says}, cause ${cause}`, estimated.map(value), (values) => `where_known(${answer}, ${values}, 1e-4)`, {
        quantity: /^subdistribution hazard ratio$/,
        column,
      });
    const limit = (sign: "-" | "+") => `exp(${crr}$coef ${sign} qnorm((1 + ${level}) / 2) * sqrt(diag(${crr}$var)))`;
    checks.push(
      of("subdistribution hazard ratios", "value", `exp(${crr}$coef)`, ({ hazardRatio }) => hazardRatio),
      of("their lower limits", "lower", limit("-"), ({ lower }) => lower),
      of("their upper limits", "upper", limit("+"), ({ upper }) => upper),
      of("their P", "p", `2 * pnorm(-abs(${crr}$coef) / sqrt(diag(${crr}$var)))`, ({ p }) => p),
    );
  }
  return checks.length === 0 ? undefined : { needs: "cmprsk", lines, checks };
}

const ofGray = (column: string) => ({ quantity: /^Gray chi-square$/, column });
