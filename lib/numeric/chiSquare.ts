import { logGammaUpper } from "./gamma";

/**
 * P(χ² > x) with `df` > 0 degrees of freedom, as an upper tail: 1.523971e-23 at x = 100, df = 1. Below 1e-308 it is 0:
 * use the logarithm.
 */
export const chiSquareUpper = (x: number, df: number): number => Math.exp(chiSquareUpperLog(x, df));

/**
 * Natural logarithm of P(χ² > x): finite for every finite x. Equals R's `pchisq(x, df, lower.tail = FALSE, log.p =
 * TRUE)`.
 */
export const chiSquareUpperLog = (x: number, df: number): number => logGammaUpper(df / 2, x / 2);
