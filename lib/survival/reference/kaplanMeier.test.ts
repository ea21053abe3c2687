import { describe, expect, it } from "vitest";
import {
  atRiskTable,
  type Curve,
  curveLimits,
  type HazardCurve,
  hazardLimits,
  hazardSurvival,
  type IntervalType,
  kaplanMeier,
  medianFollowUp,
  nelsonAalen,
  printedMedian,
  quantile,
  restrictedMean,
  survivalAt,
} from "../index";
import { expectAgreement } from "./agreement";
import { dropped, referenceCases, type Stored, subjectsOf } from "./referenceCases";

type Column = Stored[];
type Interval = { lower: Column; upper: Column };
type ByLevelAndType<T> = Record<string, Record<string, T>>;
type Quantiles = Interval & { p: number[]; q: Column };
type Mean = { tau: number; rmean: number; se: number };

interface Expected {
  nDropped: number;
  groups: {
    name: string;
    n: number;
    events: number;
    censored: number;
    nDistinctTimes: number;
    curveIsSubset: boolean;
    curve: Record<
      "time" | "nRisk" | "nEvent" | "nCensor" | "surv" | "stdErrLog" | "stdErrSurv" | "cumhaz" | "cumhazSE",
      Column
    >;
    cumhazCI95: Record<"plain" | "log", Interval>;
    ci: ByLevelAndType<Interval>;
    quantiles: ByLevelAndType<Quantiles>;
    medianPrint?: Record<"median" | "lower" | "upper", Stored>;
    rmst: { common: Mean; individual: Mean; fixed?: Mean[] };
    atTimes?: Record<"times" | "surv" | "stdErrSurv" | "nRisk" | "cumEvents" | "cumhaz" | "cumhazSE", number[]> & {
      ci: ByLevelAndType<Interval>;
    };
    flemingHarrington?: Record<"surv" | "stdErrLog" | "lower95log" | "upper95log" | "cumhaz" | "cumhazSE", Column>;
    breslowSurv?: Record<"surv" | "stdErrLog", Column>;
    reverseKM?: Record<"log95" | "log-log95", Quantiles>;
  }[];
}

const cases = referenceCases<Expected>("km");
const interval = (level: string, type: string) => ({
  type: (type === "arcsin" ? "arcsine" : type) as IntervalType,
  level: Number(level),
});

/**
 * With count weights R's tie correction shares the weight of tied rows among them instead of replicating them, so that only for this
 * estimate the rows written out one by one are the reference: the same curves, `aml/km/group`.
 */
const replicated = cases.find(({ id }) => id === "aml/km/group")!.expected;

/** The entries of a curve that the reference holds, when it holds only some. */
function pick(curve: Curve | HazardCurve, times: Column): (column: Float64Array) => Float64Array {
  const at = times.map((time) => curve.time.findIndex((t) => Math.abs(t - Number(time)) <= 1e-12 * Math.abs(t)));
  return (column) => Float64Array.from(at, (i) => column[i]);
}

