import { counted, formatCount } from "../../format";
import type { Column } from "../../table";
import { type Check, type Finding, rowsFinding, rowsWhere } from "./check";

/**
 * Numbers between 0 and 1 without a sign in a column whose other cells say "%": fractions, or less than one per cent.
 * Nothing is said where cells with the sign are as small.
 */
export const percentMix: Check = (facts) =>
  facts.table.columns.flatMap((column): Finding[] => {
    if (column.kind !== "number" || !column.written) return [];
    const { values } = column;
    const signed = signedLevels(column);
    if (!signed.includes(true)) return [];
    const isSigned = (row: number) => signed[column.written?.codes[row] ?? -1] === true;
    const at = (row: number) => Math.abs(values[row] ?? Number.NaN);
    const withSign = rowsWhere(facts, (row) => isSigned(row) && at(row) > 0);
    const without = rowsWhere(facts, (row) => !isSigned(row) && at(row) > 0);
    const small = without.filter((row) => at(row) <= 1);
    if (withSign.length === 0 || small.length === 0 || small.length < without.length) return [];
    if (withSign.some((row) => at(row) <= 1)) return [];
    const conversion = { column: column.name, above: null, below: 1.0000001, op: "multiply" as const, by: 100 };
    return rowsFinding(
      "percent-mix",
      small,
      (count, where) =>
        `Two scales in “${column.name}”? ${counted(count, "number")} without “%” ${count === 1 ? "is" : "are"} at most 1, beside ${formatCount(withSign.length)} with “%” (${where}).`,
      "Nothing is converted until you say so.",
      { columns: [column.name], remedies: [{ label: "They are fractions: multiply them by 100", conversion }] },
    );
  });

const signedLevels = ({ written }: Column): boolean[] => written?.levels.map((text) => /%\s*$/.test(text)) ?? [];
