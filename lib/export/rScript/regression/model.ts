import type { PanelOf } from "../../../board/panelForms/registry";
import { standardErrorOf } from "../../../panels/coefficientInWords";
import type { JointModel, RegressionResult } from "../../../panels/regression/result";
import type { Coefficient, EstimatedCoefficient } from "../../../survival";
import type { PanelColumnInSet } from "../../dataSet/dataSet";
import { type Cells, type Check, check, same, sameWhereKnown } from "../checked";
import { coxControl } from "../kaplanMeier/model";
import type { Places } from "../patientsInR";
import { rText, rTexts } from "../rText";

/** Numbers of any line, by their column. */
export const ofColumn = (column: string): Cells => ({ quantity: /(?:)/, column });

/** A covariate of a model in R, and what its two models found. */
export interface Covariate {
  id: string;
  column: PanelColumnInSet;
  /** "x_age_perUnit", a column of dat. */
  name: string;
  /** In the model of all. */
  kept: boolean;
}

export const modelCall = ({ endpoint: { entry, weightKind }, patient, strata }: Places) => {
  const surv = entry ? "Surv(entry, time, event)" : "Surv(time, event)";
  const weights = patient ? ", cluster = id" : weightKind === "sampling" ? ", weights = weight, robust = TRUE" : "";
  const more = strata === null ? "" : " + strata(stratum)";
  return {
    /** A model of terms that the script says. */
    of: (terms: string[], data: string) =>
      `coxph(${surv} ~ ${terms.join(" + ")}${more}, data = ${data}, ${coxControl}${weights})`,
    /** A model of terms in a variable of R. */
    ofText: (terms: string, data: string) =>
      `coxph(as.formula(paste(${rText(`${surv} ~`)}, ${terms}, ${rText(more)})), data = ${data}, ${coxControl}${weights})`,
  };
};

/** The interactions in the model: their terms on the panel, and as R writes them. */
export const productsOf = (
  { interactions }: PanelOf<"regression">,
  covariates: Covariate[],
): { term: string; name: string }[] =>
  interactions.flatMap(([a, b]) => {
    const [first, second] = [a, b].map((id) => covariates.find((each) => each.id === id && each.kept)?.name);
    return first && second && a !== b ? [{ term: `${a} × ${b}`, name: `${first}:${second}` }] : [];
  });

/** A covariate in the data frame; the reference comes first. */
export const columnInR = (name: string, { name: column, levels }: PanelColumnInSet, reference: string): string =>
  levels === null
    ? `${name} = cohort$${column}`
    : `${name} = relevel(factor(cohort$${column}, levels = ${rTexts(levels)}), ref = ${rText(reference)})`;

/** The model of all against none, how well it fits, and how well it tells patients apart. */
export function jointChecks(
  { p, aic, test, n, events, coefficients, concordance, pProportional }: JointModel,
  { terms }: RegressionResult,
  covariates: Covariate[],
  intervals: boolean,
): Check[] {
  const row = test === "likelihood ratio" ? "logtest" : "waldtest";
  const kept = covariates.filter((each) => each.kept);
  const proportional = kept.map(({ id }) => terms.find((term) => term.id === id)?.pProportional ?? Number.NaN);
  const checks = [
    same("patients with every value", intervals ? "length(unique(complete$id))" : "cox$n", [n], ofColumn("n together")),
    same("their events", "cox$nevent", [events], ofColumn("events together")),
    same("coefficients", "length(coef(cox))", [coefficients], ofColumn("df whole together")),
  ];
  if (!Number.isNaN(p))
    checks.push(same("test of the model", `summary(cox)$${row}[["pvalue"]]`, [p], ofColumn("p whole together")));
  if (!Number.isNaN(aic)) checks.push(same("AIC", "AIC(cox)", [aic], ofColumn("aic")));
  if (!Number.isNaN(pProportional))
    checks.push(
      check(
        "proportional hazards",
        [...proportional, pProportional],
        (values) =>
          `where_known(cox.zph(cox)$table[${rTexts([...kept.map(({ name }) => name), "GLOBAL"])}, "p"], ${values}, 1e-4)`,
        ofColumn("p proportional hazards"),
      ),
    );
  if (concordance)
    checks.push(
      same("Harrell’s C", "harrell$concordance", [concordance.c], ofColumn("c")),
      same("its lower limit", "harrell_limits[1]", [concordance.lower], ofColumn("c lower")),
      same("its upper limit", "harrell_limits[2]", [concordance.upper], ofColumn("c upper")),
    );
  return checks;
}

/** Harrell’s C of the linear predictor, its limits by the normal distribution, within 0 and 1. */
export const concordanceInR = (
  { joint, level }: RegressionResult,
  { endpoint: { weightKind, entry }, strata }: Places,
): string[] =>
  joint?.concordance
    ? [
        `harrell <- concordance(${entry ? "Surv(entry, time, event)" : "Surv(time, event)"} ~ predict(cox, type = "lp", reference = "sample")${strata ? " + strata(stratum)" : ""}, data = complete${weightKind === "sampling" ? ", weights = weight" : ""}, reverse = TRUE)`,
        `harrell_limits <- pmin(1, pmax(0, harrell$concordance + c(-1, 1) * qnorm((1 + ${level}) / 2) * sqrt(harrell$var)))`,
        "print(harrell)",
      ]
    : [];

/** The coefficients of the models of a list, one after the other. */
export function ratioChecks(
  model: "alone" | "together",
  models: string,
  of: EstimatedCoefficient[],
  level: number,
): Check[] {
  const columns: [column: string, inR: string, value: (each: EstimatedCoefficient) => number][] = [
    ["coef", "coef(fit)", (each) => each.coefficient],
    ["se", "sqrt(diag(vcov(fit)))", standardErrorOf],
    ["hr", "exp(coef(fit))", (each) => each.hazardRatio],
    ["lower", `exp(confint(fit, level = ${level})[, 1])`, (each) => each.lower],
    ["upper", `exp(confint(fit, level = ${level})[, 2])`, (each) => each.upper],
    ["p", "wald_p(fit)", (each) => each.p],
  ];
  // R gives robust standard errors also where they rest on too few patients, and no number is shown.
  return columns.map(([column, inR, value]) =>
    sameWhereKnown(
      `${column} ${model}`,
      `unlist(lapply(${models}, function(fit) ${inR}))`,
      of.map(value),
      ofColumn(`${column} ${model}`),
    ),
  );
}

/** The estimates of a model; null where one of its coefficients has none, or it has no coefficient. */
export function estimates(coefficients: (Coefficient | null)[]): EstimatedCoefficient[] | null {
  const given = coefficients.filter((each) => each !== null);
  const found = given.flatMap((each) => (each.kind === "estimated" ? [each] : []));
  return found.length === given.length && found.length > 0 ? found : null;
}
