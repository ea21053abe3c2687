import { standardErrorOf } from "../../panels/coefficientInWords";
import type { RegressionLine, RegressionResult } from "../../panels/regression/result";
import { nameOf } from "../../panels/regression/words";
import { type Estimate, estimate } from "./estimate";

const models = ["alone", "together"] as const;
const called = { alone: "each covariate alone", together: "joint model" };

/** Hazard ratios of both models with patients and events of each line, tests of covariates, and the model of all. */
export function regressionEstimates(result: RegressionResult): Estimate[] {
  const { endpoint, level, joint, terms, interactions } = result;
  const of = { endpoint: endpoint.label, unit: endpoint.unit, level };
  const lines = result.lines.flatMap((line) => models.flatMap((model) => lineEstimates(line, model, of, result)));
  const proportional = "score test of scaled Schoenfeld residuals";
  return [
    ...lines,
    ...interactions
      .filter(({ df }) => df === 1)
      .map(({ label, p, df, test }) =>
        estimate(of, { estimand: "test of the whole, joint model", group: label, p, df, method: test }),
      ),
    ...terms.map(({ label, pProportional }) =>
      estimate(of, { estimand: "proportional hazards", group: label, p: pProportional, method: proportional }),
    ),
    ...(joint
      ? [
          estimate(of, { estimand: "patients, joint model", estimate: joint.n, method: "counted" }),
          estimate(of, { estimand: "events, joint model", estimate: joint.events, method: "counted" }),
          estimate(of, { estimand: "test of the joint model", p: joint.p, df: joint.coefficients, method: joint.test }),
          estimate(of, { estimand: "proportional hazards, joint model", p: joint.pProportional, method: proportional }),
          estimate(of, { estimand: "AIC", estimate: joint.aic, method: "−2 log likelihood + 2 per coefficient" }),
          ...(joint.concordance
            ? [
                estimate(of, {
                  estimand: "Harrell’s C",
                  estimate: joint.concordance.c,
                  lower: joint.concordance.lower,
                  upper: joint.concordance.upper,
                  method: "infinitesimal jackknife",
                }),
              ]
            : []),
        ]
      : []),
  ].filter((each) => [each.estimate, each.p].some((value) => !Number.isNaN(value)));
}

function lineEstimates(
  line: RegressionLine,
  model: (typeof models)[number],
  of: Parameters<typeof estimate>[0],
  { joint, terms }: RegressionResult,
): Estimate[] {
  const [coefficient, size, whole] = [line[model], line.counts[model], line.whole?.[model]];
  const group = nameOf(line, model);
  const name = called[model];
  const penalized =
    model === "together"
      ? joint?.penalized
      : terms.some(({ id, penalizedAlone }) => id === line.term && penalizedAlone);
  const method = penalized ? "Cox regression by Firth’s penalized likelihood" : "Cox regression, Efron ties";
  // The name of a line says what it is against.
  const shared = { group, reference: coefficient?.reference ?? "" };
  return [
    ...(size
      ? [
          estimate(of, { estimand: `patients, ${name}`, group, estimate: size.patients, method: "counted" }),
          estimate(of, { estimand: `events, ${name}`, group, estimate: size.events, method: "counted" }),
        ]
      : []),
    ...(coefficient?.kind === "estimated"
      ? [
          estimate(of, {
            ...shared,
            estimand: `hazard ratio, ${name}`,
            estimate: coefficient.hazardRatio,
            lower: coefficient.lower,
            upper: coefficient.upper,
            p: coefficient.p,
            method,
          }),
          estimate(of, { ...shared, estimand: `log hazard ratio, ${name}`, estimate: coefficient.coefficient, method }),
          estimate(of, {
            ...shared,
            estimand: `standard error of the log hazard ratio, ${name}`,
            estimate: standardErrorOf(coefficient),
            method,
          }),
        ]
      : []),
    ...(whole
      ? [
          estimate(of, {
            estimand: `test of the whole, ${name}`,
            group: line.label,
            p: whole.p,
            df: whole.df,
            method: whole.test,
          }),
        ]
      : []),
  ];
}
