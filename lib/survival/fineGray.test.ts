import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimates } from "./cox/estimates";
import { type FineGrayOptions, fineGray } from "./fineGray";
import { fitted } from "./reference/models";
import { subjects } from "./reference/subjects";

type FineGrayInput = Parameters<typeof fineGray>[0];

function model(input: FineGrayInput, options?: FineGrayOptions) {
  const result = fineGray(input, options);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const x = (...values: number[]) => ({ name: "x", values: Float64Array.from(values) });

describe("Fine–Gray regression", () => {
  it("is Cox regression with Breslow ties and robust variance where nothing competes and nobody is censored", () => {
    const input = {
      ...subjects([1, 2, 2, 3, 4, 5, 6, 6], [1, 1, 1, 1, 1, 1, 1, 1]),
      covariates: [x(1, 3, 2, 2, 5, 1, 3, 4)],
    };
    const cox = fitted(input, { ties: "breslow", robust: true });
    const found = model(input);
    for (const key of ["coefficient", "stdErr", "robustStdErr"] as const)
      expect(estimates(found, key)[0]).toBeCloseTo(estimates(cox, key)[0], 10);
    expect(found.logLikelihood.fitted).toBeCloseTo(cox.logLikelihood.fitted, 10);
  });

  /** Without censoring the weights are 1: those with a competing event are at risk for ever. */
  it("is Cox regression with competing events moved to the end where nobody is censored", () => {
    const input = {
      ...subjects([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 1, 2, 1, 1, 2, 1]),
      covariates: [x(1, 3, 2, 2, 5, 1, 3, 4)],
    };
    const moved = { ...input, ...subjects([1, 9, 3, 9, 5, 6, 9, 8], [1, 0, 1, 0, 1, 1, 0, 1]) };
    const found = model(input);
    expect(estimates(found, "coefficient")[0]).toBeCloseTo(estimates(fitted(moved), "coefficient")[0], 10);
    expect(found.competing).toBe(3);
  });

  it("takes count weights for repeated rows, and row order for nothing", () => {
    const row = fc.record({
      time: fc.integer({ min: 1, max: 9 }),
      cause: fc.integer({ min: 0, max: 2 }),
      x: fc.integer({ min: -9, max: 9 }),
      weight: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 20, maxLength: 40 }), (list) => {
        const inputOf = (rows: typeof list) => ({
          ...subjects(
            rows.map((r) => r.time),
            rows.map((r) => r.cause),
          ),
          covariates: [x(...rows.map((r) => r.x))],
        });
        fc.pre(list.filter(({ cause }) => cause === 1).length > 5);
        const weighted = model({ ...inputOf(list), weight: Float64Array.from(list, (r) => r.weight) });
        fc.pre(weighted.convergence.kind === "converged");
        const repeated = list.flatMap((r) => Array<typeof r>(r.weight).fill(r)).reverse();
        const other = model(inputOf(repeated));
        for (const key of ["coefficient", "robustStdErr"] as const)
          expect(estimates(weighted, key)[0]).toBeCloseTo(estimates(other, key)[0], 8);
      }),
      { numRuns: 40 },
    );
  });

  it("refuses what crr does not know", () => {
    const input = { ...subjects([1, 2, 3], [1, 2, 0]), covariates: [x(1, 2, 3)] };
    const code = (more: Partial<FineGrayInput>) => {
      const result = fineGray({ ...input, ...more });
      return result.ok ? "fitted" : result.reason;
    };
    expect(code({ entry: Float64Array.of(0, 0, 0) })).toBe("unsupported");
    expect(code({ strata: Int32Array.of(0, 0, 0) })).toBe("unsupported");
    expect(code({ weight: Float64Array.of(1, 1, 2), weightKind: "sampling" })).toBe("unsupported");
    expect(code({ cause: Uint8Array.of(2, 2, 0) })).toBe("noEvents");
  });
});
