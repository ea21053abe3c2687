import { between } from "./formatEstimate";
import { formatPercent } from "./formatPercent";

/** A share with its interval in percent: "26% (23–30)". */
export function formatShare(share: number, { lower, upper }: { lower: number; upper: number }): string {
  const bare = (limit: number) => formatPercent(limit).replace("%", "");
  return `${formatPercent(share)} (${between(bare(lower), bare(upper))})`;
}
