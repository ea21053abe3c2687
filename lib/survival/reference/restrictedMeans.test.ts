import { describe, expect, it } from "vitest";
import { type Contrast, compareRestrictedMeans, kaplanMeier } from "../index";
import { expectAgreement } from "./agreement";
import { dropped, type ReferenceCase, referenceCases, subjectsOf } from "./referenceCases";

type Mean = Record<"rmst" | "se" | "lower" | "upper" | "rmtl", number>;
type Known = Record<"est" | "lower" | "upper" | "p", number> & { se?: number };

interface Expected {
  nDropped: number;
  minOfMaxTimes: number;
  results: { tau: number; comparison: Mean; reference: Mean; difference: Known; ratio: Known; rmtlRatio: Known }[];
}

const cases = referenceCases<Expected>("rmstdiff") as (ReferenceCase<Expected> & {
  spec: { arm: string; reference: string; comparison: string };
})[];

function expectContrast(what: string, { estimate, stdErr, lower, upper, p }: Contrast, known: Known): void {
  expectAgreement(what, [estimate, lower, upper], [known.est, known.lower, known.upper], 1e-9, 1e-3);
  if (known.se !== undefined) expectAgreement(`${what} standard error`, [stdErr], [known.se], 1e-10);
  expectAgreement(`${what} P`, [p], [known.p], 1e-8);
}

describe.each(cases)("$id agrees with survRM2", (one) => {
  const { arm, reference, comparison } = one.spec;
  const subjects = subjectsOf({ ...one, spec: { ...one.spec, group: arm } });
  const levels = one.table.levels(arm);
  const curves = kaplanMeier(subjects);
  const [a, b] = [comparison, reference].map((level) => curves[levels.indexOf(level)]);

  it("in the rows used and the common follow-up", () => {
    expect(dropped(subjects)).toBe(one.expected.nDropped);
    expect(compareRestrictedMeans(a, b, 1).commonFollowUp).toBe(one.expected.minOfMaxTimes);
  });

  it.each(one.expected.results)("up to $tau", ({ tau, comparison: first, reference: second, ...known }) => {
    const found = compareRestrictedMeans(a, b, tau);
    for (const [mean, { rmst, se, rmtl }] of [
      [found.a, first],
      [found.b, second],
    ] as const)
      expectAgreement("mean", [mean.restrictedMean, mean.stdErr, tau - mean.restrictedMean], [rmst, se, rmtl], 1e-10);
    expectContrast("difference", found.difference, known.difference);
    expectContrast("ratio", found.ratio, known.ratio);
    expectContrast("ratio of time lost", found.timeLostRatio, known.rmtlRatio);
  });
});

it("covers every case of the reference", () => {
  expect(cases.length).toBe(7);
});
