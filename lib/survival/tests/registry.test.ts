import { describe, expect, it } from "vitest";
import { flemingHarrington } from "./flemingHarrington";
import { survivalTests } from "./registry";
import type { SurvivalTest } from "./survivalTest";

/** The functions of R that a weight may use, by their names there. */
const functions = { sqrt: Math.sqrt, exp: Math.exp, log: Math.log, pmax: Math.max, pmin: Math.min };

/** The weight as R would compute it: its arithmetic is ours, but for the sign of a power. */
function weightInR({ inR }: SurvivalTest, n: number, s: number, m: number): number {
  if (inR === null) return 1;
  const names = ["n", "s", "m", ...Object.keys(functions)];
  return new Function(...names, `return ${inR.replaceAll("^", "**")}`)(n, s, m, ...Object.values(functions));
}

describe("a test's weight in R", () => {
  it.each([...survivalTests, flemingHarrington(2, 0.25)].map((test) => [test.id, test] as const))(
    "is its weight here: %s",
    (_, test) => {
      for (const [nRisk, survivalBefore, modifiedSurvival] of [
        [75, 1, 75 / 76],
        [12, 0.4, 0.41],
        [1, 0.05, 0.025],
      ]) {
        const here = test.weight?.({ nRisk, nEvent: 1, survivalBefore, modifiedSurvival }) ?? 1;
        expect(weightInR(test, nRisk, survivalBefore, modifiedSurvival)).toBeCloseTo(here, 14);
      }
    },
  );
});
