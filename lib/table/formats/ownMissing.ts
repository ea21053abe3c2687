import { counted, rowsInWords } from "../../format";
import { notice, quoted } from "../notices/notice";
import type { Notice } from "../table";

/**
 * Stata and SAS tell missing values of kinds of their own (.a to .z) from the plain "."; the cells are missing, and
 * named. `missingOf` gives a number, "" for the plain one, or the name of the kind.
 */
export function ownMissing(
  column: string,
  rows: number,
  missingOf: (row: number) => number | string,
  program: string,
): Notice[] {
  const kinds = new Set<string>();
  const found: number[] = [];
  for (let row = 0; row < rows; row++) {
    const value = missingOf(row);
    if (typeof value !== "string" || value === "") continue;
    kinds.add(value);
    found.push(row + 1);
  }
  if (found.length === 0) return [];
  const columns = [column];
  const message = `${counted(found.length, "cell")} of ${quoted(columns)} with a missing value of a kind of its own (${[...kinds].sort().join(", ")}), read as missing (${rowsInWords(found)}).`;
  const hint = `Make it a value of its own in ${program} if it means something.`;
  return [notice("declared-missing", found.length, message, hint, { columns, rows: found })];
}
