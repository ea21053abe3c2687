import { formatCount } from "./formatCount";

const shown = 3;

/** "row 12", "rows 12 and 40", "rows 12, 40, 41 and 7 more". `total` where `rows` holds only the first of them. */
export function rowsInWords(rows: readonly number[], total = rows.length): string {
  if (total === 1) return `row ${formatCount(rows[0] ?? 0)}`;
  if (total <= shown) return `rows ${rows.slice(0, -1).join(", ")} and ${rows[rows.length - 1]}`;
  return `rows ${rows.slice(0, shown).join(", ")} and ${formatCount(total - Math.min(shown, rows.length))} more`;
}
