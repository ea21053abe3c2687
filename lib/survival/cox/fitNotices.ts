import { type Problem, problem } from "../../result";
import type { Coefficient } from "./coefficientTable";
import type { Convergence } from "./coxModel";
import type { Design } from "./designMatrix";

/** Fewer events than this per estimated coefficient and the estimates are unsteady (Peduzzi et al., J Clin Epidemiol 1995;48:1503–10). */
const EVENTS_PER_COEFFICIENT = 10;

export interface FitInWords {
  coefficients: readonly Coefficient[];
  convergence: Convergence;
  design: Design;
  events: number;
  /** Estimated coefficients. */
  df: number;
}

/** What the reader of a fit must hear, most serious first. */
export function fitNotices(fit: FitInWords): Problem[] {
  return [...convergenceNotices(fit), ...aliasNotices(fit), ...levelNotices(fit), ...fewEvents(fit)];
}

function convergenceNotices({ convergence }: FitInWords): Problem[] {
  if (convergence.kind === "converged") return [];
  if (convergence.kind === "notConverged")
    return [
      problem(
        "cox-not-converged",
        `The fit did not converge within ${convergence.iterations} iterations; its numbers are not a maximum.`,
        "Leave covariates out or check for extreme values.",
      ),
    ];
  const names = convergence.columns.join(", ");
  return [
    problem(
      "cox-separated",
      `${names}: the hazard ratio is infinite or zero, because a group has no events or all of them come first.`,
      "Use Firth's penalized likelihood, join groups, or leave the covariate out.",
    ),
  ];
}

function aliasNotices({ coefficients }: FitInWords): Problem[] {
  const names = coefficients.filter(({ kind }) => kind === "aliased").map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    problem(
      "cox-aliased",
      `${names.join(", ")}: not estimable, because it does not vary or is determined by the covariates before it.`,
      "Leave it out.",
    ),
  ];
}

function levelNotices({ design }: FitInWords): Problem[] {
  return design.terms.flatMap(({ name, emptyLevels, replacedReference, reference }) => {
    const empty = problem(
      "cox-empty-level",
      `${name}: no patient analyzed has ${emptyLevels.join(", ")}.`,
      "These levels have no hazard ratio.",
    );
    const replaced = problem(
      "cox-reference-replaced",
      `${name}: no patient analyzed has the reference ${replacedReference}; compared with ${reference} instead.`,
      "Choose another reference.",
    );
    return [...(emptyLevels.length > 0 ? [empty] : []), ...(replacedReference === null ? [] : [replaced])];
  });
}

function fewEvents({ events, df }: FitInWords): Problem[] {
  if (df === 0 || events / df >= EVENTS_PER_COEFFICIENT) return [];
  return [
    problem(
      "cox-few-events",
      `${events} events for ${df} coefficients: ${(events / df).toFixed(1)} events per coefficient, fewer than ${EVENTS_PER_COEFFICIENT}.`,
      "Use fewer covariates; read the estimates with caution.",
    ),
  ];
}
