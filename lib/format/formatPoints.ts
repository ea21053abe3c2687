import { decimals } from "./decimals";

/** A difference of two shares in percentage points: "−12.5". */
export const formatPoints = (difference: number): string =>
  Number.isFinite(difference) ? decimals(difference * 100, 1) : "NE";
