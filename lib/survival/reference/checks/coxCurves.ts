import { type Agreement, agree } from "../../../agreement/agreement";
import {
  baselineHazard,
  type CoxFit,
  curveLimits,
  type PredictedCurve,
  predictedCurves,
  profileLinearPredictor,
  quantile,
} from "../../index";
import type { ReferenceCase, Stored } from "../referenceCase";

interface Hazard {
  stratum?: string | number;
  time: number[];
  cumhaz: Stored[];
}
type Limit = Stored | Stored[][];

interface Prediction {
  newdata: Record<string, number | string>;
  times: number[];
  surv: Stored[];
  stdErrSurv: Stored[];
  cumhaz: Stored[];
  lower95log: Stored[];
  upper95log: Stored[];
  lower95loglog: Stored[];
  upper95loglog: Stored[];
  median: { q: Limit; lower: Limit; upper: Limit };
  lpCentered: Stored;
  lpUncentered: Stored;
}

export interface CurvesExpected {
  basehaz?: { uncentered: Hazard | Hazard[]; centeredAtMeans: Hazard | Hazard[] };
  predictions?: Prediction[];
}

/** Value of a step function at each time, `before` where it has not begun. */
const lookUp = (time: Float64Array, values: Float64Array, at: number[], before: number) =>
  at.map((t) => {
    const index = time.findLastIndex((step) => step <= t);
    return index < 0 ? before : values[index];
  });

/** `basehaz` at covariates of 0 and at their means, per stratum. */
export function* checkBaseline(one: ReferenceCase<CurvesExpected>, fit: CoxFit): Generator<Agreement> {
  const { basehaz } = one.expected;
  if (!basehaz) return;
  for (const [at, key] of [
    ["zero", "uncentered"],
    ["means", "centeredAtMeans"],
  ] as const) {
    const wanted = [basehaz[key]].flat();
    const found = baselineHazard(fit, at);
    yield agree("strata of the baseline", [found.length], [wanted.length], 0);
    for (const [stratum, { time, cumhaz }] of wanted.entries()) {
      const { time: times, cumulativeHazard } = found[stratum];
      yield agree("times of the baseline", [time.every((t) => times.includes(t))], [true], 0);
      yield agree(`baseline at ${at}`, lookUp(times, cumulativeHazard, time, Number.NaN), cumhaz, 1e-7);
    }
  }
}

/** Curves of profiles with standard errors, limits, medians and linear predictors. */
export function* checkPredictions(one: ReferenceCase<CurvesExpected>, fit: CoxFit): Generator<Agreement> {
  for (const known of one.expected.predictions ?? []) {
    const stratum = one.spec.strata ? stratumOf(one, known.newdata) : 0;
    const curve = predictedCurves(fit, known.newdata).find((candidate) => candidate.stratum === stratum)!;
    yield* checkCurve(curve, known);
    const found = [profileLinearPredictor(fit, known.newdata, true), profileLinearPredictor(fit, known.newdata)];
    yield agree("linear predictor", found, [known.lpCentered, known.lpUncentered], 1e-7, 1e-3);
  }
}

function* checkCurve(curve: PredictedCurve, known: Prediction): Generator<Agreement> {
  const at = (values: Float64Array, before: number) => lookUp(curve.time, values, known.times, before);
  yield agree("predicted survival", at(curve.survival, 1), known.surv, 1e-7);
  yield agree("predicted survival, standard error", at(curve.stdErr, 0), known.stdErrSurv, 1e-7);
  yield agree("predicted hazard", at(curve.cumulativeHazard, 0), known.cumhaz, 1e-7);
  for (const [type, low, high] of [
    ["log", "lower95log", "upper95log"],
    ["log-log", "lower95loglog", "upper95loglog"],
  ] as const) {
    const { lower, upper } = curveLimits(curve, { type });
    const known95 = (key: typeof low | typeof high) => known[key].map((value) => value ?? 1);
    yield agree(`predicted survival, ${type} lower limit`, at(lower, 1).map(orOne), known95(low), 1e-7);
    yield agree(`predicted survival, ${type} upper limit`, at(upper, 1).map(orOne), known95(high), 1e-7);
  }
  const median = quantile(curve, 0.5, { type: "log" });
  const first = (limit: Limit) => [limit].flat(2)[0] as Stored;
  const { q, lower, upper } = known.median;
  const found = [median.kind === "reached" ? median.time : null, median.lower, median.upper];
  yield agree("predicted median", found, [q, lower, upper].map(first), 0);
}

/** Before the first event R has NA or 1 for limits that are not defined there. */
const orOne = (value: number) => (Number.isNaN(value) ? 1 : value);

function stratumOf(one: ReferenceCase, profile: Prediction["newdata"]): number {
  const [name] = [one.spec.strata!].flat();
  const levels = one.table.levels(name).map(String);
  const place = levels.indexOf(String(profile[name]));
  return [...new Set(one.table.column(name))].filter((value) => value >= 0 && value < place).length;
}
