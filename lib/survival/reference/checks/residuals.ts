import { type Agreement, agree } from "../../../agreement/agreement";
import {
  type CoxFit,
  devianceResiduals,
  dfbetaResiduals,
  linearPredictors,
  martingaleResiduals,
  proportionalHazards,
  schoenfeldResiduals,
  scoreResiduals,
} from "../../index";
import type { ReferenceCase, Stored } from "../referenceCase";

export interface ResidualsExpected {
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

const used = (values: Float64Array) => values.filter((value) => !Number.isNaN(value));
/** 1e-7, relative to at least this size. */
const TINY = 1e-3;

/** Residuals of every kind, linear predictors and expected events. */
export function* checkResiduals(one: ReferenceCase<ResidualsExpected>, fit: CoxFit): Generator<Agreement> {
  const known = one.expected.residuals;
  if (!known) return;
  const martingale = martingaleResiduals(fit);
  yield agree("martingale residuals", used(martingale), known.martingale, 1e-7, TINY);
  yield agree("deviance residuals", used(devianceResiduals(fit)), known.deviance, 1e-7, TINY);
  yield agree("linear predictors", used(linearPredictors(fit)), known.linearPredictor, 1e-7, TINY);
  const expected = used(martingale.map((m, row) => fit.model.data.event[row] - m));
  if (known.expected) yield agree("expected events", expected, known.expected, 1e-7, TINY);
  yield agree("score residuals", used(scoreResiduals(fit).values), known.score.flat(), 1e-7, TINY);
  yield agree("dfbetas", used(dfbetaResiduals(fit).values), known.dfbeta.flat(), 1e-7, 1e-5);
  const found = schoenfeldResiduals(fit);
  yield agree("times of Schoenfeld residuals", found.time, known.schoenfeld.time, 0);
  yield agree("Schoenfeld residuals", found.values, known.schoenfeld.values.flat(), 1e-7, TINY);
  yield* checkScaled(one, fit, known.schoenfeld.scaled);
}

/** With delayed entry cox.zph lists events at the same time in the opposite order. */
function* checkScaled(one: ReferenceCase, fit: CoxFit, scaled: Stored[][]): Generator<Agreement> {
  const { values, names, time } = proportionalHazards(fit, "identity").plot;
  const place = (event: number) => {
    if (!one.spec.entry) return event;
    const [first, last] = [time.indexOf(time[event]), time.lastIndexOf(time[event])];
    return first + last - event;
  };
  const known = [...time.keys()].flatMap((event) => scaled[place(event)]);
  yield agree("scaled Schoenfeld residuals", values.subarray(0, time.length * names.length), known, 1e-7, TINY);
}
