import { numberStyle } from "./numberStyle";

/** "19.9 (11.1–28.4)", and "−1.2 (−3.4 to 1.0)" where a limit is negative. `format` is the words for one number. */
export function formatEstimate(
  { estimate, lower, upper }: { estimate: number; lower: number; upper: number },
  format: (value: number) => string,
): string {
  return `${format(estimate)} (${formatInterval({ lower, upper }, format)})`;
}

/** "11.1–28.4", "−3.4 to 1.0"; `last` where the upper limit is said in other words, as with its unit. */
export const formatInterval = (
  { lower, upper }: { lower: number; upper: number },
  format: (value: number) => string,
  last = format,
): string => between(format(lower), last(upper));

/** Two limits in words, joined as the style says, and by “to” where one is negative. */
export const between = (lower: string, upper: string): string =>
  `${lower}${/^[+>< ]*−/.test(lower) || /^[+>< ]*−/.test(upper) ? " to " : numberStyle().between}${upper}`;
