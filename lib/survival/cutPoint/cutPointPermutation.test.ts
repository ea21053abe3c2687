import { expect, it } from "vitest";
import { subjectsOf } from "../reference/referenceCase";
import { referenceCases } from "../reference/referenceCases";
import { cutPointPermutation } from "./cutPointPermutation";

const cases = referenceCases("cutpoint");

it("comes as near as chance allows to maxstat by permutation", () => {
  const ovarian = cases.find(({ id }) => id === "ovarian/cutpoint/age")!;
  const run = cutPointPermutation(subjectsOf(ovarian), ovarian.table.column("age"), { count: 4000, seed: 5 });
  let step = run.next();
  while (!step.done) step = run.next();
  if (step.value.kind !== "tested") throw new Error(step.value.reason);
  // R 4.2.2, maxstat 0.7-25: set.seed(1); maxstat.test(Surv(futime, fustat) ~ age, ovarian, smethod = "LogRank",
  // pmethod = "condMC", B = 1e6)$p.value
  expect(Math.abs(step.value.p - 0.007361)).toBeLessThan(4 * step.value.stdErr);
});
