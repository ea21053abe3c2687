/** "19.9 (11.1–28.4)", and "−1.2 (−3.4 to 1.0)" where a limit is negative. `format` is the words for one number. */
export function formatEstimate(
  { estimate, lower, upper }: { estimate: number; lower: number; upper: number },
  format: (value: number) => string,
): string {
  const between = lower < 0 || upper < 0 ? " to " : "–";
  return `${format(estimate)} (${format(lower)}${between}${format(upper)})`;
}
