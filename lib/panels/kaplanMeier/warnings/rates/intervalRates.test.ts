import { expect, it } from "vitest";
import { intervalRates } from "./intervalRates";
import type { Variant } from "./inventedCohort";

it.each<[number, Variant]>([
  [40, "plain"],
  [120, "entry"],
  [120, "sampling"],
])(
  "intervals hold the truth and the log-rank test rejects about as often as they say: %d patients, %s",
  (n, variant) => {
    const { rejection, ...coverage } = intervalRates({ n, groups: 2, shape: 1, variant }, 300, 1);
    // Four standard errors of 300 cohorts on either side; of small groups intervals of means cover 92 %.
    for (const [name, rate] of Object.entries(coverage)) expect(rate, name).toBeGreaterThan(0.87);
    expect(rejection).toBeLessThan(0.12);
    expect(rejection).toBeGreaterThan(0.01);
  },
);
