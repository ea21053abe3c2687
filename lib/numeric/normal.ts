import { logGammaUpper } from "./gamma";

/** P(Z > z) of the standard normal distribution, computed as a tail. */
export const normalUpper = (z: number): number => Math.exp(normalUpperLog(z));

/** Natural logarithm of P(Z > z). Equals R's `pnorm(z, lower.tail = FALSE, log.p = TRUE)`. */
export function normalUpperLog(z: number): number {
  if (z < 0) return Math.log1p(-normalUpper(-z));
  return logGammaUpper(0.5, 0.5 * z * z) - Math.LN2;
}

/** P(|Z| > |z|). */
export const normalTwoSided = (z: number): number => Math.exp(logGammaUpper(0.5, 0.5 * z * z));

/** Density of the standard normal distribution. */
export const normalDensity = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

const central = {
  top: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  bottom: [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
};
const middle = {
  top: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  bottom: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};
const tail = {
  top: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  bottom: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
};

const horner = (coefficients: number[], r: number) => coefficients.reduce((sum, c) => sum * r + c, 0);
const ratio = ({ top, bottom }: typeof central, r: number) => horner(top, r) / horner(bottom, r);

/**
 * z with P(Z ≤ z) = p; ∓Infinity at 0 and 1, NaN outside [0, 1]. Source: Wichura 1988, algorithm AS 241 (PPND16), as
 * R's `qnorm`.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(central, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  if (r === Number.POSITIVE_INFINITY) return q < 0 ? -r : r;
  const z = r <= 5 ? ratio(middle, r - 1.6) : ratio(tail, r - 5);
  return q < 0 ? -z : z;
}
