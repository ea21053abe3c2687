import type { PanelOf } from "../../board/panelForms/registry";
import type { Variable } from "../../board/variable";
import { counted, rowsInWords } from "../../format";
import { nth } from "../../numeric/nth";
import { type Problem, problem } from "../../result";
import { linearPredictors, type Subjects, stepwise } from "../../survival";
import { blocked } from "../blocked";
import { type Grouped, groupedRows, nobodyLeft } from "../grouped";
import type { PanelOutcome } from "../panelKind";
import type { Prepared } from "../prepared";
import { noticeInWords, unfittedInWords } from "../reasonInWords";
import { markerConcordance } from "../scoreStudy/markerConcordance";
import { plainSetting, rowsSetting } from "../setting";
import { counts, type Rows } from "./counts";
import { type ReadTerm, readTerm } from "./covariates";
import { type Fitted, fitted, isFitted, modelRows, wholeTests } from "./fits";
import { linesOf, type Model } from "./lines";
import { namesOf, type Product } from "./names";
import { noCovariate, noticesOf, searchInWords } from "./notices";
import { proposalOf } from "./proposal";
import { type Proportionality, proportionality } from "./residuals/proportionality";
import type { JointModel, RegressionResult, RegressionTerm, WholeTest } from "./result";

type RegressionPanel = PanelOf<"regression">;

/** Each covariate alone, all of them together, and what follows from the joint model. `quick`: the hazard ratios alone. */
export function analyzeRegression(
  prepared: Prepared,
  panel: RegressionPanel,
  quick: boolean,
): PanelOutcome<RegressionResult> {
  const grouped = groupedRows(prepared, { endpoint: panel.endpoint, group: null, strata: panel.strata });
  if ("state" in grouped) return grouped;
  const { ledger } = grouped;
  const terms: ReadTerm[] = [];
  for (const term of panel.terms) {
    const read = readTerm(prepared, term);
    if (!read.ok) return blocked(read.problem, ledger);
    terms.push(read.value);
  }
  const { data, group, strata } = grouped;
  const subjects = { ...data, group, groupCount: 1, strata };
  if (counts(subjects).patients === 0) return blocked(nobodyLeft(ledger, prepared.selection.selected), ledger);
  const result = modeled(prepared, panel, grouped, subjects, terms, quick);
  return { state: "ready", ledger, result };
}

function modeled(
  prepared: Prepared,
  panel: RegressionPanel,
  { endpoint, data, shown, strataLabel, leftOut, intervals }: Grouped,
  subjects: Rows,
  asked: ReadTerm[],
  quick: boolean,
): RegressionResult {
  // The patients of the model of all; after a search every model stands on them.
  const complete = { ...subjects, group: completeOnly(subjects.group, asked) };
  const { terms, replaced } = withReferences(asked, complete.group);
  const alone = terms.map(({ covariate }) => fitted(subjects, [covariate], panel));
  const found = panel.selection === null || terms.length === 0 ? null : searched(panel, subjects, terms);
  const search = found?.ok ? found.value : null;
  const kept = search ? terms.filter(({ covariate }) => search.selected.includes(covariate.name)) : terms;
  const products = interactionsOf(panel, kept);
  const together =
    kept.length === 0 ? null : fitted(complete, [...kept.map(({ covariate }) => covariate), ...products], panel);
  const joint = together && isFitted(together) ? together : null;
  const names = namesOf(terms, products, joint?.coefficients);
  const checks = joint && !quick ? proportionality(joint, kept, panel.level, names) : noChecks;
  const failure = found && !found.ok ? unfittedInWords(found) : problemOf(together);
  const { patients, events } = counts(subjects);
  const tests = joint && !quick ? wholeTests(joint) : new Map<string, WholeTest>();
  const described = terms.map((term, t) => termOf(term, subjects, nth(alone, t), joint, kept.includes(term), checks));
  return {
    kind: "regression",
    endpoint: shown,
    setting: {
      ...plainSetting,
      ...rowsSetting(prepared, data, [panel.strata, ...panel.terms.map(usedBy)]),
      causeSpecific: data.causes.length > 0,
      strata: strataLabel,
    },
    patients,
    events,
    level: panel.level,
    leftOut,
    lines: linesOf(
      terms,
      products,
      terms.map(({ known }, t) => modelOf(subjects, nth(alone, t), known, quick)),
      joint && { fitted: joint, rows: modelRows(subjects, joint), tests },
      names,
    ),
    terms: described,
    joint: joint && jointModel(joint, complete, checks),
    withoutJoint: joint || search ? null : (failure ?? noCovariate).message,
    interactions: products.flatMap(({ name }) => {
      const test = tests.get(name);
      return test ? [{ term: name, label: names.term(name), ...test }] : [];
    }),
    search: search && searchInWords(search, panel, terms),
    residuals: checks.residuals,
    proposal: joint && !quick && products.length === 0 ? proposalOf(endpoint.label, joint, kept, complete) : null,
    notices: [
      ...(intervals ? [...intervals.notices, ...rowsWithout(subjects, complete)] : []),
      ...replaced,
      ...noticesOf({
        panel,
        endpoint,
        data,
        joint,
        alone,
        checks,
        patients,
        names,
        terms: described,
        failure,
      }),
    ],
  };
}

