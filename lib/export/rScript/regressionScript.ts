import type { PanelOf } from "../../board/panelForms/registry";
import { standardErrorOf } from "../../panels/coefficientInWords";
import type { RegressionLine, RegressionResult, WholeTest } from "../../panels/regression/result";
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
  const wholes = found.flatMap(({ id, name }, place) => {
    const whole = lines.find((line) => line.term === id && line.kind === "head")?.whole;
    return whole ? [{ name: `x_${name}`, place, ...whole }] : [];
  });
  const counts = countsInR(panel, result, found, places.patient !== null);
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
    ...counts.checks,
    ...wholeChecks(wholes),
  ];
  const commands = [
    ...patientsInR({ landmark: null, censorAt: null, unit: places.endpoint.unit }, places, found.map(columnInR)),
    ...modelsInR(panel, places, found, wholes),
    ...counts.lines,
  ];
  return { lines: commands, checks };
}

const patientsOfModel = (intervals: boolean) =>
  intervals ? "length(unique(p$id[setdiff(seq_len(nrow(p)), as.integer(cox$na.action))]))" : "cox$n";

function modelsInR(
  { strata }: Panel,
  { endpoint: { entry, weightKind }, patient }: Places,
  covariates: PanelColumnInSet[],
  wholes: Whole[],
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
    ...wholesInR(wholes, names, (right) => model(`as.formula(paste(${rText(`${surv} ~`)}, ${right}, ${rText(more)}))`)),
  ];
}

/** A covariate in the data frame; levels nobody has are dropped, so that the reference is one that somebody has. */
const columnInR = ({ name, levels, reference }: PanelColumnInSet): string =>
  levels === null
    ? `x_${name} = d$${name}`
    : `x_${name} = relevel(factor(d$${name}, levels = ${rTexts(levels)}), ref = ${rText(reference)})`;

/** A covariate of several coefficients, and its tests in the two models. */
type Whole = { name: string; place: number } & NonNullable<RegressionLine["whole"]>;

const isRatio = (test: WholeTest | null) => test?.test === "likelihood ratio";

/** P of covariates as a whole: by the likelihood ratio of the model without them, or by robust Wald. */
function wholesInR(wholes: Whole[], names: string[], model: (right: string) => string): string[] {
  const [together, alone] = [wholes.filter((each) => each.together), wholes.filter((each) => each.alone)];
  const ratio = together.some((each) => isRatio(each.together));
  return [
    ...(together.length === 0
      ? []
      : [
          `whole <- sapply(${rTexts(together.map(({ name }) => name))}, function(x) {`,
          ...(ratio
            ? [
                "  p <- p[!is.na(p[[x]]), ]",
                `  others <- paste(c("1", setdiff(${rTexts(names)}, x)), collapse = " + ")`,
                `  without <- ${model("others")}`,
                "  df <- length(coef(cox)) - length(coef(without))",
                "  c(pchisq(2 * (tail(cox$loglik, 1) - tail(without$loglik, 1)), df, lower.tail = FALSE), df)",
              ]
            : ["  c(wald_whole(cox, cox$assign[[x]]), length(cox$assign[[x]]))"]),
          "})",
        ]),
    ...(alone.length === 0
      ? []
      : [
          `whole_alone <- sapply(alone[c(${alone.map(({ place }) => place + 1).join(", ")})], function(fit)`,
          alone.some((each) => isRatio(each.alone))
            ? "  c(pchisq(2 * diff(fit$loglik), length(coef(fit)), lower.tail = FALSE), length(coef(fit))))"
            : "  c(wald_whole(fit), length(coef(fit))))",
        ]),
  ];
}

function wholeChecks(wholes: Whole[]): Check[] {
  const of = (model: "alone" | "together", name: string) => {
    const tests = wholes.flatMap((each) => each[model] ?? []);
    if (tests.length === 0) return [];
    const how = isRatio(tests[0] ?? null) ? "likelihood ratio" : "robust Wald test";
    return [
      same(
        `${how} of covariates with several levels, ${model}`,
        `${name}[1, ]`,
        tests.map(({ p }) => p),
        ofColumn(`p whole ${model}`),
      ),
      same(
        `its degrees of freedom, ${model}`,
        `${name}[2, ]`,
        tests.map(({ df }) => df),
        ofColumn(`df whole ${model}`),
      ),
    ];
  };
  return [...of("together", "whole"), ...of("alone", "whole_alone")];
}

/** Patients and events of each line: of a level, beyond a cut, or with a value. */
function countsInR(
  { terms }: Panel,
  { lines }: RegressionResult,
  covariates: PanelColumnInSet[],
  intervals: boolean,
): { lines: string[]; checks: Check[] } {
  const asked = lines.flatMap((line) => {
    const place = covariates.findIndex(({ id }) => id === line.term);
    const column = covariates[place];
    if (!column || line.kind === "head") return [];
    const isCut = terms[place]?.coding.kind === "cut";
    const level =
      column.levels === null
        ? isCut
          ? "1"
          : null
        : line.kind === "reference"
          ? column.reference
          : ((line.alone ?? line.together)?.level ?? null);
    if (column.levels !== null && level === null) return [];
    return [{ counts: line.counts, place, args: `"x_${column.name}", ${level === null ? "NA" : rText(level)}` }];
  });
  const of = (model: "alone" | "together") =>
    asked.flatMap((each) => {
      const counts = each.counts[model];
      return counts
        ? [{ counts, call: `counted(${model === "together" ? "cox" : `alone[[${each.place + 1}]]`}, ${each.args})` }]
        : [];
    });
  const models = (["alone", "together"] as const)
    .map((model) => ({ model, found: of(model) }))
    .filter(({ found }) => found.length > 0);
  return {
    lines: [
      "counted <- function(fit, x, level) {",
      "  q <- p[setdiff(seq_len(nrow(p)), as.integer(fit$na.action)), ]",
      "  has <- if (is.na(level)) rep(TRUE, nrow(q)) else as.character(q[[x]]) == level",
      `  c(${intervals ? "length(unique(q$id[has]))" : "sum(has)"}, sum(q$event[has]))`,
      "}",
      ...models.map(({ model, found }) => `counts_${model} <- cbind(${found.map(({ call }) => call).join(", ")})`),
    ],
    checks: models.flatMap(({ model, found }) => [
      same(
        `patients of each line, ${model}`,
        `counts_${model}[1, ]`,
        found.map(({ counts }) => counts.patients),
        ofColumn(`n ${model}`),
      ),
      same(
        `events of each line, ${model}`,
        `counts_${model}[2, ]`,
        found.map(({ counts }) => counts.events),
        ofColumn(`events ${model}`),
      ),
    ]),
  };
}

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
