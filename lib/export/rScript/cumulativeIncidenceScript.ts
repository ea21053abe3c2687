import type { PanelOf } from "../../board/panelForms/registry";
import type { CumulativeIncidenceResult, GroupRatio } from "../../panels/cumulativeIncidence/result";
import { incidenceAt } from "../../survival";
import type { DataSet } from "../dataSet/dataSet";
import { type Checks, closedBy, patientsInR, placesOf } from "./patientsInR";
import { rComment, rNumber, rNumbers } from "./rText";

type Panel = PanelOf<"cumulativeIncidence">;

/** The block of one panel: Aalen–Johansen curves, cause-specific models, and by cmprsk, where it is installed, Gray's test and Fine and Gray's model. */
export function cumulativeIncidenceScript(
  panel: Panel,
  result: CumulativeIncidenceResult,
  data: DataSet,
): string[] | string {
  const places = placesOf({ ...panel, strata: null }, data);
  if (typeof places === "string") return places;
  const { endpoint } = places;
  const checks: Checks = [];
  const entry = endpoint.entry ? "entry, " : "";
  const weights = endpoint.weightKind === "sampling" ? ", weights = weight" : "";
  const lines = [
    ...patientsInR(panel, places),
    ...curvesInR(result, { surv: `Surv(${entry}time, state)`, weights }, checks),
    ...result.comparisons.flatMap(({ cause, causeSpecific }) =>
      ratiosInR(result, causeSpecific, cause, `Surv(${entry}time, cause == ${cause})`, weights, checks),
    ),
  ];
  const plain = endpoint.entry === null && weights === "";
  return [...lines, ...closedBy(checks), ...(plain ? byCmprsk(result) : [])];
}

function curvesInR(
  { groups, shown, causes, atTimes }: CumulativeIncidenceResult,
  { surv, weights }: { surv: string; weights: string },
  checks: Checks,
): string[] {
  const last = Math.max(...groups.map(({ curves: { time } }) => time[time.length - 1] ?? 0));
  const times = [
    ...new Set([...[1, 2, 3, 4, 5, 6].map((step) => (last * step) / 7), ...atTimes.map(({ time }) => time)]),
  ];
  times.sort((a, b) => a - b);
  checks.push({
    says: "patients",
    holds: `near(table(droplevels(p$group)), ${rNumbers(groups.map(({ curves }) => curves.n))})`,
  });
  for (const cause of shown) {
    const at = groups.flatMap(({ curves }) => times.map((time) => incidenceAt(curves, cause, time)));
    const name = causes.find((each) => each.cause === cause)?.label ?? String(cause);
    const of = (column: string, value: (found: NonNullable<(typeof at)[number]>) => number) =>
      `where_known(s$${column}[, match("${cause}", fit$states)], ${rNumbers(at.map((found) => (found ? value(found) : null)))})`;
    checks.push(
      { says: `incidence of ${name} at some times`, holds: of("pstate", ({ incidence }) => incidence) },
      { says: `standard error of the incidence of ${name}`, holds: of("std.err", ({ stdErr }) => stdErr) },
    );
  }
  return [
    "p$state <- factor(p$cause, levels = 0:max(1, p$cause))",
    "p$id <- seq_len(nrow(p))",
    `fit <- survfit(${surv} ~ ${groups.length > 1 ? "group" : "1"}, data = p, id = id${weights})`,
    "print(fit)",
    `s <- summary(fit, times = ${rNumbers(times)}, extend = TRUE)`,
  ];
}

function ratiosInR(
  { groups, reference, confidence }: CumulativeIncidenceResult,
  ratios: GroupRatio[] | null,
  cause: number,
  surv: string,
  weights: string,
  checks: Checks,
): string[] {
  const estimated = (ratios ?? []).flatMap(({ coefficient }) =>
    coefficient.kind === "estimated" ? [coefficient] : [],
  );
  if (!ratios || ratios.length === 0 || estimated.length < ratios.length || groups.length < 2) return [];
  const name = `cox_${cause}`;
  checks.push(
    {
      says: `cause-specific hazard ratios of cause ${cause}`,
      holds: `near(exp(coef(${name})), ${rNumbers(estimated.map(({ hazardRatio }) => hazardRatio))})`,
    },
    {
      says: `their lower limits, cause ${cause}`,
      holds: `near(exp(confint(${name}, level = ${confidence.level}))[, 1], ${rNumbers(estimated.map(({ lower }) => lower))})`,
    },
  );
  return [
    `p$compared <- relevel(droplevels(p$group), ref = ${reference + 1})`,
    `${name} <- coxph(${surv} ~ compared, data = p, ties = "efron", control = coxph.control(eps = 1e-10, iter.max = 50)${weights}${weights ? ", robust = TRUE" : ""})`,
  ];
}

/** cmprsk is no part of R, so that the script runs without it. */
function byCmprsk({ comparisons, groups }: CumulativeIncidenceResult): string[] {
  if (groups.length < 2) return [];
  const lines = comparisons.flatMap(({ cause, gray }) =>
    gray?.kind === "tested"
      ? [
          `    gray["${cause}", "stat"], ${rNumber(gray.chiSquare)}`,
          `    gray["${cause}", "pv"], ${rNumber(gray.p)}`,
        ].map((pair) => `near(${pair.trim()})`)
      : [],
  );
  if (lines.length === 0) return [];
  return [
    rComment("Gray's test, where the package cmprsk is installed."),
    'if (requireNamespace("cmprsk", quietly = TRUE)) {',
    "  gray <- cmprsk::cuminc(p$time, p$cause, droplevels(p$group))$Tests",
    "  stopifnot(",
    lines.map((line) => `    ${line}`).join(",\n"),
    "  )",
    "}",
  ];
}
