import type { PanelOf } from "../../board/panelForms/registry";
import { nth } from "../../numeric/nth";
import type { Problem } from "../../result";
import {
  type Coefficient,
  type Covariate,
  type CoxFit,
  coxRegression,
  type FirthFit,
  firthRegression,
  likelihoodRatioTests,
  type Subjects,
} from "../../survival";
import { unfittedInWords } from "../reasonInWords";
import type { Rows } from "./counts";
import type { WholeTest } from "./result";

/** A model as the panel shows it: Cox, or Firth's penalized likelihood. */
export type Fitted =
  | { kind: "cox"; fit: CoxFit; coefficients: Coefficient[] }
  | { kind: "firth"; fit: FirthFit; coefficients: Coefficient[] };

type Choice = Pick<PanelOf<"regression">, "firth" | "level">;

/** Fits the covariates; with separation by Firth where the panel says so. A problem where no model can be fitted. */
export function fitted(subjects: Subjects, covariates: Covariate[], { firth, level }: Choice): Fitted | Problem {
  const input = { ...subjects, covariates };
  const cox = coxRegression(input, { level });
  if (!cox.ok) return unfittedInWords(cox);
  const separated = cox.value.convergence.kind === "separated";
  if (firth === "always" || (firth === "whenSeparated" && separated)) {
    const penalized = firthRegression(input, { level });
    if (penalized.ok) return { kind: "firth", fit: penalized.value, coefficients: penalized.value.coefficients };
  }
  return { kind: "cox", fit: cox.value, coefficients: cox.value.coefficients };
}

export const isFitted = (model: Fitted | Problem): model is Fitted => "kind" in model;

/**
 * Tests of covariates and interactions as a whole, by name: the likelihood ratio on the rows of the model, or robust
 * Wald where weights or clusters leave no likelihood. Of covariates with several coefficients, and of all interactions;
 * none of a covariate that an interaction needs, nor in a penalized fit.
 */
export function wholeTests(model: Fitted): Map<string, WholeTest> {
  if (model.kind === "firth") return new Map();
  const { fit } = model;
  const { terms } = fit.model.design;
  const needed = new Set(terms.flatMap((term) => term.of));
  const asked = terms.filter((term) => !needed.has(term.name) && (term.of.length > 0 || term.columns.length > 1));
  const names = asked.map(({ name }) => name);
  const [test, tests] = fit.likelihoodRatio
    ? (["likelihood ratio", likelihoodRatioTests(fit, names)] as const)
    : (["robust Wald test", fit.terms.filter(({ term }) => names.includes(term))] as const);
  return new Map(tests.flatMap(({ term, p, df }) => (Number.isNaN(p) ? [] : [[term, { p, df, test }]])));
}

/** The rows that a model was fitted on. */
export function modelRows(subjects: Rows, { fit }: Fitted): Rows {
  const group = new Int16Array(subjects.group.length).fill(-1);
  for (const row of fit.model.data.sets.rows) group[row] = nth(subjects.group, row);
  return { ...subjects, group };
}
