import { decimals } from "./decimals";

/** A test statistic: one decimal, two below 10, "40.3", "6.20"; never a bare 0. */
export function formatChiSquare(chiSquare: number): string {
  if (!Number.isFinite(chiSquare)) return "NE";
  if (chiSquare > 0 && chiSquare < 0.005) return "< 0.01";
  return decimals(chiSquare, chiSquare < 9.995 ? 2 : 1);
}
