import type { SurvivalTest } from "./survivalTest";

export const gehanBreslow: SurvivalTest = {
  id: "gehanBreslow",
  label: "Gehan–Breslow",
  emphasis: "early differences, by the number at risk",
  formula: "w(tⱼ) = nⱼ",
  inR: "n",
  source: "Gehan 1965; Breslow 1970",
  weight: ({ nRisk }) => nRisk,
};
