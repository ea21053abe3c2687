import { plainDecimals } from "./decimals";
import { withDecimalSign } from "./numberStyle";

/**
 * A ratio for reading: two decimals below ten, one from there on; "> 1000" and "< 0.01" beyond. One that two decimals
 * would make 1.00 has as many as tell on which side of 1 it lies, four at most: a limit of .997 excludes 1.
 */
export function formatRatio(value: number): string {
  if (!Number.isFinite(value)) return "NE";
  if (value >= 1000) return "> 1000";
  if (value > 0 && value < 0.005) return withDecimalSign("< 0.01");
  const digits = [2, 3, 4].find((each) => Number(plainDecimals(value, each)) !== 1) ?? 2;
  return withDecimalSign(plainDecimals(value, value < 9.995 ? digits : 1));
}
