import type { PanelOf } from "../../board/panelForms/registry";
import { standardErrorOf } from "../../panels/coefficientInWords";
import type { RegressionResult } from "../../panels/regression/result";
import type { Coefficient, EstimatedCoefficient } from "../../survival";
import type { DataSet, PanelColumnInSet } from "../dataSet/dataSet";
import { type Cells, type Check, check, same } from "./checked";
import { type Block, type Places, patientsInR, placesOf } from "./patientsInR";
import { rText, rTexts } from "./rText";

type Panel = PanelOf<"regression">;

/** The block of one panel: the Cox model of each covariate alone and of all together. */
export function regressionScript(panel: Panel, result: RegressionResult, data: DataSet): Block | string {
  if (panel.selection) return "its covariates come from a search.";
  if (panel.interactions.length > 0) return "it has interactions.";
  const { joint, lines } = result;
  if (!joint || joint.penalized || result.terms.some(({ penalizedAlone }) => penalizedAlone))
    return "its model is a penalized one, or there is none.";
  if (result.notices.some(({ code }) => code === "cox-reference-replaced"))
    return "nobody in its model has the reference asked for.";
  const places = placesOf({ ...panel, group: null }, data);
  if (typeof places === "string") return places;
  if (places.patient && places.endpoint.weightKind === "sampling")
    return "its rows are intervals of patients with weights of a sample.";
  const covariates = panel.terms.map(({ id }) =>
    data.columns.find((each) => each.panel === panel.id && each.id === id),
  );
  const found = covariates.filter((each) => each !== undefined);
  if (found.length < covariates.length) return "a covariate is not in the data set, because it may identify patients.";
  const together = estimates(lines.map((line) => line.together));
  const alone = estimates(lines.map((line) => line.alone));
  if (!together || !alone) return "a hazard ratio of its model is not finite.";
  const wholes = found.flatMap(({ id, name }) => {
    const test = lines.find((line) => line.term === id && line.kind === "head")?.whole?.together;
    return test?.test === "likelihood ratio" ? [{ name: `x_${name}`, p: test.p }] : [];
  });
  const checks: Check[] = [
    same("patients with every value", patientsOfModel(places.patient !== null), [joint.n], ofColumn("n together")),
    same("their events", "cox$nevent", [joint.events], ofColumn("events together")),
    ...ratioChecks("together", "list(cox)", together, result.level),
    ...ratioChecks("alone", "alone", alone, result.level),
    ...(Number.isNaN(joint.aic) ? [] : [same("AIC", "AIC(cox)", [joint.aic])]),
    ...(Number.isNaN(joint.pProportional)
      ? []
      : [
          check(
            "proportional hazards",
            [joint.pProportional],
            (p) => `near(cox.zph(cox)$table["GLOBAL", "p"], ${p}, 1e-4)`,
          ),
        ]),
    ...(wholes.length === 0
      ? []
      : [
          same(
            "likelihood ratio of covariates with several levels",
            "whole",
            wholes.map(({ p }) => p),
            ofColumn("p whole together"),
          ),
        ]),
  ];
  const commands = [
    ...patientsInR({ landmark: null, censorAt: null, unit: places.endpoint.unit }, places, found.map(columnInR)),
    ...modelsInR(
      panel,
      places,
      found,
      wholes.map(({ name }) => name),
    ),
  ];
  return { lines: commands, checks };
}

const patientsOfModel = (intervals: boolean) =>
  intervals ? "length(unique(p$id[setdiff(seq_len(nrow(p)), as.integer(cox$na.action))]))" : "cox$n";

function modelsInR(
  { strata }: Panel,
  { endpoint: { entry, weightKind }, patient }: Places,
  covariates: PanelColumnInSet[],
  wholes: string[],
): string[] {
  const surv = entry ? "Surv(entry, time, event)" : "Surv(time, event)";
  const weights = patient ? ", cluster = id" : weightKind === "sampling" ? ", weights = weight, robust = TRUE" : "";
  const more = strata === null ? "" : " + strata(stratum)";
  const model = (right: string) =>
    `coxph(${right}, data = p, ties = "efron", control = coxph.control(eps = 1e-10, iter.max = 50)${weights})`;
  const names = covariates.map(({ name }) => `x_${name}`);
  return [
    `cox <- ${model(`${surv} ~ ${names.join(" + ")}${more}`)}`,
    "print(summary(cox))",
    "alone <- lapply(",
    `  ${rTexts(names)},`,
    `  function(x) ${model(`as.formula(paste(${rText(`${surv} ~`)}, x, ${rText(more)}))`)}`,
    ")",
    ...(wholes.length === 0
      ? []
      : [
          `whole <- sapply(${rTexts(wholes)}, function(x) {`,
          "  p <- p[!is.na(p[[x]]), ]",
          `  others <- paste(c("1", setdiff(${rTexts(names)}, x)), collapse = " + ")`,
          `  without <- ${model(`as.formula(paste(${rText(`${surv} ~`)}, others, ${rText(more)}))`)}`,
          "  df <- length(coef(cox)) - length(coef(without))",
          "  pchisq(2 * (tail(cox$loglik, 1) - tail(without$loglik, 1)), df, lower.tail = FALSE)",
          "})",
        ]),
  ];
}

/** A covariate in the data frame; levels nobody has are dropped, so that the reference is one that somebody has. */
const columnInR = ({ name, levels, reference }: PanelColumnInSet): string =>
  levels === null
    ? `x_${name} = d$${name}`
    : `x_${name} = relevel(factor(d$${name}, levels = ${rTexts(levels)}), ref = ${rText(reference)})`;

const ofColumn = (column: string): Cells => ({ quantity: /(?:)/, column });

/** The coefficients of the models of a list, one after the other. */
function ratioChecks(model: "alone" | "together", models: string, of: EstimatedCoefficient[], level: number): Check[] {
  const columns: [column: string, inR: string, value: (each: EstimatedCoefficient) => number][] = [
    ["coef", "coef(fit)", (each) => each.coefficient],
    ["se", "sqrt(diag(vcov(fit)))", standardErrorOf],
    ["hr", "exp(coef(fit))", (each) => each.hazardRatio],
    ["lower", `exp(confint(fit, level = ${level})[, 1])`, (each) => each.lower],
    ["upper", `exp(confint(fit, level = ${level})[, 2])`, (each) => each.upper],
    ["p", "wald_p(fit)", (each) => each.p],
  ];
  return columns.map(([column, inR, value]) =>
    same(
      `${column} ${model}`,
      `unlist(lapply(${models}, function(fit) ${inR}))`,
      of.map(value),
      ofColumn(`${column} ${model}`),
    ),
  );
}

/** The coefficients of the lines that have one; null where one has no estimate. */
function estimates(coefficients: (Coefficient | null)[]): EstimatedCoefficient[] | null {
  const given = coefficients.filter((each) => each !== null);
  const found = given.flatMap((each) => (each.kind === "estimated" ? [each] : []));
  return found.length === given.length ? found : null;
}
