import { decimals } from "./decimals";

/** A ratio for reading: two decimals below ten, one from there on; "> 1000" and "< 0.01" beyond. */
export function formatRatio(value: number): string {
  if (!Number.isFinite(value)) return "NE";
  if (value >= 1000) return "> 1000";
  if (value > 0 && value < 0.005) return "< 0.01";
  return decimals(value, value < 9.995 ? 2 : 1);
}
