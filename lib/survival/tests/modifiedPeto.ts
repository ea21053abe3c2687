import type { SurvivalTest } from "./survivalTest";

export const modifiedPeto: SurvivalTest = {
  id: "modifiedPeto",
  label: "Modified Peto–Peto",
  emphasis: "early differences, by the modified pooled survival times n / (n + 1)",
  formula: "w(tⱼ) = S̃(tⱼ) · nⱼ / (nⱼ + 1)",
  inR: "m * n / (n + 1)",
  source: "Andersen, Borgan, Gill and Keiding 1982",
  weight: ({ modifiedSurvival, nRisk }) => (modifiedSurvival * nRisk) / (nRisk + 1),
};
