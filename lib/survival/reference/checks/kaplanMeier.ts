import { type Agreement, agree, withLimits } from "../../../agreement/agreement";
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
  pointwiseLimits,
  type Quantile,
  quantile,
  restrictedMean,
  type Subjects,
  survivalAt,
} from "../../index";
import { dropped, type ReferenceCase, type Stored, subjectsOf } from "../referenceCase";
import { checkQuantiles } from "../rQuantiles";

type Column = Stored[];
type Interval = { lower: Column; upper: Column };
type ByLevelAndType<T> = Record<string, Record<string, T>>;
type Quantiles = Interval & { p: number[]; q: Column };
type Mean = { tau: number; rmean: number; se: number };
type CurveColumn =
  | "time"
  | "nRisk"
  | "nEvent"
  | "nCensor"
  | "surv"
  | "stdErrLog"
  | "stdErrSurv"
  | "cumhaz"
  | "cumhazSE";

interface Group {
  n: number;
  events: number;
  censored: number;
  nDistinctTimes: number;
  curve: Record<CurveColumn, Column>;
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
}

export interface KaplanMeierExpected {
  robustVariance: boolean;
  nDropped: number;
  groups: Group[];
}

const interval = (level: string, type: string) => ({
  type: (type === "arcsin" ? "arcsine" : type) as IntervalType,
  level: Number(level),
});

const percent = (level: string) => `${Math.round(100 * Number(level))}%`;

/** The entries of a curve that the reference holds, when it holds only some. */
function pick(curve: Curve | HazardCurve, times: Column): (column: ArrayLike<number>) => Float64Array {
  const at = times.map((time) => curve.time.findIndex((t) => Math.abs(t - Number(time)) <= 1e-12 * Math.abs(t)));
  return (column) => Float64Array.from(at, (i) => column[i]);
}

const timeOf = (at: Quantile) => (at.kind === "reached" ? at.time : null);

/**
 * Everything of a Kaplan–Meier case: curve, hazard, intervals of every type and level, quantiles, restricted means,
 * readings, follow-up.
 */
export function* checkKaplanMeier(one: ReferenceCase<KaplanMeierExpected>): Generator<Agreement> {
  const subjects = subjectsOf(one);
  const curves = kaplanMeier(subjects);
  const hazards = nelsonAalen(subjects);
  const { groups, nDropped, robustVariance } = one.expected;
  yield agree("robust variance", [subjects.weightKind === "sampling"], [robustVariance], 0);
  yield agree("rows left out, groups", [dropped(subjects), curves.length], [nDropped, groups.length], 0);
  for (const [g, group] of groups.entries()) {
    const curve = curves[g];
    const of = pick(curve, group.curve.time);
    // R's n is the number of rows; ours the number of subjects, which differs where rows are counts of subjects.
    const n = subjects.weightKind === "count" ? group.n && curve.n : group.n;
    yield agree("subjects and distinct times", [curve.n, curve.time.length], [n, group.nDistinctTimes], 0);
    const endings = [curve.events, curve.censored + curve.competing];
    yield agree("events and censored", endings, [group.events, group.censored], 1e-12);
    yield* curveColumns(curve, group, of, robustVariance);
    yield* hazardColumns(hazards[g], group, of);
    yield* limitsOf(curve, group, of);
    yield* quantilesOf(curve, group);
    yield* meansOf(curve, group);
    if (group.atTimes) yield* readings(curve, hazards[g], group.atTimes);
  }
  yield* followUp(one);
  if (groups[0].flemingHarrington) yield* survivalFromHazard(one);
}

function* curveColumns(
  curve: Curve,
  { curve: known }: Group,
  of: ReturnType<typeof pick>,
  robust: boolean,
): Generator<Agreement> {
  yield agree("time", of(curve.time), known.time, 1e-15);
  yield agree("at risk", of(curve.nRisk), known.nRisk, 1e-12);
  yield agree("events", of(curve.nEvent), known.nEvent, 1e-12);
  yield agree("censored", of(curve.nCensor), known.nCensor, 1e-12);
  yield agree("survival", of(curve.survival), known.surv, 1e-10, 1e-12);
  yield agree("standard error", of(curve.stdErr), known.stdErrSurv, 1e-10);
  // Where Ŝ is 0 the standard error of its logarithm is infinite by Greenwood's formula, and the robust one undefined.
  const atZero = robust ? Number.NaN : Number.POSITIVE_INFINITY;
  const ofLog = of(curve.stdErr.map((se, i) => (curve.survival[i] > 0 ? se / curve.survival[i] : atZero)));
  yield agree("standard error of log survival", ofLog, known.stdErrLog, 1e-10);
}

