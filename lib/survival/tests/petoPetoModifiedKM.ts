import type { SurvivalTest } from "./survivalTest";

export const petoPetoModifiedKM: SurvivalTest = {
  id: "petoPetoModifiedKM",
  label: "Peto–Peto, modified survival",
  emphasis: "early differences, by the modified pooled survival",
  formula: "w(tⱼ) = S̃(tⱼ) = ∏ over t ≤ tⱼ of (1 − d / (n + 1))",
  inR: "m",
  source: "Klein and Moeschberger 2003, section 7.3",
  weight: ({ modifiedSurvival }) => modifiedSurvival,
};
