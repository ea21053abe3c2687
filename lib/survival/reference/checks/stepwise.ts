import { type Agreement, agree } from "../../../agreement/agreement";
import { estimates } from "../../cox/estimates";
import { type Selection, type SelectionRule, stepwise } from "../../index";
import { inputOf, type ModelCase } from "../models";
import type { Stored } from "../referenceCase";

interface Model {
  final: string | string[];
  coefficients: { name: string; coef: Stored; se: Stored }[];
}

interface ByAic extends Model {
  aic: Stored;
  path: { removed?: string | null; aic: Stored; candidates?: Record<string, Stored> }[];
}

interface ByP extends Model {
  path: { removed?: string; p?: Stored; stopWithMaxP?: Stored; pAll: Record<string, Stored> }[];
}

export interface StepwiseExpected {
  n: number;
  nDropped: number;
  events: number;
  aicBackward: ByAic;
  aicBothDirections: { final: string | string[]; aic: Stored };
  aicForward: { final: string | string[]; aic: Stored };
  bicBackward: { final: string | string[] };
  pBackwardWald: ByP;
  pBackwardLR: ByP;
}

const sorted = (terms: string | readonly string[]) => [terms].flat().sort();

/** Selection by AIC, BIC and P: every step, every candidate, and the model it ends with. */
export function* checkStepwise(one: ModelCase<StepwiseExpected>): Generator<Agreement> {
  const known = one.expected;
  const select = (rule: SelectionRule): Selection => {
    const result = stepwise(inputOf(one), rule, { ties: one.spec.ties });
    if (!result.ok) throw new Error(result.reason);
    return result.value;
  };
  yield* checkBackward(one, select({ criterion: "aic" }));
  const both = select({ criterion: "aic", direction: "both" });
  const forward = select({ criterion: "aic", direction: "forward" });
  yield agree("AIC both ways, model", sorted(both.selected), sorted(known.aicBothDirections.final), 0);
  yield agree("AIC forward, model", sorted(forward.selected), sorted(known.aicForward.final), 0);
  yield agree("AIC", [both.fit.aic, forward.fit.aic], [known.aicBothDirections.aic, known.aicForward.aic], 1e-8);
  const byBic = select({ criterion: "bic" });
  yield agree("BIC, model", sorted(byBic.selected), sorted(known.bicBackward.final), 0);
  const { alpha } = one.spec as typeof one.spec & { alpha: number };
  yield* checkByP(select({ criterion: "wald", alpha }), known.pBackwardWald, "Wald");
  yield* checkByP(select({ criterion: "likelihoodRatio", alpha }), known.pBackwardLR, "likelihood ratio");
}

function* checkBackward(one: ModelCase<StepwiseExpected>, selection: Selection): Generator<Agreement> {
  const { n, nDropped, events, aicBackward } = one.expected;
  const { fit, steps } = selection;
  yield agree("rows and events", [fit.n, one.table.rows - fit.n, fit.events], [n, nDropped, events], 0);
  const { path } = aicBackward;
  yield agree(
    "AIC backward, removed",
    steps.map(({ change }) => change?.term ?? null),
    path.map(({ removed }) => removed ?? null),
    0,
  );
  yield agree(
    "AIC backward, each step",
    [...steps.map(({ value }) => value), fit.aic],
    [...path.map(({ aic }) => aic), aicBackward.aic],
    1e-10,
  );
  for (const [at, { candidates }] of path.entries())
    if (candidates) yield candidatesAt(selection, at, candidates, "AIC backward, candidates", 1e-10);
  yield* checkModel(selection, aicBackward, "AIC backward");
}

function* checkByP(selection: Selection, known: ByP, by: string): Generator<Agreement> {
  const removed = known.path.filter((step) => step.removed !== undefined && step.removed !== null);
  yield agree(
    `P by ${by}, removed`,
    selection.steps.slice(1).map(({ change }) => change!.term),
    removed.map((step) => step.removed!),
    0,
  );
  for (const [at, step] of known.path.entries()) {
    yield candidatesAt(selection, at, step.pAll, `P by ${by}, candidates`, 1e-7);
    const worst = Math.max(...selection.steps[at].candidates.map(({ value }) => value));
    yield agree(`P by ${by}, largest`, [worst], [step.p ?? step.stopWithMaxP ?? null], 1e-7);
  }
  yield* checkModel(selection, known, `P by ${by}`);
}

function candidatesAt(
  { steps }: Selection,
  at: number,
  known: Record<string, Stored>,
  what: string,
  tolerance: number,
): Agreement {
  const found = new Map(steps[at].candidates.map(({ term, value }) => [term, value]));
  const names = Object.keys(known);
  const values = names.length === found.size ? names.map((name) => found.get(name) ?? null) : [];
  return agree(what, values, Object.values(known), tolerance);
}

function* checkModel({ selected, fit }: Selection, { final, coefficients }: Model, by: string): Generator<Agreement> {
  yield agree(`${by}, model`, selected, [final].flat(), 0);
  const names = fit.coefficients.map(({ name }) => name);
  yield agree(
    `${by}, names`,
    names,
    coefficients.map(({ name }) => name),
    0,
  );
  yield agree(
    `${by}, coefficient`,
    estimates(fit, "coefficient"),
    coefficients.map(({ coef }) => coef),
    1e-8,
    1e-2,
  );
  yield agree(
    `${by}, standard error`,
    estimates(fit, "stdErr"),
    coefficients.map(({ se }) => se),
    1e-8,
    1e-2,
  );
}
