import { bench, describe } from "vitest";
import { cohort } from "../speed/cohorts";
import { timeOrder } from "../timeOrder";
import { modelConcordance } from "./concordance";
import { coxRegression } from "./coxRegression";

const once = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };

/** R's coxph on the same machine is the yardstick; it computes the concordance as well, so that is timed besides. */
describe.each([1e3, 1e4, 1e5, 1e6])("Cox regression, Efron ties, n = %d", (n) => {
  for (const [covariates, months] of [
    [1, false],
    [10, false],
    [1, true],
    [10, true],
  ] as const) {
    const { group: _, ...input } = cohort(n, 1, months, covariates);
    const name = `${covariates} covariate${covariates > 1 ? "s" : ""}, ${months ? "whole months" : "continuous times"}`;
    const order = timeOrder(input.time);
    const fit = coxRegression(input);
    bench(name, () => void coxRegression(input), once);
    bench(`${name}, time order known`, () => void coxRegression(input, { order }), once);
    if (fit.ok) bench(`${name}, concordance with standard error`, () => void modelConcordance(fit.value), once);
  }
});
