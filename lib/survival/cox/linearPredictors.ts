import type { CoxFit } from "./coxRegression";
import { type Profile, profileRow } from "./profile";

/**
 * The linear predictor β·(x − means) of each input row, NaN for rows not used. `means` are those of R: of each column
 * its mean, but 0 for columns that hold only −1, 0 and 1. As `predict(coxph, type = "lp")`.
 */
export function linearPredictors(fit: Pick<CoxFit, "model">): Float64Array {
  const { data, likelihood } = fit.model;
  const shift = atCenter(fit);
  const result = new Float64Array(data.inputRows).fill(Number.NaN);
  data.sets.rows.forEach((row, i) => {
    result[row] = likelihood.sweep.eta[i] + shift;
  });
  return result;
}

/** What has to be added to a predictor centered at the true means to center it at R's. */
function atCenter({ model }: Pick<CoxFit, "model">): number {
  const { center, means, scale } = model.standardized;
  return model.beta.reduce((sum, b, j) => sum + (b * (center[j] - means[j])) / scale[j], 0);
}

/**
 * β·x of a profile, minus β·means when `centered`. Throws when the profile lacks a covariate or names an unknown level.
 */
export function profileLinearPredictor({ model }: CoxFit, profile: Profile, centered = false): number {
  const { means, scale } = model.standardized;
  const row = profileRow(model.design, profile);
  return model.beta.reduce((sum, b, j) => sum + (b * (row[j] - (centered ? means[j] : 0))) / scale[j], 0);
}

/** Rows (or subjects) and events of each level of each factor, the reference first. */
export function levelCounts({ model }: CoxFit): { term: string; level: string; n: number; events: number }[] {
  const { data, design } = model;
  return design.terms
    .filter(({ reference }) => reference !== null)
    .flatMap((term) => {
      const levels = [term.reference!, ...term.columns.map((j) => design.columns[j].level!)];
      const parts = term.columns.map((j) => design.columns[j].parts[0]);
      const counts = levels.map((level) => ({ term: term.name, level, n: 0, events: 0 }));
      data.sets.rows.forEach((row, i) => {
        const subjects = data.countWeights ? data.sets.weight[i] : 1;
        const at = 1 + parts.findIndex((part) => part.kind === "level" && part.codes[row] === part.code);
        counts[at].n += subjects;
        counts[at].events += subjects * data.event[row];
      });
      return counts;
    });
}
