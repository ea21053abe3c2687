import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random";
import { countEqualRows, coxRegression, logRank, proportionalHazards, type Subjects, timeOrder } from "./index";

/** Patients in whole months, some of them in no group. */
function cohort(n: number): Subjects & { group: Int16Array } {
  const random = seededRandom(n);
  const column = () => Float64Array.from({ length: n }, random);
  const time = column().map((u) => Math.ceil(-20 * Math.log(1 - u)));
  return {
    time,
    cause: Uint8Array.from(column(), (u) => (u < 0.5 ? 1 : u < 0.6 ? 2 : 0)),
    group: Int16Array.from(column(), (u) => Math.floor(u * 4) - 1),
    groupCount: 3,
  };
}

function modelOf(subjects: Subjects) {
  const codes = Int32Array.from(subjects.group as Int16Array);
  const fit = coxRegression({ ...subjects, covariates: [{ name: "group", codes, levels: ["A", "B", "C"] }] });
  if (!fit.ok) throw new Error(fit.reason);
  return fit.value;
}

describe("rows that are equal, counted", () => {
  const rows = cohort(5000);
  const { subjects: counted } = countEqualRows(rows, timeOrder(rows.time));

  it("are far fewer, and stand for the same patients", () => {
    expect(counted.time.length).toBeLessThan(600);
    const total = counted.weight?.reduce((sum, weight) => sum + weight, 0);
    expect(total).toBe(rows.group.filter((code) => code >= 0).length);
  });

  it("give the Cox model and the test of proportional hazards of the rows themselves", () => {
    const [a, b] = [modelOf(rows), modelOf(counted)];
    expect([b.n, b.events]).toEqual([a.n, a.events]);
    a.coefficients.forEach((coefficient, i) => {
      const other = b.coefficients[i];
      if (coefficient.kind !== "estimated" || other.kind !== "estimated") throw new Error("not estimated");
      expect(other.coefficient).toBeCloseTo(coefficient.coefficient, 11);
      expect(other.stdErr).toBeCloseTo(coefficient.stdErr, 11);
    });
    expect(proportionalHazards(b).global.chiSquare).toBeCloseTo(proportionalHazards(a).global.chiSquare, 9);
  });

  it("give the test of the rows themselves", () => {
    const [a, b] = [logRank(rows), logRank(counted)];
    if (a.kind !== "tested" || b.kind !== "tested") throw new Error("undefined");
    expect(b.chiSquare).toBeCloseTo(a.chiSquare, 10);
  });

  it("are left alone where times are hardly tied", () => {
    const time = rows.time.map((t, row) => t + row / 1e4);
    const subjects = { ...rows, time };
    expect(countEqualRows(subjects, timeOrder(time)).subjects).toBe(subjects);
  });
});

it("a model of very many tied events converges, though the sum of its likelihood is rounded", () => {
  const rows = cohort(400_000);
  const { convergence } = modelOf(rows);
  expect(convergence.kind).toBe("converged");
  expect(convergence.iterations).toBeLessThan(8);
});
