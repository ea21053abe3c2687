import type { SurvivalTest } from "./survivalTest";

/** Weight Ŝ(t−)^rho · (1 − Ŝ(t−))^gamma: late differences with gamma > 0. Throws unless both are 0 or more. */
export function flemingHarrington(rho: number, gamma: number): SurvivalTest {
  if (!(rho >= 0 && gamma >= 0))
    throw new RangeError(`Fleming–Harrington needs rho and gamma of 0 or more, not ${rho} and ${gamma}`);
  return {
    id: `flemingHarrington(${rho}, ${gamma})`,
    label: `Fleming–Harrington (${rho}, ${gamma})`,
    emphasis: gamma > rho ? "late differences" : gamma < rho ? "early differences" : "differences in the middle",
    formula: `w(tⱼ) = Ŝ(tⱼ−)^ρ · (1 − Ŝ(tⱼ−))^γ, (ρ, γ) = (${rho}, ${gamma})`,
    inR: `s^${rho} * (1 - s)^${gamma}`,
    source: "Harrington and Fleming 1982; Fleming and Harrington 1991",
    weight: ({ survivalBefore }) => survivalBefore ** rho * (1 - survivalBefore) ** gamma,
  };
}
