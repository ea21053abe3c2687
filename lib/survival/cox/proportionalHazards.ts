import { cholesky, inverseQuadraticForm, solve, submatrix } from "../../numeric/linearAlgebra";
import type { ReasonOf } from "../reason";
import { type ChiSquareTest, chiSquareTest } from "./chiSquareTest";
import type { CoxFit } from "./coxRegression";
import { expectedEvents } from "./hazardSweep";
import { columnProduct, eventWeights } from "./partialLikelihood";
import { fillInformation } from "./riskSetMeans";
import { type ScaledSchoenfeld, scaledSchoenfeld } from "./scaledSchoenfeld";
import { centeredTime, type TimeTransform } from "./timeTransform";

export interface ProportionalHazardsTest {
  transform: TimeTransform;
  /**
   * Why there is no test, where there is none: every P is then NaN; where a hazard ratio is infinite or 0 that of all
   * together, and covariates it does not belong to keep theirs.
   */
  untested: ReasonOf<"samplingWeights" | "noMaximum"> | null;
  /**
   * One test per covariate (a factor with all its levels), and of all together; aliased and infinite coefficients do
   * not count.
   */
  terms: (ChiSquareTest & { term: string })[];
  global: ChiSquareTest;
  /** One test per estimated coefficient; the others are left out. */
  coefficients: (ChiSquareTest & { name: string })[];
  /**
   * Scaled Schoenfeld residuals plus coefficient: an estimate of β(t) at each event, for the plot against `x`. Made
   * when first read.
   */
  readonly plot: ScaledSchoenfeld;
}

/**
 * Test of proportional hazards: the score test of adding covariate × g(t) to the model, as `cox.zph` of R's survival
 * from version 3.0 on (not the older correlation test). P is NaN where g is undefined (log with an event at time 0) or
 * the covariate's time dependence cannot be told from the covariates themselves, and with sampling weights. Not for
 * exact ties (throws). Sources: Grambsch & Therneau, Biometrika 1994;81:515–26; Therneau & Grambsch, Modeling Survival
 * Data, 2000, section 6.2.
 */
export const proportionalHazards = (fit: CoxFit, transform: TimeTransform = "km"): ProportionalHazardsTest =>
  testOfTime(
    fit,
    transform,
    isWeighted(fit) ? "samplingWeights" : fit.convergence.kind === "converged" ? null : "noMaximum",
  );

/** The same for a reason already known not to test; with null whatever the weights, as R does. */
export function testOfTime(
  fit: CoxFit,
  transform: TimeTransform,
  untested: ProportionalHazardsTest["untested"],
): ProportionalHazardsTest {
  if (fit.ties === "exact") throw new Error("The test of proportional hazards is not defined for exact ties");
  const { design, maximum, infinite } = fit.model;
  const g = centeredTime(fit.model.data, transform);
  const extended = extendedScore(fit, g.centered);
  const estimable = (columns: readonly number[]) => columns.filter((j) => maximum.information.kept[j] && !infinite[j]);
  const all = estimable(design.columns.map((_, j) => j));
  const isSeparated = untested === "noMaximum" && maximum.outcome === "flat";
  const test = (columns: readonly number[]) =>
    untested && !(isSeparated && !columns.some((j) => infinite[j]))
      ? chiSquareTest(Number.NaN, estimable(columns).length)
      : scoreTest(extended, estimable(columns), all);
  let plot: ScaledSchoenfeld | undefined;
  return {
    transform,
    untested,
    terms: design.terms
      .filter((term) => estimable(term.columns).length > 0)
      .map((term) => ({ term: term.name, ...test(term.columns) })),
    global: untested ? chiSquareTest(Number.NaN, all.length) : test(all),
    coefficients: all.map((j) => ({ name: design.columns[j].name, ...test([j]) })),
    get plot() {
      plot ??= scaledSchoenfeld(fit, all, extended.information, g.raw);
      return plot;
    },
  };
}

/** Weights that are no counts: the score test is not theirs, and would change with their scale. */
const isWeighted = ({ model: { data } }: CoxFit) => data.weight !== null && !data.countWeights;

/** Score and information of the model with covariate × g(t), at no time dependence; standardized columns. */
interface Extended {
  size: number;
  score: Float64Array;
  information: Float64Array;
  withTime: Float64Array;
  withSquaredTime: Float64Array;
}

function extendedScore({ model }: CoxFit, g: Float64Array): Extended {
  const { likelihood, data } = model;
  const { sets, parameters: size, x, sweep } = likelihood;
  const expected = new Float64Array(sets.rows.length);
  const cumulative = new Float64Array(sets.slots);
  const observed = eventWeights(sets).map((weight, i) => (weight === 0 ? 0 : weight * g[sets.to[i]]));
  const information = (timeWeight: Float64Array | null) => {
    const matrix = new Float64Array(size * size);
    expectedEvents(data.sets, sweep, timeWeight, cumulative, expected);
    fillInformation(matrix, likelihood, expected, timeWeight);
    return matrix;
  };
  const withSquaredTime = information(g.map((v) => v * v));
  const plain = information(null);
  const withTime = information(g);
  const score = Float64Array.from(
    { length: size },
    (_, j) => columnProduct(x, j, observed) - columnProduct(x, j, expected),
  );
  return { size, score, information: plain, withTime, withSquaredTime };
}

/** Uᵀ·(I_gg − I_g·I⁻¹·I_gᵀ)⁻¹·U for the columns tested, given all columns of the model. */
function scoreTest(extended: Extended, tested: readonly number[], all: readonly number[]): ChiSquareTest {
  const { size, score, information, withTime, withSquaredTime } = extended;
  const base = cholesky(submatrix(information, size, all), all.length);
  const m = tested.length;
  const remaining = submatrix(withSquaredTime, size, tested);
  tested.forEach((a, i) => {
    const solved = solve(
      base,
      Float64Array.from(all, (j) => withTime[a * size + j]),
    );
    tested.forEach((b, k) => {
      all.forEach((j, at) => {
        remaining[i * m + k] -= solved[at] * withTime[b * size + j];
      });
    });
  });
  const u = Float64Array.from(tested, (j) => score[j]);
  if (u.some((value) => !Number.isFinite(value))) return chiSquareTest(Number.NaN, m);
  const { value, rank } = inverseQuadraticForm(remaining, u);
  return chiSquareTest(rank === m ? value : Number.NaN, m);
}
