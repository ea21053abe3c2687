import { pInWords } from "../format";

interface Contrast {
  lower: number;
  upper: number;
  p: number;
}

/**
 * P of a contrast as it stands beside its interval at a confidence level. Where the two come from different
 * constructions they can fall on different sides of the border, which is said. `none` is the value of no difference.
 */
export function pBesideInterval({ lower, upper, p }: Contrast, level: number, none = 0): string {
  const excluded = lower > none || upper < none;
  const known = !Number.isNaN(p) && !Number.isNaN(lower) && !Number.isNaN(upper);
  if (!known || excluded === p < 1 - level) return pInWords(p);
  return `${pInWords(p)} (borderline: the interval ${excluded ? "excludes" : "includes"} ${none})`;
}
