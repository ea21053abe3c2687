import { plainDecimals } from "./decimals";
import { withDecimalSign } from "./numberStyle";

/** A share as a percentage, "71%". What is neither nothing nor everything never reads 0% or 100%: "<1%", ">99%". */
export function formatPercent(share: number, digits = 0): string {
  if (!Number.isFinite(share)) return "NE";
  return withDecimalSign(plainPercent(share, digits));
}

function plainPercent(share: number, digits: number): string {
  const text = plainDecimals(share * 100, digits);
  if (share > 0 && Number(text) === 0) return `<${plainDecimals(10 ** -digits, digits)}%`;
  if (share < 1 && Number(text) === 100) return `>${plainDecimals(100 - 10 ** -digits, digits)}%`;
  return `${text}%`;
}
