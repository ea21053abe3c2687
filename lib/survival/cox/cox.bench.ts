import { bench, describe } from "vitest";
import { seededRandom } from "../../numeric/random";
import { timeOrder } from "../timeOrder";
import { modelConcordance } from "./concordance";
import { type CoxInput, coxRegression } from "./coxRegression";

/** Exponential times with uniform censoring, effects 0.3/√j; continuous or in whole months. */
function cohort(n: number, covariates: number, months: boolean): CoxInput {
  const random = seededRandom(n + covariates);
  const columns = Array.from({ length: covariates }, (_, j) => ({ name: `x${j}`, values: new Float64Array(n) }));
  const time = new Float64Array(n);
  const cause = new Uint8Array(n);
  for (let row = 0; row < n; row++) {
    let eta = 0;
    columns.forEach(({ values }, j) => {
      values[row] = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      eta += (0.3 * values[row]) / Math.sqrt(j + 1);
    });
    const event = -Math.log(1 - random()) * 24 * Math.exp(-eta);
    const censored = random() * 60;
    const last = Math.min(event, censored);
    time[row] = months ? Math.ceil(last) : last;
    cause[row] = event <= censored ? 1 : 0;
  }
  return { time, cause, covariates: columns };
}

const once = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };

/** R's coxph on the same machine is the yardstick; it computes the concordance as well, so that is timed besides. */
describe.each([1e3, 1e4, 1e5, 1e6])("Cox regression, Efron ties, n = %d", (n) => {
  for (const [covariates, months] of [
    [1, false],
    [10, false],
    [1, true],
    [10, true],
  ] as const) {
    const input = cohort(n, covariates, months);
    const name = `${covariates} covariate${covariates > 1 ? "s" : ""}, ${months ? "whole months" : "continuous times"}`;
    const order = timeOrder(input.time);
    const fit = coxRegression(input);
    bench(name, () => void coxRegression(input), once);
    bench(`${name}, time order known`, () => void coxRegression(input, { order }), once);
    if (fit.ok) bench(`${name}, concordance with standard error`, () => void modelConcordance(fit.value), once);
  }
});
