import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitted } from "../reference/models";
import { modelConcordance } from "./concordance";
import type { CoxFit, CoxInput } from "./coxRegression";
import { estimates } from "./estimates";
import { proportionalHazards } from "./proportionalHazards";
import { martingaleResiduals, scoreResiduals } from "./residuals";

interface Row {
  time: number;
  cause: number;
  x: number;
  g: number;
  weight: number;
  stratum: number;
  entry: number;
}

/** Cohorts with ties, two covariates that vary, three levels, and enough events for an estimate. */
const cohorts = fc
  .array(
    fc.record({
      time: fc.integer({ min: 2, max: 12 }),
      cause: fc.integer({ min: 0, max: 2 }).map((c) => (c > 0 ? 1 : 0)),
      x: fc.integer({ min: -20, max: 20 }).map((v) => v / 8),
      g: fc.integer({ min: 0, max: 2 }),
      weight: fc.integer({ min: 1, max: 3 }),
      stratum: fc.integer({ min: 0, max: 1 }),
      entry: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: 25, maxLength: 60 },
  )
  .filter((rows) => rows.filter(({ cause }) => cause === 1).length >= 12);

const inputOf = (rows: Row[], levels = ["a", "b", "c"], reference = 0): CoxInput => ({
  time: Float64Array.from(rows, ({ time }) => time),
  cause: Uint8Array.from(rows, ({ cause }) => cause),
  covariates: [
    { name: "x", values: Float64Array.from(rows, ({ x }) => x) },
    { name: "g", codes: Int32Array.from(rows, ({ g }) => g), levels, reference },
  ],
});

const withWeights = (rows: Row[]): CoxInput => ({ ...inputOf(rows), weight: Float64Array.from(rows, (r) => r.weight) });
const repeated = (rows: Row[]): Row[] => rows.flatMap((row) => Array<Row>(row.weight).fill(row));
const regular = (fit: CoxFit) => fit.convergence.kind === "converged" && fit.coefficients.length === 3;

/** Relative to its size, or to 1. */
const close = (a: number, b: number, digits = 1e-8) =>
  Math.abs(a - b) <= digits * Math.max(1, Math.abs(a), Math.abs(b));

function expectSame(a: CoxFit, b: CoxFit): void {
  for (const key of ["coefficient", "stdErr"] as const)
    estimates(a, key).forEach((value, j) => {
      expect(close(value, estimates(b, key)[j]), `${key} ${value} ${estimates(b, key)[j]}`).toBe(true);
    });
  expect(close(a.logLikelihood.fitted, b.logLikelihood.fitted)).toBe(true);
  expect(close(modelConcordance(a).stdErr, modelConcordance(b).stdErr)).toBe(true);
}

const ties = fc.constantFrom("efron", "breslow", "exact") as fc.Arbitrary<"efron" | "breslow" | "exact">;
const runs = { numRuns: 60 };

describe("a Cox regression", () => {
  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(cohorts, ties, fc.integer(), (rows, method, seed) => {
        const shuffled = rows.map((row, i) => ({ row, key: Math.imul(i + 1, seed | 1) >>> 0 }));
        shuffled.sort((a, b) => a.key - b.key);
        const fit = fitted(inputOf(rows), { ties: method });
        fc.pre(regular(fit));
        expectSame(fit, fitted(inputOf(shuffled.map(({ row }) => row)), { ties: method }));
      }),
      runs,
    );
  });

  it("takes a count weight for as many equal rows, whatever the ties, robust or not", () => {
    fc.assert(
      fc.property(cohorts, ties, fc.boolean(), (rows, method, asked) => {
        const robust = asked && method !== "exact";
        const fit = fitted(withWeights(rows), { ties: method, robust });
        const other = fitted(inputOf(repeated(rows)), { ties: method, robust });
        fc.pre(regular(fit));
        expectSame(fit, other);
        expect([fit.n, fit.events]).toEqual([other.n, other.events]);
        if (robust) expect(close(fit.robustScore!.chiSquare, other.robustScore!.chiSquare, 1e-7)).toBe(true);
        if (method !== "exact")
          expect(
            close(proportionalHazards(fit).global.chiSquare, proportionalHazards(other).global.chiSquare, 1e-7),
          ).toBe(true);
      }),
      runs,
    );
  });

  it("shifts and scales with its covariate", () => {
    const scales = fc.constantFrom(1e-6, 0.1, 30.4375, 1e6);
    fc.assert(
      fc.property(cohorts, scales, fc.constantFrom(0, 1900, -1e5), (rows, scale, shift) => {
        const fit = fitted(inputOf(rows));
        fc.pre(regular(fit));
        const moved = fitted(inputOf(rows.map((row) => ({ ...row, x: (row.x + shift) * scale }))));
        expect(close(estimates(moved, "coefficient")[0] * scale, estimates(fit, "coefficient")[0], 1e-7)).toBe(true);
        expect(close(estimates(moved, "z")[0], estimates(fit, "z")[0], 1e-7)).toBe(true);
        expect(close(moved.likelihoodRatio?.chiSquare ?? 0, fit.likelihoodRatio?.chiSquare ?? 0, 1e-7)).toBe(true);
      }),
      runs,
    );
  });

  it("turns its sign when the reference level changes", () => {
    fc.assert(
      fc.property(cohorts, (rows) => {
        const fit = fitted(inputOf(rows));
        const turned = fitted(inputOf(rows, ["a", "b", "c"], 1));
        fc.pre(regular(fit) && regular(turned));
        const [, b, c] = estimates(fit, "coefficient");
        const [, a, other] = estimates(turned, "coefficient");
        expect(close(a, -b)).toBe(true);
        expect(close(other, c - b)).toBe(true);
        expect(close(fit.terms[1].chiSquare, turned.terms[1].chiSquare, 1e-7)).toBe(true);
      }),
      runs,
    );
  });

  it("does not mind splitting each row's time at risk in two", () => {
    fc.assert(
      fc.property(cohorts, ties, (rows, method) => {
        const late = rows.map((row) => ({ ...row, entry: Math.min(row.entry, row.time - 1) }));
        const cut = (row: Row) => (row.entry + row.time) / 2;
        const halves = late.flatMap((row) => [
          { ...row, time: cut(row), cause: 0 },
          { ...row, entry: cut(row) },
        ]);
        const withEntry = (list: Row[]) => ({ ...inputOf(list), entry: Float64Array.from(list, ({ entry }) => entry) });
        const fit = fitted(withEntry(late), { ties: method });
        fc.pre(regular(fit));
        const split = fitted(withEntry(halves), { ties: method });
        expect(close(fit.logLikelihood.fitted, split.logLikelihood.fitted)).toBe(true);
        estimates(fit, "coefficient").forEach((b, j) => {
          expect(close(b, estimates(split, "coefficient")[j])).toBe(true);
        });
      }),
      runs,
    );
  });

  it("has martingale residuals that add up to 0, and score residuals that do, per stratum and in all", () => {
    fc.assert(
      fc.property(cohorts, fc.constantFrom("efron", "breslow") as fc.Arbitrary<"efron" | "breslow">, (rows, method) => {
        const fit = fitted(
          { ...inputOf(rows), strata: Int32Array.from(rows, ({ stratum }) => stratum) },
          { ties: method },
        );
        fc.pre(regular(fit));
        const sums = [0, 0];
        martingaleResiduals(fit).forEach((m, row) => {
          sums[rows[row].stratum] += m;
        });
        const { columns, values } = scoreResiduals(fit);
        const scores = new Float64Array(columns);
        values.forEach((value, at) => {
          scores[at % columns] += value;
        });
        expect([...sums, ...scores].every((sum) => Math.abs(sum) < 1e-8)).toBe(true);
      }),
      runs,
    );
  });
});