function* hazardColumns(hazard: HazardCurve, group: Group, of: ReturnType<typeof pick>): Generator<Agreement> {
  yield agree("cumulative hazard", of(hazard.cumulativeHazard), group.curve.cumhaz, 1e-10);
  yield agree("standard error of the hazard", of(hazard.stdErr), group.curve.cumhazSE, 1e-10);
  for (const type of ["plain", "log"] as const) {
    const { lower, upper } = hazardLimits(hazard, { type });
    yield agree(`hazard, ${type} lower limit`, of(lower), group.cumhazCI95[type].lower, 1e-9, 1e-4);
    yield agree(`hazard, ${type} upper limit`, of(upper), group.cumhazCI95[type].upper, 1e-9);
  }
}

function* limitsOf(curve: Curve, group: Group, of: ReturnType<typeof pick>): Generator<Agreement> {
  for (const [level, types] of Object.entries(group.ci))
    for (const [type, { lower, upper }] of Object.entries(types)) {
      const found = curveLimits(curve, interval(level, type));
      const limits = { lower: [...of(found.lower)], upper: [...of(found.upper)] };
      const ours = withLimits([...of(curve.survival)], limits, { lower, upper });
      yield agree(`${type} lower limit, ${percent(level)}`, ours.lower, lower, 1e-9, 1e-6);
      yield agree(`${type} upper limit, ${percent(level)}`, ours.upper, upper, 1e-9);
    }
}

function* quantilesOf(curve: Curve, group: Group): Generator<Agreement> {
  for (const [level, types] of Object.entries(group.quantiles))
    for (const [type, { p, ...known }] of Object.entries(types))
      yield* checkQuantiles(`quantiles, ${type}, ${percent(level)}`, curve, interval(level, type), p, known);
  if (!group.medianPrint) return;
  const at = quantile(curve, 0.5, { type: "log" });
  const { median, lower, upper } = group.medianPrint;
  yield agree("printed median", [timeOf(at), at.lower, at.upper], [median, lower, upper], 0);
}

function* meansOf(curve: Curve, { rmst: { common, individual, fixed = [] } }: Group): Generator<Agreement> {
  for (const { tau, rmean, se } of [common, individual, ...fixed]) {
    // R's error of a weighted curve is Greenwood's with weights as counts, which follows their scale; ours is compared
    // in fixtures/weights.R.
    const mean = restrictedMean({ ...curve, greenwood: curve.survival }, tau);
    yield agree("restricted mean", [mean.restrictedMean, mean.stdErr], [rmean, se], 1e-10);
  }
}

/** Past the last follow-up R continues the curve and we give nothing. */
function* readings(curve: Curve, hazard: HazardCurve, known: NonNullable<Group["atTimes"]>): Generator<Agreement> {
  const last = curve.time[curve.time.length - 1];
  const table = atRiskTable(curve, known.times);
  // With delayed entry R gives the number at risk at the next time of the curve, entered or not.
  const atNext = known.times.map((t) => curve.nRisk[curve.time.findIndex((time) => time >= t)] ?? 0);
  yield agree("at risk at times", curve.entered ? atNext : table.nRisk, known.nRisk, 1e-12);
  yield agree(
    "events so far",
    known.times.map((t) => eventsUpTo(curve, t)),
    known.cumEvents,
    1e-12,
  );
  for (const [i, t] of known.times.entries()) {
    const at = survivalAt(curve, t);
    yield agree("follow-up at times", [at === null], [t > last && curve.survival.at(-1) !== 0], 0);
    const step = curve.time.findLastIndex((time) => time <= t);
    const hazardAt = step < 0 ? [0, 0] : [hazard.cumulativeHazard[step], hazard.stdErr[step]];
    yield agree("hazard at times", hazardAt, [known.cumhaz[i], known.cumhazSE[i]], 1e-10);
    const curveAt = at ?? { survival: curve.survival[step], stdErr: curve.stdErr[step] };
    yield agree("survival at times", [curveAt.survival, curveAt.stdErr], [known.surv[i], known.stdErrSurv[i]], 1e-10);
    for (const [level, types] of Object.entries(known.ci))
      for (const [type, { lower, upper }] of Object.entries(types)) {
        const limits = at ? survivalAt(curve, t, interval(level, type)) : lastLimits(curve, level, type);
        const theirs = { lower: [lower[i]], upper: [upper[i]] };
        const [mine, other] = [limits?.lower ?? Number.NaN, limits?.upper ?? Number.NaN];
        const ours = withLimits([curveAt.survival], { lower: [mine], upper: [other] }, theirs);
        yield agree("limits at times", [...ours.lower, ...ours.upper], [lower[i], upper[i]], 1e-9);
      }
  }
}

