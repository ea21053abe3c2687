import { type Problem, problem } from "../../result";
import type { CoxFit } from "./coxRegression";

/** Fewer events than this per estimated coefficient and the estimates are unsteady (Peduzzi et al., J Clin Epidemiol 1995;48:1503–10). */
export const EVENTS_PER_COEFFICIENT = 10;

/** What the reader of a fit must hear, most serious first. */
export function coxNotices(fit: CoxFit): Problem[] {
  return [...convergenceNotices(fit), ...aliasNotices(fit), ...levelNotices(fit), ...fewEvents(fit)];
}

function convergenceNotices({ convergence }: CoxFit): Problem[] {
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

function aliasNotices({ coefficients }: CoxFit): Problem[] {
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

function levelNotices({ model }: CoxFit): Problem[] {
  return model.design.terms.flatMap(({ name, emptyLevels, replacedReference, reference }) => {
    const notices: Problem[] = [];
    if (emptyLevels.length > 0)
      notices.push(
        problem(
          "cox-empty-level",
          `${name}: no patient analyzed has ${emptyLevels.join(", ")}.`,
          "These levels have no hazard ratio.",
        ),
      );
    if (replacedReference !== null)
      notices.push(
        problem(
          "cox-reference-replaced",
          `${name}: no patient analyzed has the reference ${replacedReference}; compared with ${reference} instead.`,
          "Choose another reference.",
        ),
      );
    return notices;
  });
}

function fewEvents({ events, model }: CoxFit): Problem[] {
  const df = model.maximum.information.rank;
  if (df === 0 || events / df >= EVENTS_PER_COEFFICIENT) return [];
  return [
    problem(
      "cox-few-events",
      `${events} events for ${df} coefficients: ${(events / df).toFixed(1)} events per coefficient, fewer than ${EVENTS_PER_COEFFICIENT}.`,
      "Use fewer covariates; read the estimates with caution.",
    ),
  ];
}
