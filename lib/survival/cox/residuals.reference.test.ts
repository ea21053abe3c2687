import { describe, expect, it } from "vitest";
import { expectAgreement } from "../reference/agreement";
import { referenceCases, type Stored } from "../reference/referenceCases";
import { linearPredictors } from "./linearPredictors";
import { proportionalHazards } from "./proportionalHazards";
import { fitOf, type ModelCase } from "./referenceModels";
import { devianceResiduals, dfbetaResiduals, martingaleResiduals, scoreResiduals } from "./residuals";
import { schoenfeldResiduals } from "./schoenfeldResiduals";

interface Expected {
  residuals?: {
    martingale: Stored[];
    deviance: Stored[];
    linearPredictor: Stored[];
    expected?: Stored[];
    score: Stored[][];
    dfbeta: Stored[][];
    schoenfeld: { time: Stored[]; values: Stored[][]; scaled: Stored[][] };
  };
}

const cases = (referenceCases<Expected>("cox") as ModelCase<Expected>[]).filter((one) => one.expected.residuals);
const used = (values: Float64Array) => values.filter((value) => !Number.isNaN(value));
/** 1e-7, relative to at least this size. */
const TINY = 1e-3;

describe.each(cases)("$id agrees with residuals.coxph", (one) => {
  const known = one.expected.residuals!;
  const fit = fitOf(one);

  it("in martingale and deviance residuals, linear predictors and expected events", () => {
    const martingale = martingaleResiduals(fit);
    expectAgreement("martingale", used(martingale), known.martingale, 1e-7, TINY);
    expectAgreement("deviance", used(devianceResiduals(fit)), known.deviance, 1e-7, TINY);
    expectAgreement("predictor", used(linearPredictors(fit)), known.linearPredictor, 1e-7, TINY);
    const expected = used(martingale.map((m, row) => fit.model.data.event[row] - m));
    if (known.expected) expectAgreement("expected", expected, known.expected, 1e-7, TINY);
  });

  it("in score residuals and dfbetas", () => {
    expectAgreement("score", used(scoreResiduals(fit).values), known.score.flat(), 1e-7, TINY);
    expectAgreement("dfbeta", used(dfbetaResiduals(fit).values), known.dfbeta.flat(), 1e-7, 1e-5);
  });

  it("in Schoenfeld residuals", () => {
    const found = schoenfeldResiduals(fit);
    expectAgreement("times", found.time, known.schoenfeld.time, 0);
    expectAgreement("values", found.values, known.schoenfeld.values.flat(), 1e-7, TINY);
  });

  /** With delayed entry cox.zph lists events at the same time in the opposite order. */
  it("in scaled Schoenfeld residuals", () => {
    const { values, names, time } = proportionalHazards(fit, "identity").plot;
    const tied = (event: number) => [...time.keys()].filter((other) => time[other] === time[event]);
    const place = (event: number) => {
      if (!one.spec.entry) return event;
      const group = tied(event);
      return group[group.length - 1 - group.indexOf(event)];
    };
    time.forEach((_, event) => {
      const row = values.subarray(event * names.length, (event + 1) * names.length);
      expectAgreement(`event ${event}`, row, known.schoenfeld.scaled[place(event)], 1e-7, TINY);
    });
  });
});

it("covers every case with residuals", () => {
  expect(cases.length).toBe(5);
});
