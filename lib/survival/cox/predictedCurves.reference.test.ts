import { describe, expect, it } from "vitest";
import { curveLimits } from "../confidenceLimits";
import { quantile } from "../quantile";
import { expectAgreement } from "../reference/agreement";
import { referenceCases, type Stored } from "../reference/referenceCases";
import { profileLinearPredictor } from "./linearPredictors";
import { type BaselineHazard, baselineHazard, predictedCurves } from "./predictedCurves";
import { fitOf, type ModelCase } from "./referenceModels";

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

interface Expected {
  basehaz?: { uncentered: Hazard | Hazard[]; centeredAtMeans: Hazard | Hazard[] };
  predictions?: Prediction[];
}

const cases = referenceCases<Expected>("cox") as ModelCase<Expected>[];
const withHazard = cases.filter((one) => one.expected.basehaz);
const withCurves = cases.filter((one) => one.expected.predictions);

/** Value of a step function at each time, `before` where it has not begun. */
const lookUp = (time: Float64Array, values: Float64Array, at: number[], before: number) =>
  at.map((t) => {
    const index = time.findLastIndex((step) => step <= t);
    return index < 0 ? before : values[index];
  });

describe.each(withHazard)("$id agrees with basehaz", (one) => {
  it.each([
    ["zero", "uncentered"],
    ["means", "centeredAtMeans"],
  ] as const)("at %s", (at, key) => {
    const wanted = [one.expected.basehaz![key]].flat();
    const found: BaselineHazard[] = baselineHazard(fitOf(one), at);
    expect(found.length).toBe(wanted.length);
    wanted.forEach(({ time, cumhaz }, stratum) => {
      const { time: times, cumulativeHazard } = found[stratum];
      expect(time.every((t) => times.includes(t))).toBe(true);
      expectAgreement(`stratum ${stratum}`, lookUp(times, cumulativeHazard, time, Number.NaN), cumhaz, 1e-7);
    });
  });
});

const predictions = withCurves.flatMap((one) =>
  one.expected.predictions!.map((known, profile) => ({ id: one.id, profile, one, known })),
);

describe.each(predictions)("$id, profile $profile, agrees with survfit.coxph", ({ one, known }) => {
  const fit = fitOf(one);
  const stratum = one.spec.strata ? stratumOf(one, known.newdata) : 0;
  const curve = predictedCurves(fit, known.newdata).find((candidate) => candidate.stratum === stratum)!;

  it("in survival, standard error and hazard", () => {
    expectAgreement("survival", lookUp(curve.time, curve.survival, known.times, 1), known.surv, 1e-7);
    expectAgreement("standard error", lookUp(curve.time, curve.stdErr, known.times, 0), known.stdErrSurv, 1e-7);
    expectAgreement("hazard", lookUp(curve.time, curve.cumulativeHazard, known.times, 0), known.cumhaz, 1e-7);
  });

  it.each([
    ["log", "lower95log", "upper95log", 1],
    ["log-log", "lower95loglog", "upper95loglog", 1],
  ] as const)("in %s limits", (type, low, high, before) => {
    const { lower, upper } = curveLimits(curve, { type });
    const known95 = (key: typeof low | typeof high) => known[key].map((value) => value ?? before);
    expectAgreement("lower", lookUp(curve.time, lower, known.times, before), known95(low), 1e-7);
    expectAgreement("upper", lookUp(curve.time, upper, known.times, before), known95(high), 1e-7);
  });

  it("in the median", () => {
    const median = quantile(curve, 0.5, { type: "log" });
    const first = (limit: Limit) => (Array.isArray(limit) ? limit.flat()[0] : limit);
    const { q, lower, upper } = known.median;
    expect([median.kind === "reached" ? median.time : null, median.lower, median.upper]).toEqual(
      [q, lower, upper].map(first),
    );
  });

  it("in the linear predictor", () => {
    const found = [profileLinearPredictor(fit, known.newdata, true), profileLinearPredictor(fit, known.newdata)];
    expectAgreement("predictor", found, [known.lpCentered, known.lpUncentered], 1e-7, 1e-3);
  });
});

function stratumOf(one: ModelCase<Expected>, profile: Prediction["newdata"]): number {
  const [name] = [one.spec.strata!].flat();
  const levels = one.table.levels(name).map(String);
  const rows = one.table.column(name);
  const place = levels.indexOf(String(profile[name]));
  return [...new Set(rows)].filter((value) => value >= 0 && value < place).length;
}

it("covers every case with hazards or curves", () => {
  expect([withHazard.length, withCurves.length]).toEqual([42, 12]);
});