describe.each(cases)("$id agrees with R", (one) => {
  const { expected } = one;
  const subjects = subjectsOf(one);
  const curves = kaplanMeier(subjects);
  const hazards = nelsonAalen(subjects);
  const each = (check: (expected: Expected["groups"][number], curve: Curve, g: number) => void) =>
    expected.groups.forEach((group, g) => {
      check(group, curves[g], g);
    });

  it("in the rows used, the counts and the curve", () => {
    expect(dropped(subjects)).toBe(expected.nDropped);
    expect(curves.length).toBe(expected.groups.length);
    each((group, curve) => {
      expect(curve.time.length).toBe(group.nDistinctTimes);
      // R's n is the number of rows; ours the number of subjects, which differs where rows are counts of subjects.
      if (subjects.weightKind === "count") expect(curve.n).toBe(curve.events + curve.censored);
      else expect(curve.n).toBe(group.n);
      expectAgreement(
        "events and censored",
        [curve.events, curve.censored + curve.competing],
        [group.events, group.censored],
        1e-12,
      );
      const of = pick(curve, group.curve.time);
      expectAgreement("time", of(curve.time), group.curve.time, 1e-15);
      for (const name of ["nRisk", "nEvent", "nCensor"] as const)
        expectAgreement(name, of(curve[name]), group.curve[name], 1e-12);
      expectAgreement("survival", of(curve.survival), group.curve.surv, 1e-10, 1e-12);
      expectAgreement("stdErr", of(curve.stdErr), group.curve.stdErrSurv, 1e-10);
    });
  });

  it("in the cumulative hazard, its standard error and limits", () => {
    each((group, curve, g) => {
      const of = pick(curve, group.curve.time);
      expectAgreement("hazard", of(curve.cumulativeHazard), group.curve.cumhaz, 1e-10);
      expectAgreement("its standard error", of(hazards[g].stdErr), group.curve.cumhazSE, 1e-10);
      for (const type of ["plain", "log"] as const) {
        const { lower, upper } = hazardLimits(hazards[g], { type });
        expectAgreement(`${type} lower`, of(lower), group.cumhazCI95[type].lower, 1e-9, 1e-4);
        expectAgreement(`${type} upper`, of(upper), group.cumhazCI95[type].upper, 1e-9);
      }
    });
  });

  it("in the limits of every type and level", () => {
    each((group, curve) => {
      const of = pick(curve, group.curve.time);
      for (const [level, types] of Object.entries(group.ci))
        for (const [type, { lower, upper }] of Object.entries(types)) {
          const limits = curveLimits(curve, interval(level, type));
          expectAgreement(`${level} ${type} lower`, of(limits.lower), lower, 1e-9, 1e-6);
          expectAgreement(`${level} ${type} upper`, of(limits.upper), upper, 1e-9);
        }
    });
  });

  it("in the quantiles and their limits", () => {
    each((group, curve) => {
      for (const [level, types] of Object.entries(group.quantiles))
        for (const [type, { p, q, lower, upper }] of Object.entries(types)) {
          const found = p.map((probability) => quantile(curve, probability, interval(level, type)));
          expect(found.map((at) => (at.kind === "reached" ? at.time : null))).toEqual(q);
          expect(
            found.map((at) => at.lower),
            `${level} ${type} lower`,
          ).toEqual(lower);
          expect(
            found.map((at) => at.upper),
            `${level} ${type} upper`,
          ).toEqual(upper);
        }
    });
  });

  it("in the restricted means", () => {
    each(({ rmst: { common, individual, fixed = [] } }, curve) => {
      for (const { tau, rmean, se } of [common, individual, ...fixed]) {
        const mean = restrictedMean(curve, tau);
        expectAgreement(`restricted mean to ${tau}`, [mean.restrictedMean, mean.stdErr], [rmean, se], 1e-10);
      }
    });
  });

  it("at given times, as far as there is follow-up", () => {
    each(({ atTimes }, curve) => {
      if (!atTimes) return;
      const last = curve.time[curve.time.length - 1];
      const table = atRiskTable(curve, atTimes.times);
      expectAgreement("at risk", table.nRisk, atTimes.nRisk, 1e-12);
      expectAgreement("events so far", table.nEvent, atTimes.cumEvents, 1e-12);
      for (const [i, t] of atTimes.times.entries()) {
        const at = survivalAt(curve, t);
        if (t > last) {
          expect(at).toBeNull();
          continue;
        }
        expectAgreement(
          `at ${t}`,
          [at!.survival, at!.stdErr, at!.nRisk],
          [atTimes.surv[i], atTimes.stdErrSurv[i], atTimes.nRisk[i]],
          1e-10,
        );
        for (const [level, types] of Object.entries(atTimes.ci))
          for (const [type, { lower, upper }] of Object.entries(types)) {
            const limits = survivalAt(curve, t, interval(level, type))!;
            expectAgreement(`${type} at ${t}`, [limits.lower, limits.upper], [lower[i], upper[i]], 1e-9);
          }
      }
    });
  });

  it.runIf(expected.groups[0].medianPrint)("in the median that R prints", () => {
    each(({ medianPrint }, curve) => {
      const at = printedMedian(curve, { type: "log" });
      const { median, lower, upper } = medianPrint!;
      expect([at.kind === "reached" ? at.time : null, at.lower, at.upper]).toEqual([median, lower, upper]);
    });
  });

  it.runIf(expected.groups[0].flemingHarrington)("in the survival curves made from the hazard", () => {
    const tieCorrected = nelsonAalen(subjects, { ties: "efron" });
    each(({ breslowSurv, curve: { time } }, curve, g) => {
      const of = pick(curve, time);
      const { flemingHarrington } = (one.id === "aml_weighted/km/counts" ? replicated : expected).groups[g];
      const corrected = hazardSurvival(tieCorrected[g]);
      const { lower, upper } = curveLimits(corrected, { type: "log" });
      expectAgreement("Fleming–Harrington", of(corrected.survival), flemingHarrington!.surv, 1e-10);
      expectAgreement("its hazard", of(tieCorrected[g].cumulativeHazard), flemingHarrington!.cumhaz, 1e-10);
      expectAgreement("its standard error", of(tieCorrected[g].stdErr), flemingHarrington!.stdErrLog, 1e-10);
      expectAgreement("its standard error", of(tieCorrected[g].stdErr), flemingHarrington!.cumhazSE, 1e-10);
      expectAgreement("its lower limit", of(lower), flemingHarrington!.lower95log, 1e-9);
      expectAgreement("its upper limit", of(upper), flemingHarrington!.upper95log, 1e-9);
      expectAgreement("Breslow", of(hazardSurvival(hazards[g]).survival), breslowSurv!.surv, 1e-10);
      expectAgreement("its standard error", of(hazards[g].stdErr), breslowSurv!.stdErrLog, 1e-10);
    });
  });

  it.runIf(expected.groups[0].reverseKM)("in the median follow-up", () => {
    for (const [name, type] of [
      ["log95", "log"],
      ["log-log95", "log-log"],
    ] as const) {
      const found = medianFollowUp(subjects, { type });
      each(({ reverseKM }, _, g) => {
        if (!reverseKM?.[name]) return;
        const { q, lower, upper } = reverseKM[name];
        const at = found[g];
        expect([at.kind === "reached" ? at.time : null, at.lower, at.upper]).toEqual([q[1], lower[1], upper[1]]);
      });
    }
  });
});

it("covers every Kaplan–Meier case of the reference", () => {
  expect(cases.length).toBe(25);
});
