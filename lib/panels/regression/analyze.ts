import type { PanelOf } from "../../board/panelForms/registry";
import type { Problem } from "../../result";
import { type Interaction, linearPredictors, type Subjects, stepwise } from "../../survival";
import { blocked } from "../blocked";
import { type Grouped, groupedRows, nobodyLeft } from "../grouped";
import type { PanelOutcome } from "../panelKind";
import type { Prepared } from "../prepared";
import { unfittedInWords } from "../reasonInWords";
import { markerConcordance } from "../scoreStudy/markerConcordance";
import { plainSetting, rowsSetting } from "../setting";
import { counts } from "./counts";
import { type ReadTerm, readTerm } from "./covariates";
import { type Fitted, fitted, isFitted, termTest } from "./fits";
import { linesOf } from "./lines";
import { noticesOf, searchInWords } from "./notices";
import { proposalOf } from "./proposal";
import { type Proportionality, proportionality } from "./residuals/proportionality";
import type { JointModel, RegressionResult, RegressionTerm } from "./result";

type RegressionPanel = PanelOf<"regression">;

/** Each covariate alone, all of them together, and what follows from the joint model. `quick`: the hazard ratios alone. */
export function analyzeRegression(
  prepared: Prepared,
  panel: RegressionPanel,
  quick: boolean,
): PanelOutcome<RegressionResult> {
  const grouped = groupedRows(prepared, { endpoint: panel.endpoint, group: null });
  if ("state" in grouped) return grouped;
  const { ledger } = grouped;
  const terms: ReadTerm[] = [];
  for (const term of panel.terms) {
    const read = readTerm(prepared, term);
    if (!read.ok) return blocked(read.problem, ledger);
    terms.push(read.value);
  }
  const strata = panel.strata === null ? null : prepared.variables.levels(panel.strata);
  if (strata && !strata.ok) return blocked(strata.problem, ledger);
  const subjects = subjectsOf(grouped, strata?.value.codes ?? null);
  const { patients, events } = counts(subjects, () => true);
  if (patients === 0) return blocked(nobodyLeft(ledger, prepared.selection.selected), ledger);
  const result = modeled(prepared, panel, grouped, subjects, terms, quick);
  return { state: "ready", ledger, result: { ...result, patients, events } };
}

function subjectsOf({ data, group }: Grouped, strata: Int32Array | null): Subjects & { group: Int16Array } {
  return { ...data, group, groupCount: 1, ...(strata ? { strata } : {}) };
}

function modeled(
  prepared: Prepared,
  panel: RegressionPanel,
  { endpoint, data, shown }: Grouped,
  subjects: Subjects & { group: Int16Array },
  terms: ReadTerm[],
  quick: boolean,
): Omit<RegressionResult, "patients" | "events"> {
  const alone = terms.map(({ covariate }) => fitted(subjects, [covariate], panel));
  const asked = panel.selection === null || terms.length === 0 ? null : searched(panel, subjects, terms);
  const search = asked?.ok ? asked.value : null;
  const kept = search ? terms.filter(({ covariate }) => search.selected.includes(covariate.name)) : terms;
  const products = interactionsOf(panel, kept);
  // After a search every model stands on the patients complete in all its candidates.
  const rows = search ? { ...subjects, group: completeOnly(subjects.group, terms) } : subjects;
  const together =
    kept.length === 0 ? null : fitted(rows, [...kept.map(({ covariate }) => covariate), ...products], panel);
  const joint = together && isFitted(together) ? together : null;
  const checks = joint && !quick ? proportionality(joint, kept, panel.level) : noChecks;
  const strata = panel.strata === null ? null : prepared.variables.label(panel.strata);
  const described = terms.map((term, t) => termOf(term, subjects, alone[t], joint, kept.includes(term), checks));
  return {
    kind: "regression",
    endpoint: shown,
    setting: {
      ...plainSetting,
      ...rowsSetting(prepared.board, data, [panel.strata, ...panel.terms.map(({ of }) => of)]),
      causeSpecific: data.causes.length > 0,
      strata,
    },
    level: panel.level,
    lines: linesOf(terms, products, subjects, alone, joint),
    terms: described,
    joint: joint && jointModel(joint, rows, checks),
    search: search && searchInWords(search, panel, terms),
    residuals: checks.residuals,
    proposal: joint && !quick && products.length === 0 ? proposalOf(endpoint.label, joint, kept, rows) : null,
    notices: noticesOf({
      panel,
      endpoint,
      data,
      terms: described,
      joint,
      alone,
      failure: asked && !asked.ok ? unfittedInWords(asked) : problemOf(together),
      checks,
      patients: subjects.group,
    }),
  };
}

const noChecks: Proportionality = { global: Number.NaN, terms: new Map(), residuals: [] };

const problemOf = (model: Fitted | Problem | null): Problem | null => (model && !isFitted(model) ? model : null);

function searched({ selection, level }: RegressionPanel, subjects: Subjects, terms: ReadTerm[]) {
  const input = { ...subjects, covariates: terms.map(({ covariate }) => covariate) };
  const rule =
    selection?.by === "p" ? { criterion: "wald" as const, alpha: selection.alpha } : { criterion: "aic" as const };
  const found = stepwise(input, rule, { level });
  return found;
}

/** Interactions of covariates that are in the model, as products of their columns. */
function interactionsOf({ interactions }: RegressionPanel, kept: ReadTerm[]): Interaction[] {
  const names = new Map(kept.map(({ term, covariate }) => [term.id, covariate.name]));
  return interactions.flatMap(([a, b]) => {
    const of = [names.get(a), names.get(b)];
    return of.every((name) => name !== undefined) && a !== b
      ? [{ of: of as string[], name: of.map((name) => name?.trim()).join(" × ") }]
      : [];
  });
}

const completeOnly = (group: Int16Array, terms: ReadTerm[]): Int16Array =>
  group.map((code, row) => (code < 0 || terms.every(({ known }) => known(row)) ? code : -1));

function termOf(
  { term, label, covariate, known }: ReadTerm,
  subjects: Subjects & { group: Int16Array },
  alone: Fitted | Problem,
  joint: Fitted | null,
  kept: boolean,
  checks: Proportionality,
): RegressionTerm {
  const own = isFitted(alone) ? termTest(alone, covariate.name) : { p: Number.NaN, df: 0 };
  return {
    id: term.id,
    label,
    missing: counts(subjects, (row) => !known(row)).patients,
    pAlone: own.p,
    df: own.df,
    pTogether: joint && kept ? termTest(joint, covariate.name).p : Number.NaN,
    pProportional: checks.terms.get(covariate.name) ?? Number.NaN,
    dropped: joint !== null && !kept,
    penalizedAlone: isFitted(alone) && alone.kind === "firth",
  };
}

function jointModel(joint: Fitted, rows: Subjects, checks: Proportionality): JointModel {
  const { fit } = joint;
  return {
    n: fit.n,
    events: fit.events,
    coefficients: joint.coefficients.filter(({ kind }) => kind !== "inestimable").length,
    penalized: joint.kind === "firth",
    p: (fit.likelihoodRatio ?? (joint.kind === "cox" ? joint.fit.wald : null))?.p ?? Number.NaN,
    test: fit.likelihoodRatio ? "likelihood ratio" : "robust Wald test",
    aic: (joint.kind === "cox" ? joint.fit.aic : null) ?? Number.NaN,
    concordance: markerConcordance(rows, linearPredictors(fit)),
    pProportional: checks.global,
  };
}
