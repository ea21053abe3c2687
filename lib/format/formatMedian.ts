import { between } from "./formatEstimate";
import { formatTime } from "./formatTime";

/** What formatting needs of a quantile; a limit is null where it cannot be estimated. */
type Median =
  | { kind: "reached"; time: number; lower: number | null; upper: number | null }
  | { kind: "notReached"; lower: number | null; upper?: number | null };

/** "19.9 (11.1–NE)": NR where the curve does not reach the median, NE where a limit cannot be estimated. */
export function formatMedian(median: Median, unit?: string): string {
  const limit = (time: number | null | undefined) =>
    time === null || time === undefined ? "NE" : formatTime(time, unit);
  return `${formatMedianTime(median, unit)} (${between(limit(median.lower), limit(median.upper))})`;
}

/** The median without its interval: "19.9", or "NR" where it is not reached. */
export function formatMedianTime(median: Median, unit?: string): string {
  return median.kind === "reached" ? formatTime(median.time, unit) : "NR";
}
