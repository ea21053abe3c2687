import { type Answer, answer, unfitted } from "../reason";
import { type ChiSquareTest, chiSquareTest } from "./chiSquareTest";
import { type CoxModel, type CoxSetup, fitModel } from "./coxModel";
import { type CoxFit, type CoxInput, type CoxOptions, describeFit, setUpCox, waldTest } from "./coxRegression";
import { robustVariance } from "./robustVariance";
import { selectTerms } from "./standardize";

/** By an information criterion, or by dropping the covariate with the largest P above `alpha`. */
export type SelectionRule =
  | { criterion: "aic" | "bic"; direction?: "backward" | "forward" | "both" }
  | { criterion: "wald" | "likelihoodRatio"; alpha?: number };

export interface SelectionStep {
  /** What led to this model; null for the one to begin with. */
  change: { kind: "removed" | "added"; term: string } | null;
  /** The covariates of this model. */
  terms: string[];
  /** Its AIC or BIC; for selection by P, the largest P of its covariates (NaN without any). */
  value: number;
  /** What each change under consideration would give: the criterion after it, or the P of the covariate. */
  candidates: { kind: "remove" | "add"; term: string; value: number }[];
}

export interface Selection {
  rule: SelectionRule;
  steps: SelectionStep[];
  selected: string[];
  fit: CoxFit;
}

/**
 * Stepwise selection of covariates, an exploratory tool: P values and intervals of the selected model take no account
 * of the search. All models use the same rows, complete in every candidate. Factors enter and leave as a whole; a
 * covariate stays as long as an interaction with it does. BIC counts events. With clusters or sampling weights only by
 * Wald P, which is then robust. As `step(coxph)` (AIC, BIC) and as backward elimination by multi-df Wald or
 * likelihood-ratio P.
 */
export function stepwise(input: CoxInput, rule: SelectionRule, options: CoxOptions = {}): Answer<Selection> {
  const setup = setUpCox(input, options);
  if (!setup.ok) return setup;
  if (setup.value.data.robustByDefault && rule.criterion !== "wald")
    return unfitted({ reason: "unsupported", by: "selection" });
  const search = newSearch(setup.value, options);
  const steps =
    "direction" in rule || rule.criterion === "aic" || rule.criterion === "bic"
      ? byInformation(search, rule.criterion === "bic" ? Math.log(setup.value.data.events) : 2, directionOf(rule))
      : byP(search, rule.criterion === "wald", "alpha" in rule ? (rule.alpha ?? 0.05) : 0.05);
  const selected = steps[steps.length - 1].terms;
  return answer({ rule, steps, selected, fit: describeFit(search.fit(search.indices(selected)), options) });
}

const directionOf = (rule: SelectionRule) => ("direction" in rule && rule.direction) || "backward";

interface Search {
  setup: CoxSetup;
  names: string[];
  indices(terms: readonly string[]): number[];
  /** Each set of terms is fitted once. */
  fit(terms: readonly number[]): CoxModel;
}

function newSearch(setup: CoxSetup, options: CoxOptions): Search {
  const names = setup.design.terms.map(({ name }) => name);
  const fitted = new Map<string, CoxModel>();
  return {
    setup,
    names,
    indices: (terms) => terms.map((term) => names.indexOf(term)),
    fit(terms) {
      const ordered = [...terms].sort((a, b) => a - b);
      const key = ordered.join();
      const known = fitted.get(key);
      if (known) return known;
      const model = fitModel({ ...setup, ...selectTerms(setup.design, setup.standardized, ordered) }, options);
      fitted.set(key, model);
      return model;
    },
  };
}

