import type { Problem } from "../../result";
import type { Coefficient, FactorCovariate, Interaction, Subjects } from "../../survival";
import { counts } from "./counts";
import type { ReadTerm } from "./covariates";
import { type Fitted, isFitted } from "./fits";
import type { RegressionLine } from "./result";

/** The lines of the table and the forest plot, covariate by covariate, then interactions. */
export function linesOf(
  terms: ReadTerm[],
  products: Interaction[],
  subjects: Subjects & { group: Int16Array },
  alone: (Fitted | Problem)[],
  joint: Fitted | null,
): RegressionLine[] {
  const of = (model: Fitted | Problem | null, term: string) =>
    model && isFitted(model) ? model.coefficients.filter((each) => each.term === term) : [];
  const lines = terms.flatMap((term, t) => {
    const { name } = term.covariate;
    const [own, shared] = [of(alone[t], name), of(joint, name)];
    return "codes" in term.covariate && term.levelLabels
      ? levelLines(term, term.covariate, term.levelLabels, subjects, own, shared)
      : [numberLine(term, subjects, own[0] ?? null, shared[0] ?? null)];
  });
  const interactions = products.flatMap(({ name = "" }) =>
    of(joint, name).map((together): RegressionLine => {
      const label = together.level ? `${name}: ${together.level}` : name;
      return { kind: "estimate", term: name, label, n: null, events: null, alone: null, together };
    }),
  );
  return [...lines, ...interactions];
}

/** Of a cut, the patients beyond it; per unit, those with a value. */
function numberLine(
  { term, label, covariate, known }: ReadTerm,
  subjects: Subjects & { group: Int16Array },
  alone: Coefficient | null,
  together: Coefficient | null,
): RegressionLine {
  const values = "values" in covariate ? covariate.values : new Float64Array(0);
  const counted = term.coding.kind === "cut" ? (row: number) => values[row] === 1 : known;
  const { patients, events } = counts(subjects, counted);
  return { kind: "estimate", term: term.id, label, n: patients, events, alone, together };
}

function levelLines(
  { term, label }: ReadTerm,
  { codes, levels }: FactorCovariate,
  labels: string[],
  subjects: Subjects & { group: Int16Array },
  alone: Coefficient[],
  together: Coefficient[],
): RegressionLine[] {
  const reference = alone[0]?.reference ?? together[0]?.reference ?? null;
  const present = levels.flatMap((level, code) => {
    const { patients, events } = counts(subjects, (row) => codes[row] === code);
    return patients > 0 ? [{ level, code, patients, events }] : [];
  });
  const ofLevel = (some: Coefficient[], level: string) => some.find((each) => each.level === level) ?? null;
  const line = (kind: "reference" | "estimate", text: string, each: (typeof present)[number]): RegressionLine => ({
    ...{ kind, term: term.id, label: text, n: each.patients, events: each.events },
    alone: kind === "reference" ? null : ofLevel(alone, each.level),
    together: kind === "reference" ? null : ofLevel(together, each.level),
  });
  const head: RegressionLine = {
    kind: "head",
    term: term.id,
    label,
    n: null,
    events: null,
    alone: null,
    together: null,
  };
  const ordered = [...present].sort((a, b) => Number(b.level === reference) - Number(a.level === reference));
  return [
    head,
    ...ordered.map((each) => line(each.level === reference ? "reference" : "estimate", labels[each.code], each)),
  ];
}
