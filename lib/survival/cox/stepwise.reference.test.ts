import { describe, expect, it } from "vitest";
import { expectAgreement } from "../reference/agreement";
import { referenceCases, type Stored } from "../reference/referenceCases";
import { estimates, inputOf, type ModelCase } from "./referenceModels";
import { type Selection, type SelectionRule, stepwise } from "./stepwise";

interface Known {
  name: string;
  coef: Stored;
  se: Stored;
}

interface ByAic {
  path: { removed?: string | null; aic: Stored; candidates?: Record<string, Stored> }[];
  final: string[];
  coefficients: Known[];
}

interface ByP {
  path: { removed?: string; pAll: Record<string, Stored> }[];
  final: string[];
  coefficients: Known[];
}

interface Expected {
  n: number;
  nDropped: number;
  aicBackward: ByAic;
  aicBothDirections: { final: string | string[]; aic: Stored };
  aicForward: { final: string | string[]; aic: Stored };
  bicBackward: { final: string | string[] };
  pBackwardWald: ByP;
  pBackwardLR: ByP;
}

const cases = referenceCases<Expected>("stepwise") as (ModelCase<Expected> & { spec: { alpha: number } })[];

function select(one: ModelCase<Expected>, rule: SelectionRule): Selection {
  const result = stepwise(inputOf(one), rule, { ties: one.spec.ties });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

function expectCandidates({ steps }: Selection, at: number, known: Record<string, Stored>, tolerance: number): void {
  const found = Object.fromEntries(steps[at].candidates.map(({ term, value }) => [term, value]));
  expect(Object.keys(found).sort()).toEqual(Object.keys(known).sort());
  expectAgreement(
    `step ${at}`,
    Object.keys(known).map((term) => found[term]),
    Object.values(known),
    tolerance,
  );
}

function expectModel(selection: Selection, { final, coefficients }: ByAic | ByP): void {
  expect(selection.selected).toEqual(final);
  const { fit } = selection;
  expectAgreement(
    "coefficient",
    estimates(fit, "coefficient"),
    coefficients.map(({ coef }) => coef),
    1e-8,
    1e-2,
  );
  expectAgreement(
    "standard error",
    estimates(fit, "stdErr"),
    coefficients.map(({ se }) => se),
    1e-8,
  );
}

const sorted = (terms: string | string[]) => [terms].flat().sort();

describe.each(cases)("$id", (one) => {
  const known = one.expected;

  it("agrees with step() backward by AIC, at every step", () => {
    const selection = select(one, { criterion: "aic" });
    const { path } = known.aicBackward;
    expect(selection.fit.n).toBe(known.n);
    expect(selection.steps.map(({ change }) => change?.term ?? null)).toEqual(path.map((p) => p.removed ?? null));
    expectAgreement(
      "AIC",
      selection.steps.map(({ value }) => value),
      path.map(({ aic }) => aic),
      1e-10,
    );
    path.forEach(({ candidates }, at) => {
      if (candidates) expectCandidates(selection, at, candidates, 1e-10);
    });
    expectModel(selection, known.aicBackward);
  });

  it("agrees with step() in both directions and forward, and with BIC", () => {
    const both = select(one, { criterion: "aic", direction: "both" });
    const forward = select(one, { criterion: "aic", direction: "forward" });
    const bic = select(one, { criterion: "bic" });
    expect(sorted(both.selected)).toEqual(sorted(known.aicBothDirections.final));
    expect(sorted(forward.selected)).toEqual(sorted(known.aicForward.final));
    expect(sorted(bic.selected)).toEqual(sorted(known.bicBackward.final));
    expectAgreement("AIC", [both.fit.aic, forward.fit.aic], [known.aicBothDirections.aic, known.aicForward.aic], 1e-8);
  });

  it.each([
    ["wald", "pBackwardWald"],
    ["likelihoodRatio", "pBackwardLR"],
  ] as const)("agrees with backward elimination by the P of %s", (criterion, key) => {
    const selection = select(one, { criterion, alpha: one.spec.alpha });
    const { path } = known[key];
    path.forEach(({ pAll }, at) => {
      expectCandidates(selection, at, pAll, 1e-7);
    });
    const removed = path.flatMap((step) => step.removed ?? []);
    expect(selection.steps.slice(1).map(({ change }) => change!.term)).toEqual(removed);
    expectModel(selection, known[key]);
  });
});

it("covers every selection of the reference", () => {
  expect(cases.length).toBe(7);
});
