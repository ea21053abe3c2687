import { describe, expect, it } from "vitest";
import { flemingHarrington } from "./flemingHarrington";
import { survivalTests } from "./registry";
import type { SurvivalTest } from "./survivalTest";

/** The weight as R would compute it: its arithmetic is ours, but for the sign of a power. */
function weightInR({ inR }: SurvivalTest, n: number, s: number, m: number): number {
  if (inR === null) return 1;
  const body = inR.replaceAll("^", "**").replaceAll("sqrt", "Math.sqrt");
  return new Function("n", "s", "m", `return ${body}`)(n, s, m);
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
