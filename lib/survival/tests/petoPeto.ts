import type { SurvivalTest } from "./survivalTest";

/** R's `rho = 1`: weight Ŝ(t−). Klein and Moeschberger call another weight Peto–Peto, here `petoPetoModifiedKM`. */
export const petoPeto: SurvivalTest = {
  id: "petoPeto",
  label: "Peto–Peto",
  emphasis: "early differences, by the pooled survival just before",
  formula: "w(tⱼ) = Ŝ(tⱼ−)",
  inR: "s",
  source: "Peto and Peto 1972; Harrington and Fleming 1982",
  weight: ({ survivalBefore }) => survivalBefore,
};
