import type { SurvivalTest } from "./survivalTest";

/** The plain log-rank test: every event time counts alike. */
export const logRankTest: SurvivalTest = {
  id: "logRank",
  label: "Log-rank",
  emphasis: "all event times alike; strongest when hazards are proportional",
  formula: "w(tⱼ) = 1",
  inR: null,
  source: "Mantel 1966; Peto and Peto 1972",
};
