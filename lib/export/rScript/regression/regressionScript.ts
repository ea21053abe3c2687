import type { PanelOf } from "../../../board/panelForms/registry";
import type { RegressionResult } from "../../../panels/regression/result";
import { neutral } from "../../csvRow";
import type { DataSet } from "../../dataSet/dataSet";
import type { Check } from "../checked";
import { type Block, patientsInR, placesOf } from "../patientsInR";
import { rComment, rTexts } from "../rText";
import { countsInR } from "./counts";
import {
  type Covariate,
  columnInR,
  concordanceInR,
  estimates,
  jointChecks,
  modelCall,
  productsOf,
  ratioChecks,
} from "./model";
import { wholeChecks, wholesInR, wholesOf } from "./wholes";

type Panel = PanelOf<"regression">;

/**
 * The block of one panel: the Cox model of each covariate alone and of all together. A model with a ratio that is not
 * finite, or by penalized likelihood, is not computed again; its counts and the other models are.
 */
export function regressionScript(panel: Panel, result: RegressionResult, data: DataSet): Block | string {
  const { lines, level } = result;
  const places = placesOf({ ...panel, group: null, split: null }, data);
  if (typeof places === "string") return places;
  const intervals = places.patient !== null;
  if (intervals && places.endpoint.weightKind === "sampling")
    return "its rows are intervals of patients with weights of a sample.";
  const covariates = panel.terms.flatMap(({ id }): Covariate[] => {
    const column = data.columns.find((each) => each.panel === panel.id && each.id === id);
    const kept = result.terms.some((term) => term.id === id && !term.dropped);
    return column ? [{ id, column, name: `x_${column.name}`, kept }] : [];
  });
  if (covariates.length === 0) return "it has no covariate in the data set.";
  if (covariates.length < panel.terms.length)
    return "a covariate is not in the data set, because it may identify patients.";
  const references = new Map(covariates.map(({ id, column }) => [id, referenceOf(id, result) ?? column.reference]));
  const joint = result.joint?.penalized ? null : result.joint;
  const together = joint && estimates(lines.map((line) => line.together));
  const alone = covariates.flatMap(({ id, name }) => {
    const penalized = result.terms.some((term) => term.id === id && term.penalizedAlone);
    const found = penalized ? null : estimates(lines.filter(({ term }) => term === id).map((line) => line.alone));
    return found ? [{ id, name, found }] : [];
  });
  const products = productsOf(panel, covariates);
  const terms = [...covariates.filter(({ kept }) => kept), ...products].map(({ name }) => name);
  const call = modelCall(places);
  const wholes = wholesOf(result, covariates, products, {
    joint: together !== null,
    alone: new Set(alone.map(({ id }) => id)),
  });
  const counts = countsInR(panel, result, covariates, references, intervals);
  const checks: Check[] = [
    ...(joint && together
      ? [...jointChecks(joint, result, covariates, intervals), ...ratioChecks("together", "list(cox)", together, level)]
      : []),
    ...(alone.length > 0
      ? ratioChecks(
          "alone",
          "alone",
          alone.flatMap(({ found }) => found),
          level,
        )
      : []),
    ...counts.checks,
    ...wholeChecks(wholes),
  ];
  if (checks.length === 0) return "none of its hazard ratios is finite.";
  const names = covariates.map(({ name }) => name);
  return {
    lines: [
      ...patientsInR({ landmark: null, censorAt: null, unit: places.endpoint.unit }, places, {
        columns: covariates.map(({ id, name, column }) => columnInR(name, column, references.get(id) ?? "")),
        times: [],
      }),
      `complete <- droplevels(dat[complete.cases(dat[${rTexts(names)}]), ])`,
      ...(panel.selection
        ? [rComment("The search for covariates is not repeated: this is the model it ended in.")]
        : []),
      ...(together
        ? [`cox <- ${call.of(terms, "complete")}`, "print(summary(cox))", ...concordanceInR(result, places)]
        : [rComment(whyNot(result))]),
      ...(alone.length > 0
        ? [
            `alone <- sapply(${rTexts(alone.map(({ name }) => name))}, simplify = FALSE, function(x)`,
            `  ${call.ofText("x", "droplevels(dat[!is.na(dat[[x]]), ])")})`,
          ]
        : []),
      ...wholesInR(wholes, terms, call),
      ...counts.lines,
    ],
    checks,
  };
}

const whyNot = ({ joint }: RegressionResult): string =>
  joint?.penalized
    ? "The model of all is a penalized one, which R has in packages of its own: not computed here."
    : joint
      ? "A hazard ratio of the model of all is not finite: not computed here."
      : "There is no model of all.";

/** The reference that both models have, as the data set writes it: another than was asked for where nobody has that. */
function referenceOf(term: string, { lines }: RegressionResult): string | undefined {
  const own = lines.find((line) => line.term === term && (line.alone?.reference ?? line.together?.reference));
  const reference = own?.alone?.reference ?? own?.together?.reference;
  return typeof reference === "string" ? neutral(reference) : undefined;
}
