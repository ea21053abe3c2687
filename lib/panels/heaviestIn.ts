import type { Subjects } from "../survival";

/** The greatest weight of a row of each group; 0 of a group without rows. */
export function heaviestIn({
  weight,
  group,
  groupCount,
}: Subjects & { group: Int16Array; groupCount: number }): number[] {
  const heaviest = Array.from({ length: groupCount }, () => 0);
  for (const [row, code] of group.entries())
    if (code >= 0) heaviest[code] = Math.max(heaviest[code] ?? 0, weight?.[row] ?? 1);
  return heaviest;
}