function byInformation(search: Search, penalty: number, direction: "backward" | "forward" | "both"): SelectionStep[] {
  const value = (terms: readonly number[]) => {
    const { maximum } = search.fit(terms);
    return -2 * maximum.value + penalty * maximum.information.rank;
  };
  const all = search.names.map((_, index) => index);
  let current = direction === "forward" ? [] : all;
  const steps: SelectionStep[] = [];
  let change: SelectionStep["change"] = null;
  for (;;) {
    const removals = direction === "forward" ? [] : removable(search, current);
    const additions = direction === "backward" ? [] : all.filter((t) => canEnter(search, current, t));
    const candidates = [
      ...removals.map((t) => ({ kind: "remove" as const, index: t, terms: current.filter((c) => c !== t) })),
      ...additions.map((t) => ({ kind: "add" as const, index: t, terms: [...current, t] })),
    ].map((candidate) => ({ ...candidate, term: search.names[candidate.index], value: value(candidate.terms) }));
    const now = value(current);
    steps.push({
      change,
      terms: current.map((t) => search.names[t]),
      value: now,
      candidates: candidates.map(({ kind, term, value: after }) => ({ kind, term, value: after })),
    });
    const best = candidates.reduce((a, b) => (b.value < a.value ? b : a), candidates[0]);
    if (!best || !(best.value < now)) return steps;
    current = best.terms;
    change = { kind: best.kind === "remove" ? "removed" : "added", term: best.term };
  }
}

/** Terms that no interaction among the current ones needs. */
const removable = ({ setup, names }: Search, current: readonly number[]) =>
  current.filter((t) => !current.some((other) => setup.design.terms[other].of.includes(names[t])));

const canEnter = ({ setup, names }: Search, current: readonly number[], t: number) =>
  !current.includes(t) && setup.design.terms[t].of.every((parent) => current.includes(names.indexOf(parent)));

function byP(search: Search, wald: boolean, alpha: number): SelectionStep[] {
  let current = search.names.map((_, index) => index);
  const steps: SelectionStep[] = [];
  let change: SelectionStep["change"] = null;
  for (;;) {
    const model = search.fit(current);
    const test = (t: number) => (wald ? waldOf(model, current.indexOf(t)) : likelihoodRatio(search, current, t)).p;
    const candidates = removable(search, current).map((t) => ({ index: t, term: search.names[t], value: test(t) }));
    // A covariate without a maximum, or by robust errors of too few patients, has no P, and stays.
    const tested = candidates.filter(({ value }) => !Number.isNaN(value));
    const worst = tested.reduce((a, b) => (b.value > a.value ? b : a), tested[0]);
    steps.push({
      change,
      terms: current.map((t) => search.names[t]),
      value: worst?.value ?? Number.NaN,
      candidates: candidates.map(({ term, value }) => ({ kind: "remove", term, value })),
    });
    if (!worst || !(worst.value > alpha)) return steps;
    current = current.filter((t) => t !== worst.index);
    change = { kind: "removed", term: worst.term };
  }
}

function waldOf(model: CoxModel, term: number): ChiSquareTest {
  const variance = model.data.robustByDefault ? robustVariance(model).variance : model.variance;
  return waldTest(model, variance, model.data.robustByDefault, model.design.terms[term].columns);
}

function likelihoodRatio(search: Search, current: readonly number[], term: number): ChiSquareTest {
  const full = search.fit(current).maximum;
  const without = search.fit(current.filter((t) => t !== term)).maximum;
  return chiSquareTest(2 * (full.value - without.value), full.information.rank - without.information.rank);
}

/**
 * Likelihood-ratio test of each covariate as a whole: the model against the one without it, on the same rows. It stays
 * valid where a coefficient is infinite. A covariate that an interaction needs is left out. Not for robust fits, whose
 * likelihood is not one (throws). Each test is a fit of its own: `terms` asks for some alone.
 */
export function likelihoodRatioTests(fit: CoxFit, terms?: readonly string[]): (ChiSquareTest & { term: string })[] {
  if (fit.robust) throw new Error("A likelihood-ratio test needs a fit without robust variance");
  const search = newSearch(fit.model, {});
  const all = search.names.map((_, index) => index);
  const asked = removable(search, all).filter((t) => terms?.includes(search.names[t]) ?? true);
  return asked.map((t) => ({ term: search.names[t], ...likelihoodRatio(search, all, t) }));
}
