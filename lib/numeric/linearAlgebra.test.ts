import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cholesky,
  inverse,
  inverseQuadraticForm,
  logDeterminant,
  quadraticForm,
  solve,
  submatrix,
} from "./linearAlgebra";
import { addWeightedGram, mirrorLower } from "./linearAlgebraGram";

/** The 3 × 3 Hilbert matrix: determinant 1/2160, inverse of whole numbers. */
const hilbert = Float64Array.of(1, 1 / 2, 1 / 3, 1 / 2, 1 / 3, 1 / 4, 1 / 3, 1 / 4, 1 / 5);

describe("the factorization of a symmetric matrix", () => {
  it("inverts the Hilbert matrix", () => {
    const whole = [9, -36, 30, -36, 192, -180, 30, -180, 180];
    inverse(cholesky(hilbert, 3)).forEach((value, at) => {
      expect(value).toBeCloseTo(whole[at], 10);
    });
    expect(Math.exp(logDeterminant(cholesky(hilbert, 3)))).toBeCloseTo(1 / 2160, 14);
  });

  it("solves, and bᵀA⁻¹b is the quadratic form of the solution", () => {
    const b = Float64Array.of(1, 2, 3);
    const x = solve(cholesky(hilbert, 3), b);
    expect([...x].map((v) => Math.round(v * 1e9) / 1e9)).toEqual([27, -192, 210]);
    expect(inverseQuadraticForm(hilbert, b).value).toBeCloseTo(quadraticForm(hilbert, x), 9);
  });

  it("leaves out the later of two columns that say the same", () => {
    const twins = Float64Array.of(4, 4, 2, 4, 4, 2, 2, 2, 3);
    const factor = cholesky(twins, 3);
    expect([...factor.kept]).toEqual([1, 0, 1]);
    expect(factor.rank).toBe(2);
    const alone = inverse(cholesky(submatrix(twins, 3, [0, 2]), 2));
    expect([...inverse(factor)]).toEqual([alone[0], 0, alone[1], 0, 0, 0, alone[2], 0, alone[3]]);
    expect([...solve(factor, Float64Array.of(1, 9, 1))][1]).toBe(0);
  });

  it("keeps nothing of zeros, and survives size 0 and NaN", () => {
    expect(cholesky(new Float64Array(4), 2).rank).toBe(0);
    expect(inverse(cholesky(new Float64Array(0), 0)).length).toBe(0);
    expect([...cholesky(Float64Array.of(Number.NaN, 0, 0, 1), 2).kept]).toEqual([0, 1]);
  });

  it("counts as degrees of freedom only what varies, whatever the units", () => {
    const variance = Float64Array.of(1e-12, 0, 0, 0, 0, 0, 0, 0, 1e12);
    expect(inverseQuadraticForm(variance, Float64Array.of(2e-6, 5, 3e6))).toEqual({ value: 13, rank: 2 });
  });
});

describe("the weighted Gram matrix", () => {
  it("is the sum of the rows' products, for any number of rows and columns", () => {
    const sizes = fc.record({ rows: fc.integer({ min: 0, max: 300 }), columns: fc.integer({ min: 1, max: 7 }) });
    fc.assert(
      fc.property(sizes, fc.integer(), ({ rows, columns }, seed) => {
        const stride = rows + 3;
        const x = Float64Array.from({ length: stride * columns }, (_, k) => Math.sin(k + seed));
        const weight = Float64Array.from({ length: rows }, (_, i) => 1 + Math.cos(i));
        const found = new Float64Array(columns * columns);
        addWeightedGram(found, x, rows, columns, weight, -1, stride);
        mirrorLower(found, columns);
        for (let j = 0; j < columns; j++)
          for (let k = 0; k < columns; k++) {
            let sum = 0;
            for (let i = 0; i < rows; i++) sum += weight[i] * x[j * stride + i] * x[k * stride + i];
            expect(found[j * columns + k]).toBeCloseTo(-sum, 10);
          }
      }),
      { numRuns: 50 },
    );
  });
});
