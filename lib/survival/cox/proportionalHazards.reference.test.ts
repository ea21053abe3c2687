import { describe, expect, it } from "vitest";
import { expectAgreement } from "../reference/agreement";
import { referenceCases, type Stored } from "../reference/referenceCases";
import { proportionalHazards } from "./proportionalHazards";
import { fitOf, type ModelCase } from "./referenceModels";
import type { TimeTransform } from "./timeTransform";

interface Tests {
  terms: { term: string; chisq: Stored; df: Stored; p: Stored }[];
  perCoefficient?: { name: string; chisq: Stored; p: Stored }[];
  rError?: string;
}

interface Expected {
  zph?: Record<TimeTransform, Tests>;
}

const cases = (referenceCases<Expected>("cox") as ModelCase<Expected>[])
  .filter((one) => one.expected.zph)
  .flatMap((one) =>
    Object.entries(one.expected.zph!).map(([transform, known]) => ({
      ...{ id: one.id, one, known },
      transform: transform as TimeTransform,
    })),
  );

const defined = cases.filter(({ known }) => !known.rError);
const undefinedInR = cases.filter(({ known }) => known.rError);

describe.each(defined)("$id ($transform)", ({ one, transform, known }) => {
  it("agrees with cox.zph per covariate, global, and per coefficient", () => {
    const found = proportionalHazards(fitOf(one), transform);
    const all = [...found.terms, { ...found.global, term: "GLOBAL" }];
    const column = (key: "chiSquare" | "df" | "p") => all.map((test) => test[key]);
    const wanted = (key: "chisq" | "df" | "p") => known.terms.map((test) => test[key]);
    expect(all.map(({ term }) => term)).toEqual(known.terms.map(({ term }) => term));
    expectAgreement("chi-square", column("chiSquare"), wanted("chisq"), 1e-7, 1e-3);
    expectAgreement("df", column("df"), wanted("df"), 0);
    expectAgreement("P", column("p"), wanted("p"), 1e-7);
    const each = (known.perCoefficient ?? []).filter(({ name }) => name !== "GLOBAL");
    const sameOnes = found.coefficients.filter(({ name }) => each.some((test) => test.name === name));
    expect(sameOnes.length).toBe(each.length);
    expectAgreement(
      "each",
      sameOnes.map((t) => t.chiSquare),
      each.map((t) => t.chisq),
      1e-7,
      1e-3,
    );
  });
});

it.each(undefinedInR)("$id ($transform) is undefined, as in R", ({ one, transform }) => {
  const found = proportionalHazards(fitOf(one), transform);
  expect([found.global, ...found.terms].every(({ p }) => Number.isNaN(p))).toBe(true);
});

it("covers every case with a test of proportional hazards", () => {
  expect(cases.length).toBe(4 * 40);
});
