import { counted, formatCount } from "../../format";
import type { Written } from "../../table";
import { notice, quoted } from "../../table/notices/notice";
import { spellingVariants } from "../spellings";
import type { Check, Remedy } from "./check";

const mostLevels = 1000;

/**
 * Values of a text column that differ only in their spelling; each group can be merged into its most frequent one.
 * Nothing merges by itself.
 */
export const labelVariants: Check = ({ table, patients: { represents } }) =>
  table.columns.flatMap((column) => {
    if (column.kind !== "category" || column.written.levels.length > mostLevels) return [];
    const groups = spellingVariants(countedLevels(column.written, represents));
    if (groups.length === 0) return [];
    const { name } = column;
    const spellings = groups.reduce((sum, group) => sum + group.length, 0);
    const listed = groups
      .slice(0, 2)
      .map((group) => group.map(({ value, count }) => `“${value}” (${formatCount(count)})`).join(", "))
      .join("; ");
    const message = `“${name}” writes ${counted(groups.length, "value")} in ${formatCount(spellings)} ways: ${listed}${groups.length > 2 ? "; …" : ""}.`;
    const hint = `They are ${formatCount(spellings)} groups until you merge them.`;
    const remedies = groups.slice(0, 20).map(
      ([first, ...others]): Remedy => ({
        label: `Merge ${quoted(
          others.map(({ value }) => value),
          3,
        )} into “${first?.value}”`,
        merge: { column: name, from: others.map(({ value }) => value), to: first?.value ?? "" },
      }),
    );
    return [{ ...notice("label-variants", spellings, message, hint, { columns: [name] }), remedies }];
  });

export function countedLevels({ codes, levels }: Written, represents: Uint8Array): { value: string; count: number }[] {
  const counted = levels.map((value) => ({ value, count: 0 }));
  codes.forEach((code, row) => {
    const level = counted[code];
    if (level && represents[row] === 1) level.count++;
  });
  return counted.filter(({ count }) => count > 0);
}
