import { deviance, logGamma, stirlingError } from "./gamma";

/**
 * The regularized incomplete beta function I_x(a, b), for a, b > 0; `complement` is 1 − x, given where x is close to 1. Continued fraction
 * (Lentz) on the side where it converges; relative error below 1e-11 against R's `pbeta`. NaN outside of the range.
 */
export function betaLower(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(a > 0 && b > 0) || !(x >= 0 && complement >= 0)) return Number.NaN;
  if (x === 0) return 0;
  if (complement === 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaLower(complement, b, a, x);
  return (Math.exp(logBetaTerm(x, complement, a, b)) * fraction(x, a, b)) / a;
}

/** The x at which I_x(a, b) = p, found by halving. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return p;
  let low = 0;
  let high = 1;
  while (high - low > 2e-16 * high) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (betaLower(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return high;
}

/** P(|T| ≥ |t|) of Student's t, also for a fraction of a degree of freedom. */
export function tTwoSided(t: number, df: number): number {
  const square = t * t;
  return square === Number.POSITIVE_INFINITY ? 0 : betaLower(df / (df + square), df / 2, 0.5, square / (df + square));
}

/** P(F ≥ f) of Fisher's F. */
export function fUpper(f: number, df1: number, df2: number): number {
  if (f === Number.POSITIVE_INFINITY) return 0;
  const scale = df1 * f + df2;
  return betaLower(df2 / scale, df2 / 2, df1 / 2, (df1 * f) / scale);
}

/** log of xᵃ (1 − x)ᵇ / B(a, b), without cancellation where a and b are large (Loader 2000). */
function logBetaTerm(x: number, complement: number, a: number, b: number): number {
  const n = a + b;
  const corrections = correction(n) - correction(a) - correction(b);
  return corrections - deviance(a, n * x) - deviance(b, n * complement) + 0.5 * Math.log((a / n) * (b / (2 * Math.PI)));
}

const correction = (a: number): number =>
  a >= 15 ? stirlingError(a) : logGamma(a) - (a - 0.5) * Math.log(a) + a - 0.5 * Math.log(2 * Math.PI);

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 1e6; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    h *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return h;
}
