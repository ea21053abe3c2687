import { asText } from "../../board/fields";
import { type Factor, scoreSchema } from "../../board/score";
import { groupsAt } from "../../cohort/scores/groups";
import { concordance, linearPredictors, type Subjects } from "../../survival";
import type { ReadTerm } from "./covariates";
import type { Fitted } from "./fits";
import type { ScoreProposal } from "./result";

interface Contribution {
  factor: Factor;
  coefficient: number;
  /** What the points are multiplied by, per row. */
  amount(row: number): number;
  /** Two groups, whose coefficients set the size of a point. */
  binary: boolean;
}

/**
 * A score of the joint model: points in proportion to the coefficients, the smallest of a cut or level being one point, rounded to whole
 * points; what counts per unit keeps two significant digits. Null where a covariate is itself a score or a coefficient has no finite value.
 */
export function proposalOf(
  endpoint: string,
  model: Fitted,
  terms: ReadTerm[],
  subjects: Subjects,
): ScoreProposal | null {
  const parts = terms.map((term) => contributionsOf(term, model));
  if (parts.length === 0 || parts.includes(null)) return null;
  const contributions = parts.flatMap((part) => part ?? []).filter(({ coefficient }) => coefficient !== 0);
  const sizes = (some: Contribution[]) => some.map(({ coefficient }) => Math.abs(coefficient));
  const binary = contributions.filter((each) => each.binary);
  const point = Math.min(...sizes(binary.length > 0 ? binary : contributions));
  if (!Number.isFinite(point)) return null;
  const factors = contributions.map(({ factor, coefficient, binary: isBinary }, f) => ({
    ...factor,
    id: `f${f + 1}`,
    label: asText(factor.label),
    points: isBinary ? Math.round(coefficient / point) + 0 : Number((coefficient / point).toPrecision(2)),
  }));
  const predictor = linearPredictors(model.fit);
  const points = predictor.map((value, row) =>
    Number.isNaN(value)
      ? value
      : contributions.reduce((sum, { amount }, f) => sum + factors[f].points * amount(row), 0),
  );
  const [modelC, pointsC] = [concordance(subjects, predictor), concordance(subjects, points)];
  if (!modelC.ok || !pointsC.ok) return null;
  const fitted = { modelC: modelC.value.c, pointsC: pointsC.value.c };
  const whole = binary.length === contributions.length;
  const highest = factors.reduce((sum, factor) => sum + Math.max(0, factor.points), 0);
  const cuts = whole && highest > 1 ? [0, Math.max(1, Math.floor(highest / 2))] : [];
  const label = asText(`Score for ${endpoint.charAt(0).toLowerCase()}${endpoint.slice(1)}`);
  const score = scoreSchema.parse({
    id: "model",
    label,
    factors,
    fitted,
    groups: groupsAt(whole && highest === 1 ? [0] : cuts, whole),
  });
  return { score, ...fitted };
}

/** The factors of a covariate; null where it cannot be one. */
function contributionsOf(
  { term, title, unit, covariate, levelLabels }: ReadTerm,
  model: Fitted,
): Contribution[] | null {
  if (!("column" in term.of)) return null;
  const { column } = term.of;
  const base = { id: "f", column, unit, convert: null, formula: null, points: 0 };
  const own = model.coefficients.filter((each) => each.term === covariate.name && each.kind !== "inestimable");
  if (own.some(({ kind }) => kind === "infinite")) return null;
  return own.flatMap((each): Contribution[] => {
    if (each.kind !== "estimated") return [];
    const { coefficient, level } = each;
    if ("codes" in covariate && level !== null) {
      const code = covariate.levels.indexOf(level);
      const factor: Factor = {
        ...base,
        label: `${title} ${levelLabels?.[code] ?? level}`,
        when: { op: "in", values: [level] },
      };
      return [{ factor, coefficient, binary: true, amount: (row) => Number(covariate.codes[row] === code) }];
    }
    if (!("values" in covariate)) return [];
    if (term.coding.kind === "cut") {
      const factor: Factor = { ...base, label: title, when: term.coding.when };
      return [{ factor, coefficient, binary: true, amount: (row) => covariate.values[row] }];
    }
    const per = term.coding.kind === "perUnit" ? term.coding.per : 1;
    const factor: Factor = { ...base, label: title, when: { op: "per unit" } };
    return [{ factor, coefficient: coefficient / per, binary: false, amount: (row) => covariate.values[row] * per }];
  });
}
