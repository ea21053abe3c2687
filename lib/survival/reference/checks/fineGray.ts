import { type Agreement, agree } from "../../../agreement/agreement";
import { estimates } from "../../cox/estimates";
import { fineGray, predictedIncidence } from "../../index";
import { covariateOf, type ModelCase } from "../models";
import { type Stored, subjectsOf } from "../referenceCase";

type Column = "coef" | "shr" | "se" | "z" | "p" | "lower" | "upper";

export interface FineGrayExpected {
  n: number;
  nDropped: number;
  crr: {
    coefficients: ({ name: string } & Record<Column, Stored>)[];
    vcov: Stored[][];
    loglik: Stored;
    loglikNull: Stored;
    nEventTimes: number;
    baselineCumSubhazAtLast: Stored;
    lastEventTime: number;
    predictedCIF?: { newdata: Record<string, number | string>; times: number[]; cif: Stored[] }[];
  };
}

/** `cmprsk::crr`: coefficients, variances, likelihood, baseline and predicted incidence. */
export function* checkFineGray(one: ModelCase<FineGrayExpected>): Generator<Agreement> {
  const { labels, cause } = one.spec as typeof one.spec & { labels: string[]; cause: string };
  const { crr, n, nDropped } = one.expected;
  const covariates = one.spec.covariates.map((covariate) => covariateOf(one.table, covariate));
  const result = fineGray({ ...subjectsOf(one), covariates }, { event: labels.indexOf(cause) + 1 });
  yield agree("is fitted", [result.ok], [true], 0);
  if (!result.ok) return;
  const found = result.value;
  const column = (key: Column | "name") => crr.coefficients.map((known) => known[key]);
  yield agree("rows used and left out", [found.n, found.dropped.missing], [n, nDropped], 0);
  const names = found.coefficients.map(({ name }) => name);
  yield agree("names", names, column("name"), 0);
  yield agree("coefficient", estimates(found, "coefficient"), column("coef"), 1e-7, 1e-3);
  yield agree("subdistribution hazard ratio", estimates(found, "hazardRatio"), column("shr"), 1e-7);
  yield agree("standard error", estimates(found, "robustStdErr"), column("se"), 1e-6);
  yield agree("covariance", found.covariance, crr.vcov.flat(), 1e-6, 1e-6);
  for (const key of ["z", "p", "lower", "upper"] as const)
    yield agree(key, estimates(found, key), column(key), 1e-6, key === "p" ? 0 : 1e-2);
  const { null: none, fitted } = found.logLikelihood;
  yield agree("log likelihood", [none, fitted], [crr.loglikNull, crr.loglik], 1e-10);
  yield* checkBaseline(found, crr);
}

function* checkBaseline(
  found: Parameters<typeof predictedIncidence>[0],
  crr: FineGrayExpected["crr"],
): Generator<Agreement> {
  const { beta, standardized, likelihood } = found.model;
  const atZero = Math.exp(-beta.reduce((sum, b, j) => sum + (b * standardized.center[j]) / standardized.scale[j], 0));
  const total = likelihood.hazard.reduce((sum, hazard) => sum + hazard, 0);
  yield agree("baseline", [total * atZero], [crr.baselineCumSubhazAtLast], 1e-7);
  const times = likelihood.data.sets.time;
  yield agree("event times", [times.length - 1, times[times.length - 1]], [crr.nEventTimes, crr.lastEventTime], 0);
  for (const { newdata, times, cif } of crr.predictedCIF ?? []) {
    const { time, incidence } = predictedIncidence(found, newdata);
    const at = times.map((t) => incidence[time.findLastIndex((step) => step <= t)] ?? 0);
    yield agree("predicted incidence", at, cif, 1e-7);
  }
}
