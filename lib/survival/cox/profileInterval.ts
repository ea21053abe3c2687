import { maximize, type Objective } from "./newton";

/** Largest distance from the estimate, in standardized units, at which a limit is still sought. */
const FARTHEST = 200;
/** Precision of a limit relative to its distance from the estimate. */
const PRECISION = 1e-10;

/** The maximum of a likelihood over all parameters but one, as a function of that one. */
export function profileValue(
  objective: Objective,
  parameter: number,
  value: number,
  near: Float64Array,
  fixed: Uint8Array,
): { value: number; beta: Float64Array } {
  const start = near.slice();
  start[parameter] = value;
  const held = fixed.slice();
  held[parameter] = 1;
  const { value: reached, beta } = maximize(objective, { start, fixed: held, tolerance: Number.MIN_VALUE });
  return { value: reached, beta };
}

/**
 * Profile-likelihood limits of one parameter: where twice the fall of the profile from its maximum reaches `drop` (a χ²
 * quantile with 1 df). ∓Infinity where it does not fall that far. `step` is a first guess of the distance, and `fixed`
 * marks parameters that stay where they are.
 */
export function profileInterval(
  objective: Objective,
  parameter: number,
  beta: Float64Array,
  maximum: number,
  drop: number,
  step: number,
  fixed: Uint8Array,
): { lower: number; upper: number } {
  const target = maximum - drop / 2;
  const limit = (direction: 1 | -1) => findLimit(objective, parameter, beta, maximum, target, direction * step, fixed);
  return { lower: limit(-1), upper: limit(1) };
}

function findLimit(
  objective: Objective,
  parameter: number,
  beta: Float64Array,
  maximum: number,
  target: number,
  step: number,
  fixed: Uint8Array,
): number {
  const center = beta[parameter];
  let near = beta;
  const above = (distance: number) => {
    const point = profileValue(objective, parameter, center + distance, near, fixed);
    near = point.beta;
    return point.value - target;
  };
  let inside = 0;
  let insideValue = maximum - target;
  let outside = step;
  let outsideValue = above(outside);
  while (outsideValue > 0) {
    if (Math.abs(outside) > FARTHEST) return step < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    inside = outside;
    insideValue = outsideValue;
    outside *= 1.6;
    outsideValue = above(outside);
  }
  return center + bisectSecant(above, inside, insideValue, outside, outsideValue);
}

/** The Illinois variant of regula falsi: a bracketed root of a monotone function. */
function bisectSecant(f: (x: number) => number, a: number, fa: number, b: number, fb: number): number {
  let side = 0;
  let root = b;
  for (let k = 0; k < 100; k++) {
    const next = (fa * b - fb * a) / (fa - fb);
    if (Math.abs(next - root) <= PRECISION * Math.abs(next)) return next;
    root = next;
    const value = f(root);
    if (value === 0) return root;
    if (value > 0) {
      a = root;
      fa = value;
      if (side === 1) fb /= 2;
      side = 1;
    } else {
      b = root;
      fb = value;
      if (side === -1) fa /= 2;
      side = -1;
    }
  }
  return root;
}
