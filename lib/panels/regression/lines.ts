import { nth } from "../../numeric/nth";
import type { Coefficient, FactorCovariate } from "../../survival";
import { type Counts, counts, type Rows } from "./counts";
import type { ReadTerm } from "./covariates";
import type { Fitted, wholeTests } from "./fits";
import type { Names, Product } from "./names";
import type { RegressionLine, WholeTest } from "./result";

/** A model with the rows it stands on, or those it would have where it cannot be fitted. */
export interface Model {
  fitted: Fitted | null;
  rows: Rows;
  tests: ReturnType<typeof wholeTests>;
}

/** A value for each of the two models; null where the covariate is in no such model. */
type OfEach<Value> = { alone: Value; together: Value };

/** The lines of the table and the forest plot, covariate by covariate, then interactions. */
export function linesOf(
  terms: ReadTerm[],
  products: Product[],
  alone: Model[],
  joint: Model | null,
  names: Names,
): RegressionLine[] {
  const lines = terms.flatMap((term, t) => {
    const { name } = term.covariate;
    const inJoint = joint?.fitted?.coefficients.some((each) => each.term === name) ? joint : null;
    const models = { alone: nth(alone, t), together: inJoint };
    return "codes" in term.covariate && term.levelLabels
      ? levelLines(term, term.covariate, term.levelLabels, models, names)
      : [numberLine(term, models, names)];
  });
  return [...lines, ...products.flatMap((product) => productLines(product, joint, names))];
}

const each = <Value>({ alone, together }: OfEach<Model | null>, of: (model: Model | null) => Value) => ({
  alone: of(alone),
  together: of(together),
});

const coefficientsOf = (model: Model | null, term: string): Coefficient[] =>
  model?.fitted?.coefficients.filter((coefficient) => coefficient.term === term) ?? [];

/** Of a cut, the patients beyond it; per unit, those with a value. */
function numberLine({ term, label, covariate }: ReadTerm, models: OfEach<Model | null>, names: Names): RegressionLine {
  const values = "values" in covariate ? covariate.values : new Float64Array(0);
  const counted = (row: number) => term.coding.kind !== "cut" || values[row] === 1;
  return {
    kind: "estimate",
    term: term.id,
    label,
    name: label,
    who: label,
    whole: null,
    mainEffectAt: names.mainEffectAt(covariate.name),
    counts: each(models, (model) => model && counts(model.rows, counted)),
    ...each(models, (model) => coefficientsOf(model, covariate.name)[0] ?? null),
  };
}

function levelLines(
  { term, label }: ReadTerm,
  { name, codes, levels, reference: asked = 0 }: FactorCovariate,
  labels: string[],
  models: OfEach<Model | null>,
  names: Names,
): RegressionLine[] {
  const own = each(models, (model) => coefficientsOf(model, name));
  const reference = own.alone[0]?.reference ?? own.together[0]?.reference ?? nth(levels, asked);
  const present = levels.flatMap((level, code) => {
    const found = each(models, (model) => model && counts(model.rows, (row) => codes[row] === code));
    return (found.alone?.patients ?? 0) > 0 ? [{ level, code, counts: found }] : [];
  });
  const lines = present.map(({ level, code, counts: found }): RegressionLine => {
    const isReference = level === reference;
    const ofLevel = (some: Coefficient[]) => some.find((coefficient) => coefficient.level === level) ?? null;
    const said = isReference ? nth(labels, code) : `${labels[code]} v ${names.level(name, reference)}`;
    return {
      kind: isReference ? "reference" : "estimate",
      term: term.id,
      label: said,
      name: `${label}: ${said}`,
      whole: null,
      counts: found,
      who: `${label}: ${labels[code]}`,
      mainEffectAt: isReference ? null : names.mainEffectAt(name),
      alone: isReference ? null : ofLevel(own.alone),
      together: isReference ? null : ofLevel(own.together),
    };
  });
  const isFirst = ({ kind }: RegressionLine) => Number(kind === "reference");
  return [headLine(term.id, label, wholeOf(models, name)), ...lines.sort((a, b) => isFirst(b) - isFirst(a))];
}

/** An interaction of one coefficient is its own whole. */
function productLines({ name }: Product, joint: Model | null, names: Names): RegressionLine[] {
  const found = coefficientsOf(joint, name);
  const whole = wholeOf({ alone: null, together: joint }, name);
  const lines = found.map((together): RegressionLine => {
    const said = names.column(together);
    return {
      kind: "estimate",
      term: name,
      label: said,
      name: said,
      who: said,
      whole: null,
      mainEffectAt: null,
      counts: noCounts,
      alone: null,
      together,
    };
  });
  return whole ? [headLine(name, names.term(name), whole), ...lines] : lines;
}

const noCounts: OfEach<Counts | null> = { alone: null, together: null };

const headLine = (term: string, label: string, whole: RegressionLine["whole"]): RegressionLine => ({
  kind: "head",
  term,
  label,
  name: label,
  who: label,
  whole,
  counts: noCounts,
  mainEffectAt: null,
  alone: null,
  together: null,
});

/** The tests of a covariate of several coefficients; null where each model has one at most, which says the same. */
function wholeOf(models: OfEach<Model | null>, name: string): OfEach<WholeTest | null> | null {
  const found = each(models, (model) => {
    const test = model?.tests.get(name) ?? null;
    return test && test.df > 1 ? test : null;
  });
  return found.alone || found.together ? found : null;
}