const eventsUpTo = ({ time, nEvent }: Curve, t: number) =>
  nEvent.reduce((sum, events, i) => sum + (time[i] <= t ? events : 0), 0);

function lastLimits(curve: Curve, level: string, type: string) {
  const { lower, upper } = curveLimits(curve, interval(level, type));
  return { lower: lower[lower.length - 1], upper: upper[upper.length - 1] };
}

function* followUp(one: ReferenceCase<KaplanMeierExpected>): Generator<Agreement> {
  const { groups } = one.expected;
  if (!groups[0].reverseKM) return;
  const subjects = subjectsOf(one);
  const reverse = (of: Subjects): Subjects => ({ ...of, cause: of.cause.map((cause) => (cause === 0 ? 1 : 0)) });
  const reversed = kaplanMeier(reverse(subjects));
  for (const type of ["log", "log-log"] as const) {
    // Ours is from entry where R's is on the clock of the curves: compared where nobody enters late, and else with the
    // times since entry.
    const found = medianFollowUp(subjects, { type });
    const sinceEntry = kaplanMeier(
      reverse({
        ...subjects,
        time: subjects.entry ? subjects.time.map((t, row) => t - (subjects.entry as Float64Array)[row]) : subjects.time,
        entry: undefined,
      }),
    );
    for (const [g, { reverseKM }] of groups.entries()) {
      const known = reverseKM?.[`${type}95`];
      if (!known) continue;
      const at = found[g];
      yield* checkQuantiles("quantiles of follow-up", reversed[g], { type }, known.p, known);
      const median = quantile(sinceEntry[g], 0.5, { type });
      yield agree(
        "median follow-up",
        [timeOf(at), at.lower, at.upper],
        [timeOf(median), median.lower, median.upper],
        0,
      );
    }
  }
}

function* survivalFromHazard(one: ReferenceCase<KaplanMeierExpected>): Generator<Agreement> {
  const subjects = subjectsOf(one);
  const hazards = nelsonAalen(subjects);
  const isCounted = subjects.weightKind === "count";
  const corrected = isCounted ? null : nelsonAalen(subjects, { ties: "efron" });
  for (const [g, { breslowSurv, flemingHarrington, curve }] of one.expected.groups.entries()) {
    const of = pick(hazards[g], curve.time);
    yield agree("Breslow survival", of(hazardSurvival(hazards[g]).survival), breslowSurv!.surv, 1e-10);
    yield agree("Breslow standard error", of(hazards[g].stdErr), breslowSurv!.stdErrLog, 1e-10);
    if (!corrected) continue;
    const known = flemingHarrington!;
    const survival = hazardSurvival(corrected[g]);
    const found = pointwiseLimits(survival, { type: "log" });
    yield agree("Fleming–Harrington survival", of(survival.survival), known.surv, 1e-10);
    yield agree("Fleming–Harrington hazard", of(corrected[g].cumulativeHazard), known.cumhaz, 1e-10);
    yield agree("Fleming–Harrington standard error", of(corrected[g].stdErr), known.stdErrLog, 1e-10);
    yield agree("Fleming–Harrington hazard, standard error", of(corrected[g].stdErr), known.cumhazSE, 1e-10);
    const theirs = { lower: known.lower95log, upper: known.upper95log };
    const limits = { lower: [...of(found.lower)], upper: [...of(found.upper)] };
    const { lower, upper } = withLimits([...of(survival.survival)], limits, theirs);
    yield agree("Fleming–Harrington lower limit", lower, known.lower95log, 1e-9);
    yield agree("Fleming–Harrington upper limit", upper, known.upper95log, 1e-9);
  }
}
