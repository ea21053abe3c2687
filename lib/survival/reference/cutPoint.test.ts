import { describe, expect, it } from "vitest";
import { contalOQuigley, cutPoint, cutPointPermutation, logRankScan } from "../index";
import { expectAgreement } from "./agreement";
import { type ReferenceCase, referenceCases, type Stored, subjectsOf } from "./referenceCases";

interface Expected {
  n: number;
  nDropped: number;
  maxstat: {
    cutpoint: number;
    statistic: number;
    cuts: number[];
    stats: number[];
    p: {
      Lau92: Stored;
      Lau94: Stored;
      HL: number | null;
      exactGauss: number;
      exactGaussSpread3Seeds: [number, number];
    };
  };
  logrankScan: {
    cutpoint: number;
    chisq: number;
    pNaive: number;
    pLau92: number;
    cuts: number[];
    chisqs: number[];
    nLow: number[];
  };
  contalOQuigley?: Record<"D_totalDeaths" | "D_distinctTimes", { D: number; sigma2: number; Q: number; p: number }> & {
    cutpointHighGroupStartsAt: number;
    maxAbsS: number;
  };
}

const cases = referenceCases<Expected>("cutpoint") as (ReferenceCase<Expected> & {
  spec: { variable: string; minprop: number; maxprop: number };
})[];

describe.each(cases)("$id agrees with R", (one) => {
  const { spec, expected } = one;
  const subjects = subjectsOf(one);
  const values = one.table.column(spec.variable);
  const shares = { minShare: spec.minprop, maxShare: spec.maxprop };

  it("in the maximally selected rank statistic", () => {
    const found = cutPoint(subjects, values, shares);
    if (found.kind !== "found") throw new Error(found.reason);
    const { maxstat } = expected;
    expect(found.n).toBe(expected.n);
    expect(values.length - found.n).toBe(expected.nDropped);
    expectAgreement("cuts", found.cuts, maxstat.cuts, 0);
    expectAgreement("statistics", found.statistics, maxstat.stats, 1e-9);
    expect(found.cut).toBe(maxstat.cutpoint);
    expectAgreement("statistic", [found.statistic], [maxstat.statistic], 1e-9);
  });

  it("in its P values", () => {
    const found = cutPoint(subjects, values, shares);
    if (found.kind !== "found") throw new Error(found.reason);
    const { Lau92, Lau94, HL, exactGauss, exactGaussSpread3Seeds: spread } = expected.maxstat.p;
    expectAgreement("Lausen 1992", [found.p.lausen1992], [Lau92], 1e-9);
    // R subtracts from 1, to 1e-16.
    expectAgreement("Lausen 1994", [found.p.lausen1994], [Lau94], 1e-9, 1e-6);
    if (HL !== null) expectAgreement("Hothorn–Lausen", [found.p.hothornLausen as number], [HL], 1e-6);
    expect(Math.abs((found.p.gaussian as number) - exactGauss)).toBeLessThan(
      Math.max(0.001, 3 * (spread[1] - spread[0])),
    );
  });

  it("in the scan of ordinary log-rank tests", () => {
    const found = logRankScan(subjects, values, shares);
    if (found.kind !== "found") throw new Error(found.reason);
    const { logrankScan } = expected;
    expectAgreement("cuts", found.cuts, logrankScan.cuts, 0);
    expectAgreement("low groups", found.low, logrankScan.nLow, 0);
    expectAgreement("chi-squares", found.statistics, logrankScan.chisqs, 1e-9, 1e-6);
    expect(found.cut).toBe(logrankScan.cutpoint);
    expectAgreement("P", [found.p.naive, found.p.lausen1992], [logrankScan.pNaive, logrankScan.pLau92], 1e-8);
  });

  it.runIf(expected.contalOQuigley)("in the test of Contal and O'Quigley", () => {
    const found = contalOQuigley(subjects, values);
    if (found.kind !== "found") throw new Error(found.reason);
    const { cutpointHighGroupStartsAt, maxAbsS, D_totalDeaths, D_distinctTimes } = expected.contalOQuigley!;
    expect(Math.min(...values.filter((value, row) => value > found.cut && Number.isFinite(subjects.time[row])))).toBe(
      cutpointHighGroupStartsAt,
    );
    expectAgreement("O − E", [found.largest], [maxAbsS], 1e-9);
    for (const [test, { D, sigma2, Q, p }] of [
      [found.events, D_totalDeaths],
      [found.eventTimes, D_distinctTimes],
    ] as const)
      expectAgreement("bridge", [test.count, test.variance, test.q, test.p], [D, sigma2, Q, p], 1e-9);
  });
});

it("comes as near as chance allows to maxstat by permutation", () => {
  const ovarian = cases.find(({ id }) => id === "ovarian/cutpoint/age")!;
  const run = cutPointPermutation(subjectsOf(ovarian), ovarian.table.column("age"), { count: 4000, seed: 5 });
  let step = run.next();
  while (!step.done) step = run.next();
  if (step.value.kind !== "tested") throw new Error(step.value.reason);
  // R 4.2.2, maxstat 0.7-25: set.seed(1); maxstat.test(Surv(futime, fustat) ~ age, ovarian, smethod = "LogRank", pmethod = "condMC", B = 1e6)$p.value
  expect(Math.abs(step.value.p - 0.007361)).toBeLessThan(4 * step.value.stdErr);
});

it("covers every cut-point case of the reference", () => {
  expect(cases.length).toBe(11);
});
