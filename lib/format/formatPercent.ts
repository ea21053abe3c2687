import { decimals } from "./decimals";

/** A share as a percentage, "71%". What is neither nothing nor everything never reads 0% or 100%: "<1%", ">99%". */
export function formatPercent(share: number, digits = 0): string {
  if (!Number.isFinite(share)) return "NE";
  const text = decimals(share * 100, digits);
  const step = decimals(10 ** -digits, digits);
  if (share > 0 && Number(text) === 0) return `<${step}%`;
  if (share < 1 && Number(text) === 100) return `>${decimals(100 - 10 ** -digits, digits)}%`;
  return `${text}%`;
}
