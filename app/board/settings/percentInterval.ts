import { formatPercent } from "../../../lib/format";

/** "26% (23–30)". */
export function percentInterval(estimate: number, { lower, upper }: { lower: number; upper: number }): string {
  const bare = (share: number) => formatPercent(share).replace("%", "");
  return `${formatPercent(estimate)} (${bare(lower)}–${bare(upper)})`;
}
