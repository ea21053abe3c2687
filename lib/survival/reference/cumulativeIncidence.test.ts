import { describe, expect, it } from "vitest";
import { cumulativeIncidence, grayTest, type IntervalType, incidenceAt, incidenceLimits } from "../index";
import { expectAgreement } from "./agreement";
import { dropped, referenceCases, type Stored, subjectsOf } from "./referenceCases";

type Column = Stored[];
type Limits = Record<"log" | "plain" | "log-log", { lower: Column; upper: Column }>;

interface Expected {
  nDropped: number;
  causes: string[];
  groups: {
    n: number;
    events: number[];
    censored: number;
    curveIsSubset: boolean;
    curve: {
      time: number[];
      nRisk: Column;
      eventFree: Column;
      cif: Record<string, { nEvent: Column; est: Column; stdErrIJ: Column; ci95: Limits }>;
    };
    atTimes: {
      times: number[];
      cif: Record<string, { est: Column; stdErrIJ: Column; stdErrAalenDelta: Column; ci95: Limits }>;
    };
  }[];
  gray?: { tests: { cause: string; stat: number; df: number; p: number }[] };
}

const cases = referenceCases<Expected>("cif");
const types: (IntervalType & keyof Limits)[] = ["log", "plain", "log-log"];

describe.each(cases)("$id agrees with R", (one) => {
  const { expected } = one;
  const subjects = subjectsOf(one);
  const found = cumulativeIncidence({ ...subjects, strata: undefined });

  it("in the rows used and the curves", () => {
    expect(dropped(subjects)).toBe(expected.nDropped);
    expected.groups.forEach(({ n, events, censored, curve, curveIsSubset }, g) => {
      const { time, causes, ...group } = found[g];
      expect([group.n, group.censored, causes.map((cause) => cause.events)]).toEqual([n, censored, events]);
      if (!curveIsSubset) expect(time.length).toBe(curve.time.length);
      const of = (column: Float64Array) => Float64Array.from(curve.time, (t) => column[time.indexOf(t)]);
      expectAgreement("at risk", of(group.nRisk), curve.nRisk, 1e-12);
      expectAgreement("event-free", of(group.eventFree), curve.eventFree, 1e-10, 1e-12);
      expected.causes.forEach((name, i) => {
        const { nEvent, est, stdErrIJ, ci95 } = curve.cif[name];
        expectAgreement(`${name} events`, of(causes[i].nEvent), nEvent, 1e-12);
        expectAgreement(`${name} incidence`, of(causes[i].incidence), est, 1e-10);
        expectAgreement(`${name} standard error`, of(causes[i].stdErr), stdErrIJ, 1e-10);
        for (const type of types) {
          const { lower, upper } = incidenceLimits(causes[i], { type });
          expectAgreement(`${name} ${type} lower`, of(lower), ci95[type].lower, 1e-9, 1e-6);
          expectAgreement(`${name} ${type} upper`, of(upper), ci95[type].upper, 1e-9);
        }
      });
    });
  });

  it("at given times, as far as there is follow-up", () => {
    expected.groups.forEach(({ atTimes }, g) => {
      expected.causes.forEach((name, i) => {
        const { est, stdErrIJ, stdErrAalenDelta, ci95 } = atTimes.cif[name];
        atTimes.times.forEach((t, at) => {
          const last = found[g].time[found[g].time.length - 1];
          expect(incidenceAt(found[g], i + 1, t) === null).toBe(t > last);
          for (const type of t > last ? [] : types) {
            const { incidence, stdErr, lower, upper } = incidenceAt(found[g], i + 1, t, { type })!;
            expectAgreement(
              `${name} at ${t}`,
              [incidence, stdErr, stdErr],
              [est[at], stdErrIJ[at], stdErrAalenDelta[at]],
              1e-10,
            );
            expectAgreement(
              `${name} ${type} at ${t}`,
              [lower, upper],
              [ci95[type].lower[at], ci95[type].upper[at]],
              1e-9,
              1e-6,
            );
          }
        });
      });
    });
  });

  it.runIf(expected.gray)("in Gray's test", () => {
    const tests = grayTest(subjects);
    expect(tests.length).toBe(expected.gray!.tests.length);
    for (const { cause, stat, df, p } of expected.gray!.tests) {
      const test = tests.find((one) => one.cause === expected.causes.indexOf(cause) + 1)!;
      if (test.kind !== "tested") throw new Error(test.reason);
      expect(test.df).toBe(df);
      expectAgreement(`${cause} chi-square`, [test.chiSquare], [stat], 1e-9);
      // cmprsk subtracts from 1, which costs digits of a small P.
      expectAgreement(`${cause} P`, [test.p], [p], 1e-8, 1e-7);
    }
  });
});

it("covers every cumulative incidence case of the reference", () => {
  expect(cases.length).toBe(8);
});
