import { CHOLESKY_TOLERANCE, type Cholesky, cholesky, solve } from "../../numeric/linearAlgebra";

/** A log likelihood to maximize. `derivatives` belong to the point at which `value` was last asked for. */
export interface Objective {
  parameters: number;
  value(beta: Float64Array): number;
  /** Fills the gradient and the information (row-major). */
  derivatives(score: Float64Array, information: Float64Array): void;
}

/**
 * How the search ended:
 * - `converged`: the last step was far below any standard error;
 * - `flat`: the likelihood stopped rising while some parameters kept moving, so these have no finite maximum;
 * - `exhausted`: the iterations were used up, or no step raised the likelihood although its slope says one should.
 */
export type Outcome = "converged" | "flat" | "exhausted";

export interface Maximum {
  outcome: Outcome;
  beta: Float64Array;
  value: number;
  startValue: number;
  /** Uᵀ·I⁻¹·U at the start: the score test. */
  startScoreTest: number;
  /** Factored information; parameters it did not keep are aliased or fixed and stayed at their start. */
  information: Cholesky;
  lastStep: Float64Array;
  iterations: number;
}

export interface NewtonOptions {
  start?: Float64Array;
  /** 1 for parameters held at their start. */
  fixed?: Uint8Array;
  /**
   * Of the factorization at the start, which decides what is aliased: collinearity does not depend on where one looks.
   */
  tolerance?: number;
  maxIterations?: number;
  /**
   * Squared length of a step, in standard errors, at which it is the last: Newton's error after it is of second order,
   * and the information moves by that length times the skewness of the likelihood. 1e-18.
   */
  negligible?: number;
  /** Steps longer than this keep a parameter "moving": what tells a flat ridge from a maximum. */
  moving?: Float64Array;
}

/** The same when rounding lets no step raise the likelihood any more. */
const ROUNDING = 1e-7;
/** Relative rise of the log likelihood at which it counts as having stopped. */
const STALLED = 1e-13;
const HALVINGS = 40;
/**
 * Squared length of a step, in standard errors, below which its rise of the likelihood is lost in the rounding of a sum
 * over very many events: Newton converges there, and the step need not show that it rises.
 */
const SMALL = 1e-4;

/** Newton–Raphson with step halving, from `start` (zeros). The objective is left where the search ended. */
export function maximize(objective: Objective, options: NewtonOptions = {}): Maximum {
  const p = objective.parameters;
  const { tolerance = CHOLESKY_TOLERANCE, maxIterations = 100, negligible = 1e-18 } = options;
  const fixed = options.fixed?.slice() ?? new Uint8Array(p);
  const moving = (step: Float64Array) => options.moving?.some((limit, j) => Math.abs(step[j]) > limit) ?? false;
  const score = new Float64Array(p);
  const matrix = new Float64Array(p * p);
  let beta = options.start?.slice() ?? new Float64Array(p);
  let value = objective.value(beta);
  const startValue = value;
  let startScoreTest = Number.NaN;
  for (let iterations = 0; ; iterations++) {
    objective.derivatives(score, matrix);
    hold(score, matrix, fixed);
    const information = cholesky(matrix, p, iterations === 0 ? tolerance : Number.MIN_VALUE);
    if (iterations === 0) for (let j = 0; j < p; j++) fixed[j] = 1 - information.kept[j];
    const lastStep = solve(information, score);
    const decrement = score.reduce((sum, u, j) => sum + u * lastStep[j], 0);
    if (iterations === 0) startScoreTest = decrement;
    const end = (outcome: Outcome): Maximum => ({
      outcome,
      beta,
      value,
      startValue,
      startScoreTest,
      information,
      lastStep,
      iterations,
    });
    if (!Number.isFinite(decrement) || !Number.isFinite(value)) return end("exhausted");
    if (decrement <= negligible) {
      beta = beta.map((b, j) => b + lastStep[j]);
      value = objective.value(beta);
      return end(moving(lastStep) ? "flat" : "converged");
    }
    if (iterations >= maxIterations) return end("exhausted");
    const next = climb(objective, beta, value, lastStep, decrement < SMALL);
    if (next === null || (moving(lastStep) && next.value - value <= STALLED * Math.abs(value))) {
      value = objective.value(beta);
      return end(moving(lastStep) ? "flat" : decrement < ROUNDING ? "converged" : "exhausted");
    }
    beta = next.beta;
    value = next.value;
  }
}

/** The longest of the steps 1, ½, ¼ … that does not lower the value (by more than rounding, where `small`), or null. */
function climb(objective: Objective, beta: Float64Array, value: number, step: Float64Array, small: boolean) {
  const rounding = (small ? 1e-11 : 1e-14) * Math.abs(value);
  for (let halving = 0, factor = 1; halving < HALVINGS; halving++, factor /= 2) {
    const candidate = beta.map((b, j) => b + factor * step[j]);
    const reached = objective.value(candidate);
    if (Number.isFinite(reached) && reached >= value - rounding) return { beta: candidate, value: reached };
  }
  return null;
}

function hold(score: Float64Array, matrix: Float64Array, fixed: Uint8Array): void {
  const p = score.length;
  for (let j = 0; j < p; j++) {
    if (!fixed[j]) continue;
    score[j] = 0;
    for (let k = 0; k < p; k++) matrix[j * p + k] = matrix[k * p + j] = 0;
  }
}
