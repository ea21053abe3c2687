import { decimals } from "./decimals";
import { withDecimalSign } from "./numberStyle";

/** "χ² = 40.3", "χ² < 0.01", as it stands in a sentence. */
export function chiSquareInWords(chiSquare: number): string {
  if (!Number.isFinite(chiSquare)) return "χ² not estimable";
  const text = formatChiSquare(chiSquare);
  return /^[<>]/.test(text) ? `χ² ${text}` : `χ² = ${text}`;
}

/** A test statistic: one decimal, two below 10, "40.3", "6.20"; never a bare 0. */
export function formatChiSquare(chiSquare: number): string {
  if (!Number.isFinite(chiSquare)) return "NE";
  if (chiSquare > 0 && chiSquare < 0.005) return `< ${withDecimalSign("0.01")}`;
  if (chiSquare >= 99_999.5) return "> 99999";
  return decimals(chiSquare, chiSquare < 9.995 ? 2 : chiSquare < 9999.95 ? 1 : 0);
}
