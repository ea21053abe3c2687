import type { SurvivalTest } from "./survivalTest";

export const taroneWare: SurvivalTest = {
  id: "taroneWare",
  label: "Tarone–Ware",
  emphasis: "early differences, by the square root of the number at risk",
  formula: "w(tⱼ) = √nⱼ",
  inR: "sqrt(n)",
  source: "Tarone and Ware 1977",
  weight: ({ nRisk }) => Math.sqrt(nRisk),
};
