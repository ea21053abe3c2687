import { describe, expect, it } from "vitest";
import { seededRandom } from "../../numeric/random";
import { expectAgreement } from "../reference/agreement";
import { referenceCases, type Stored } from "../reference/referenceCases";
import { bootstrapConcordance } from "./bootstrapConcordance";
import { fitOf, fitted, inputOf, type ModelCase } from "./referenceModels";

interface Expected {
  n: number;
  events: number;
  rms: { cApparent: number; cCorrected: number; toleranceAbs: number };
  withGivenIndices: {
    cApparent: Stored;
    rows: { indices: number[]; cBoot: Stored; cTest: Stored }[];
    optimism: Stored;
    cCorrected: Stored;
  };
}

const cases = referenceCases<Expected>("bootstrapC") as ModelCase<Expected>[];

describe.each(cases)("$id", (one) => {
  const { withGivenIndices: known, rms } = one.expected;
  const fit = fitOf(one);

  it("agrees with coxph and concordance on the given samples", () => {
    const samples = known.rows.map(({ indices }) => indices.map((index) => index - 1));
    const found = bootstrapConcordance(fit, samples);
    expectAgreement("apparent", [found.apparent], [known.cApparent], 1e-12);
    expectAgreement(
      "in sample",
      found.inSample,
      known.rows.map(({ cBoot }) => cBoot),
      1e-9,
    );
    expectAgreement(
      "in original",
      found.inOriginal,
      known.rows.map(({ cTest }) => cTest),
      1e-9,
    );
    expectAgreement("optimism", [found.optimism], [known.optimism], 1e-9);
    expectAgreement("corrected", [found.corrected], [known.cCorrected], 1e-9);
    expect(found.failed).toBe(0);
  });

  it("agrees with rms::validate within its stated tolerance", () => {
    const random = seededRandom(20260701);
    const draw = () => Int32Array.from({ length: fit.n }, () => Math.floor(random() * fit.n));
    const found = bootstrapConcordance(fit, Array.from({ length: 200 }, draw));
    expect(Math.abs(found.corrected - rms.cCorrected)).toBeLessThan(rms.toleranceAbs);
  });

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

it("covers every bootstrap of the reference", () => {
  expect(cases.length).toBe(3);
});
