import type { PanelOf } from "../../board/panelForms/registry";
import type { Problem } from "../../result";
import {
  type Coefficient,
  type Covariate,
  type CoxFit,
  coxRegression,
  type FirthFit,
  firthRegression,
  type Subjects,
} from "../../survival";
import { unfittedInWords } from "../reasonInWords";

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

/** Wald test of a covariate as a whole; of a penalized fit the P of its only coefficient. */
export function termTest(model: Fitted, term: string): { p: number; df: number } {
  if (model.kind === "cox") return model.fit.terms.find((each) => each.term === term) ?? { p: Number.NaN, df: 0 };
  const own = model.coefficients.filter((each) => each.term === term && each.kind === "estimated");
  const [only] = own;
  return { p: own.length === 1 && only.kind === "estimated" ? only.p : Number.NaN, df: own.length };
}
