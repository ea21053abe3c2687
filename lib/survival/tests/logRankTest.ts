import type { SurvivalTest } from "./survivalTest";

export const logRankTest: SurvivalTest = {
  id: "logRank",
  label: "Log-rank",
  emphasis: "all event times alike; strongest when hazards are proportional",
  equivalent: "survdiff(rho = 0)",
  source: "Mantel 1966; Peto and Peto 1972",
};
