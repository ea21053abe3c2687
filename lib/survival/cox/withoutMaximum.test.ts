import { describe, expect, it } from "vitest";
import { type CoxInput, coxRegression, fineGray, proportionalHazards, stepwise } from "../index";

const factor = (name: string, codes: number[], levels: string[]) => ({ name, codes: Int32Array.from(codes), levels });
const input = (time: number[], cause: number[], ...covariates: CoxInput["covariates"]): CoxInput => ({
  time: Float64Array.from(time),
  cause: Uint8Array.from(cause),
  covariates,
});
function fitted(of: CoxInput, options = {}) {
  const fit = coxRegression(of, options);
  if (!fit.ok) throw new Error(fit.reason);
  return fit.value;
}
const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const inTurn = [0, 1, 2, 0, 1, 2, 0, 1, 2];
const three = factor("g", inTurn, ["A", "B", "C"]);
const six = [1, 2, 3, 4, 5, 6];
const halves = factor("g", [0, 0, 0, 1, 1, 1], ["A", "B"]);

describe("no maximum, no estimate", () => {
  it("neither a level nor its reference with events: not estimable, no Wald test and no test of proportional hazards", () => {
    const fit = fitted(input(nine, [0, 0, 1, 0, 0, 1, 0, 0, 1], three));
    expect(fit.coefficients).toMatchObject([
      { name: "gB", kind: "inestimable", reason: "noEventInEither" },
      { name: "gC", kind: "infinite", direction: "up", why: "noEventInReference" },
    ]);
    expect(fit.notices.map(({ id }) => id)).toEqual(["separated", "noEventInEither", "fewEvents"]);
    expect(fit.convergence).toMatchObject({ kind: "separated", columns: ["gC"] });
    expect([fit.wald.p, fit.terms[0].p]).toEqual([Number.NaN, Number.NaN]);
    const hazards = proportionalHazards(fit);
    expect([hazards.untested, hazards.global.p]).toEqual(["noMaximum", Number.NaN]);
  });

  it("says that the level has no event where that is so, and keeps the others", () => {
    const fit = fitted(input(nine, [1, 0, 1, 1, 0, 0, 0, 0, 1], three));
    expect(fit.coefficients).toMatchObject([
      { name: "gB", kind: "infinite", direction: "down", why: "noEvent" },
      { name: "gC", kind: "estimated" },
    ]);
    expect(fit.notices.map(({ id }) => id)).not.toContain("noEventInEither");
  });

  it.each([
    ["all events of one group before the other's", [1, 1, 1, 1, 1, 1], "down"],
    ["the same with the last of the other censored", [1, 1, 1, 1, 1, 0], "down"],
  ] as const)("has a word of its own for %s", (_, cause, direction) => {
    const fit = fitted(input(six, [...cause], halves));
    expect(fit.coefficients).toMatchObject([{ kind: "infinite", direction, why: "apart" }]);
  });

  it("says of a number that orders the events that they are apart", () => {
    const fit = fitted(input(six, [1, 1, 1, 1, 1, 0], { name: "x", values: Float64Array.of(6, 5, 4, 3, 2, 1) }));
    expect(fit.coefficients).toMatchObject([{ kind: "infinite", why: "apart" }]);
  });

  it("leaves a covariate that has a maximum its tests", () => {
    const age = { name: "age", values: Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5) };
    const fit = fitted(input(nine, [1, 0, 1, 1, 0, 1, 1, 0, 1], three, age));
    expect(fit.terms.map(({ p }) => Number.isNaN(p))).toEqual([true, false]);
    const { untested, terms, global } = proportionalHazards(fit);
    expect(untested).toBe("noMaximum");
    expect(terms.find(({ term }) => term === "age")?.p).toBeGreaterThan(0);
    expect([global.p, terms.find(({ term }) => term === "g")?.p]).toEqual([Number.NaN, Number.NaN]);
    const selected = stepwise({ ...input(nine, [1, 0, 1, 1, 0, 1, 1, 0, 1], three, age) }, { criterion: "wald" });
    expect(selected.ok && selected.value.selected).toEqual(["g"]);
  });

  it("gives no numbers of a search that was given up", () => {
    const fit = fitted(input(six, [1, 0, 1, 1, 1, 1], { name: "x", values: Float64Array.of(2, 7, 1, 8, 2, 8) }), {
      maxIterations: 1,
    });
    expect(fit.coefficients).toMatchObject([{ kind: "inestimable", reason: "notConverged" }]);
    expect(proportionalHazards(fit)).toMatchObject({ untested: "noMaximum" });
  });

  it("holds for Fine–Gray regression", () => {
    const fit = fineGray(input(nine, [2, 0, 1, 0, 2, 1, 0, 0, 1], three));
    expect(fit.ok && fit.value.coefficients).toMatchObject([
      { name: "gB", kind: "inestimable", reason: "noEventInEither" },
      { name: "gC", kind: "infinite", why: "noEventInReference" },
    ]);
  });

  it("is not said where there is a maximum, be it ever so flat", () => {
    const fit = fitted(input([1, 1, 2, 2], [1, 1, 0, 0], factor("g", [0, 1, 0, 1], ["A", "B"])));
    expect(fit.coefficients).toMatchObject([{ kind: "estimated", hazardRatio: 1 }]);
    expect(fit.wald.p).toBe(1);
  });
});
