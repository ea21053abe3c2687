import { describe, expect, it } from "vitest";
import { coxRegression, kaplanMeier, landmark, logRank, quantile } from "../index";
import { expectAgreement } from "./agreement";
import { codes, type ReferenceCase, referenceCases, subjectsOf } from "./referenceCases";

interface Expected {
  results: {
    landmark: number;
    n: number;
    events: number;
    groups: {
      name: string;
      n: number;
      events: number;
      medianResidual: number | null;
      lower: number | null;
      upper: number | null;
    }[];
    logrank: { chisq: number; df: number; p: number };
    cox: { name: string; coef: number; hr: number; se: number }[];
  }[];
}

const cases = referenceCases<Expected>("landmark") as (ReferenceCase<Expected> & { spec: { group: string } })[];

/** Groups nobody is left in at the landmark are dropped from R's output. */
describe.each(
  cases.flatMap((one) => one.expected.results.map((known) => ({ id: one.id, at: known.landmark, one, known }))),
)("$id at $at agrees with R", ({ one, at, known }) => {
  const group = one.spec.group.replace("{L}", String(at));
  const whole = subjectsOf({ ...one, spec: { ...one.spec, group } });
  const subjects = landmark(whole, at);
  const curves = kaplanMeier(subjects);

  it("in who is left, and the median residual time", () => {
    const left = curves.filter(({ n }) => n > 0);
    expect(left.length).toBe(known.groups.length);
    expect(left.reduce((sum, { n }) => sum + n, 0)).toBe(known.n);
    expect(codes(one.table, group).length).toBe(one.table.rows);
    known.groups.forEach(({ n, events, medianResidual, lower, upper }, g) => {
      expect([left[g].n, left[g].events]).toEqual([n, events]);
      const median = quantile(left[g], 0.5, { type: "log" });
      expect([median.kind === "reached" ? median.time : null, median.lower, median.upper]).toEqual([
        medianResidual,
        lower,
        upper,
      ]);
    });
  });

  it("in the Cox model", () => {
    const levels = one.table.levels(group);
    const fit = coxRegression({
      ...subjects,
      group: undefined,
      covariates: [{ name: "group", codes: codes(one.table, group), levels }],
    });
    if (!fit.ok) throw new Error(fit.problem.message);
    fit.value.coefficients.forEach((found, i) => {
      if (found.kind !== "estimated") throw new Error(`${found.name} is ${found.kind}`);
      const { coef, hr, se, name } = known.cox[i];
      expect(found.name).toBe(`group${name}`);
      expectAgreement("coefficient", [found.coefficient, found.hazardRatio, found.stdErr], [coef, hr, se], 1e-8);
    });
  });

  it("in the log-rank test", () => {
    const test = logRank(subjects);
    if (test.kind !== "tested") throw new Error(test.reason);
    expectAgreement("chi-square", [test.chiSquare, test.df], [known.logrank.chisq, known.logrank.df], 1e-9);
    expectAgreement("P", [test.p], [known.logrank.p], 1e-8);
  });
});

it("covers every landmark case of the reference", () => {
  expect(cases.length).toBe(6);
});