/** A covariate's own model with the rows it stands on. */
function modelOf(subjects: Rows, alone: Fitted | Problem, known: ReadTerm["known"], quick: boolean): Model {
  const model = isFitted(alone) ? alone : null;
  return {
    fitted: model,
    rows: model ? modelRows(subjects, model) : { ...subjects, group: withValues(subjects.group, known) },
    tests: model && !quick ? wholeTests(model) : new Map(),
  };
}

/**
 * The covariates with one reference for every model: the one asked for, unless nobody in the model of all has it; then the first level somebody
 * has, and a sentence that says so.
 */
function withReferences(terms: ReadTerm[], complete: Int16Array): { terms: ReadTerm[]; replaced: Problem[] } {
  const replaced: Problem[] = [];
  const found = terms.map((term) => {
    const { covariate, label, levelLabels } = term;
    if (!("codes" in covariate) || levelLabels === null) return term;
    const isHad = (code: number) => covariate.codes.some((each, row) => each === code && nth(complete, row) >= 0);
    const { reference: wanted = 0 } = covariate;
    const taken = isHad(wanted) ? wanted : levelLabels.findIndex((_, code) => isHad(code));
    if (taken < 0 || taken === wanted) return term;
    const [asked, instead] = [nth(levelLabels, wanted), nth(levelLabels, taken)];
    replaced.push(noticeInWords({ id: "referenceReplaced", term: label, asked, taken: instead }));
    return { ...term, covariate: { ...covariate, reference: taken } };
  });
  return { terms: found, replaced };
}

/** Of intervals only those without a value are left out, not their patients: what that takes from the model. */
function rowsWithout(subjects: Rows, complete: Rows): Problem[] {
  const lacking = [...subjects.group.keys()].filter(
    (row) => nth(subjects.group, row) >= 0 && nth(complete.group, row) < 0 && !Number.isNaN(nth(subjects.time, row)),
  );
  if (lacking.length === 0) return [];
  const rows = lacking.map((row) => row + 1);
  const of = counts(subjects, (row) => nth(complete.group, row) < 0).patients;
  return [
    problem(
      "intervals-without-value",
      `${counted(lacking.length, "interval")} of ${counted(of, "patient")} ${lacking.length === 1 ? "lacks" : "lack"} a value of a covariate and ${lacking.length === 1 ? "is" : "are"} not in the joint model (${rowsInWords(rows)}); their other intervals are.`,
      "Complete the values in the file, or leave the covariate out.",
      rows,
    ),
  ];
}

const noChecks: Proportionality = { global: Number.NaN, terms: new Map(), residuals: [] };

const problemOf = (model: Fitted | Problem | null): Problem | null => (model && !isFitted(model) ? model : null);

function searched({ selection, level }: RegressionPanel, subjects: Rows, terms: ReadTerm[]) {
  const input = { ...subjects, covariates: terms.map(({ covariate }) => covariate) };
  const rule =
    selection?.by === "p" ? { criterion: "wald" as const, alpha: selection.alpha } : { criterion: "aic" as const };
  return stepwise(input, rule, { level });
}

/** Interactions of covariates that are in the model, as products of their columns. */
function interactionsOf({ interactions }: RegressionPanel, kept: ReadTerm[]): Product[] {
  const names = new Map(kept.map(({ term, covariate }) => [term.id, covariate.name]));
  return interactions.flatMap(([a, b]) => {
    const of = [names.get(a), names.get(b)];
    return of.every((each) => each !== undefined) && a !== b ? [{ of, name: of.join(" × ") }] : [];
  });
}

const withValues = (group: Int16Array, known: (row: number) => boolean): Int16Array =>
  group.map((code, row) => (code < 0 || known(row) ? code : -1));

const completeOnly = (group: Int16Array, terms: ReadTerm[]): Int16Array =>
  withValues(group, (row) => terms.every(({ known }) => known(row)));

function termOf(
  { term, label, covariate, known }: ReadTerm,
  subjects: Rows,
  alone: Fitted | Problem,
  joint: Fitted | null,
  kept: boolean,
  checks: Proportionality,
): RegressionTerm {
  return {
    id: term.id,
    label,
    missing: counts(subjects, (row) => !known(row)).patients,
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
    concordance: markerConcordance(rows, linearPredictors(fit), fit.level),
    pProportional: checks.global,
  };
}

/** What of a variable a covariate is made of: of a score its points, unless its groups are compared. */
const usedBy = ({ of, coding }: PanelOf<"regression">["terms"][number]): Variable =>
  "score" in of && coding.kind !== "levels" ? { ...of, as: "points" } : of;
