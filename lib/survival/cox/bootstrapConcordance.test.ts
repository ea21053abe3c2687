import { expect, it } from "vitest";
import { fitted, inputOf, type ModelCase } from "../reference/models";
import { referenceCases } from "../reference/referenceCases";
import { bootstrapConcordance } from "./bootstrapConcordance";

const [one] = referenceCases<unknown>("bootstrapC") as ModelCase<unknown>[];

it("draws subjects, not rows, where weights are counts", () => {
  const input = inputOf(one);
  const weight = input.time.map((_, row) => 1 + (row % 2));
  const counted = fitted({ ...input, weight, weightKind: "count" });
  const rows = [...weight.keys()].flatMap((row) => Array(weight[row]).fill(row) as number[]);
  const replicated = fitted({ ...input, ...repeat(input, rows) });
  const sample = Int32Array.from({ length: counted.n }, (_, k) => (k * 7 + (k % 11)) % counted.n);
  const a = bootstrapConcordance(counted, [sample]);
  const b = bootstrapConcordance(replicated, [sample]);
  expect(a.inSample[0]).toBeCloseTo(b.inSample[0], 12);
  expect(a.inOriginal[0]).toBeCloseTo(b.inOriginal[0], 12);
});

function repeat(input: ReturnType<typeof inputOf>, rows: number[]) {
  return {
    time: Float64Array.from(rows, (row) => input.time[row]),
    cause: Uint8Array.from(rows, (row) => input.cause[row]),
    covariates: input.covariates.map((covariate) =>
      "values" in covariate
        ? { ...covariate, values: Float64Array.from(rows, (row) => covariate.values[row]) }
        : "codes" in covariate
          ? { ...covariate, codes: Int32Array.from(rows, (row) => covariate.codes[row]) }
          : covariate,
    ),
  };
}
