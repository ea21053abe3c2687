import { asText } from "../../board/fields";
import { type Factor, scoreSchema } from "../../board/score";
import { groupsAt } from "../../cohort/scores/groups";
import { underName } from "../../format";
import { nth } from "../../numeric/nth";
import { concordance, linearPredictors, type Subjects } from "../../survival";
import { standardErrorOf } from "../coefficientInWords";
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
  stdErr: number;
  /** Of the coefficient. */
  limits: [number, number];
}

/** No factor has more points than this. */
const mostPoints = 10;

/**
 * A score of the joint model. Cuts and levels have whole points, as few as all their coefficients allow (`pointOf`); what counts per unit keeps two
 * significant digits of the same size of a point. A factor whose coefficient carries no point is left out. Null where a covariate is itself a score, a
 * coefficient has no finite value, or none carries a point.
 */
export function proposalOf(
  endpoint: string,
  model: Fitted,
  terms: ReadTerm[],
  subjects: Subjects,
): ScoreProposal | null {
  const parts = terms.map((term) => contributionsOf(term, model));
  if (parts.length === 0 || parts.includes(null)) return null;
  const all = parts.flatMap((part) => part ?? []).filter(({ coefficient }) => coefficient !== 0);
  const binary = all.filter((each) => each.binary);
  const point = pointOf(binary.length > 0 ? binary : all);
  if (!Number.isFinite(point)) return null;
  const pointsIn = ({ coefficient, binary: isBinary }: Contribution) =>
    isBinary ? Math.round(coefficient / point) + 0 : Number((coefficient / point).toPrecision(2));
  const contributions = all.filter((each) => pointsIn(each) !== 0);
  if (contributions.length === 0) return null;
  const factors = contributions.map((each, f) => ({
    ...each.factor,
    id: `f${f + 1}`,
    label: asText(each.factor.label),
    points: pointsIn(each),
  }));
  const predictor = linearPredictors(model.fit);
  const points = predictor.map((value, row) =>
    Number.isNaN(value)
      ? value
      : contributions.reduce((sum, { amount }, f) => sum + nth(factors, f).points * amount(row), 0),
  );
  const [modelC, pointsC] = [concordance(subjects, predictor), concordance(subjects, points)];
  if (!modelC.ok || !pointsC.ok) return null;
  const fitted = { modelC: modelC.value.c, pointsC: pointsC.value.c };
  const whole = contributions.every((each) => each.binary);
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
  return {
    score,
    ...fitted,
    carried: contributions.map(({ limits: [lower, upper] }, f) => ({
      label: factors[f]?.label ?? "",
      points: factors[f]?.points ?? Number.NaN,
      lower: lower / point,
      upper: upper / point,
    })),
    withoutPoints: all.filter((each) => pointsIn(each) === 0).map(({ factor }) => factor.label),
  };
}

/**
 * The size of one point: for the fewest points that lie within the interval of every coefficient (`mostPoints` at most, and then the closest), that
 * which comes closest to all of them, each weighed by its standard error. A coefficient whose interval holds 0 may get no point, and sets no size by
 * itself, as the smallest of all would.
 */
function pointOf(of: readonly Contribution[]): number {
  const largest = Math.max(...of.map(({ coefficient }) => Math.abs(coefficient)));
  let best = { size: Number.NaN, worst: Number.POSITIVE_INFINITY };
  for (let most = 1; most <= mostPoints; most++) {
    const size = closestSize(of, largest / most);
    const off = of.map(({ coefficient, stdErr, limits: [lower, upper] }) => {
      const carried = size * Math.round(coefficient / size);
      return carried >= lower && carried <= upper ? 0 : Math.abs(coefficient - carried) / stdErr;
    });
    const worst = Math.max(...off);
    if (worst === 0) return size;
    if (worst < best.worst) best = { size, worst };
  }
  return best.size;
}

/** The size near `start` at which points of that rounding come closest to the coefficients, by weighted least squares until the points stay. */
function closestSize(of: readonly Contribution[], start: number): number {
  let size = start;
  for (let round = 0; round < 20; round++) {
    let [across, along] = [0, 0];
    for (const { coefficient, stdErr } of of) {
      const points = Math.round(coefficient / size);
      across += (points * coefficient) / stdErr ** 2;
      along += points ** 2 / stdErr ** 2;
    }
    const next = across / along;
    if (!(next > 0) || Math.abs(next - size) < 1e-12 * size) break;
    size = next;
  }
  return size;
}

/** The factors of a covariate; null where it cannot be one. */
function contributionsOf(
  { term, title, unit, covariate, levelLabels }: ReadTerm,
  model: Fitted,
): Contribution[] | null {
  if (!("column" in term.of)) return null;
  const { column } = term.of;
  const base = { id: "f", column, unit, convert: null, formula: null, points: 0 };
  const found = model.coefficients.filter((each) => each.term === covariate.name && each.kind !== "inestimable");
  if (found.some(({ kind }) => kind === "infinite")) return null;
  return found.flatMap((each): Contribution[] => {
    if (each.kind !== "estimated") return [];
    const { coefficient, level } = each;
    const stdErr = standardErrorOf(each);
    const own = { coefficient, stdErr, limits: [Math.log(each.lower), Math.log(each.upper)] as [number, number] };
    if ("codes" in covariate && level !== null) {
      const code = covariate.levels.indexOf(level);
      const factor: Factor = {
        ...base,
        label: underName(title, [levelLabels?.[code] ?? level]),
        when: { op: "in", values: [level] },
      };
      return [{ factor, ...own, binary: true, amount: (row) => Number(covariate.codes[row] === code) }];
    }
    if (!("values" in covariate)) return [];
    if (term.coding.kind === "cut") {
      const factor: Factor = { ...base, label: title, when: term.coding.when };
      return [{ factor, ...own, binary: true, amount: (row) => nth(covariate.values, row) }];
    }
    const per = term.coding.kind === "perUnit" ? term.coding.per : 1;
    const factor: Factor = { ...base, label: title, when: { op: "per unit" } };
    const perOne = {
      coefficient: coefficient / per,
      stdErr: stdErr / per,
      limits: [own.limits[0] / per, own.limits[1] / per] as [number, number],
    };
    return [{ factor, ...perOne, binary: false, amount: (row) => nth(covariate.values, row) * per }];
  });
}
