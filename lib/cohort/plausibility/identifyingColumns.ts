import { counted } from "../../format";
import { notice, quoted } from "../../table/notices/notice";
import { identifyingReason, isIdentifying } from "../identifying";
import type { Check } from "./check";

/** Columns that may say who a patient is, with the reason for each. */
export const identifyingColumns: Check = ({ table, board }) => {
  const found = table.columns.flatMap((column) => {
    const reason = identifyingReason(column, table.rows);
    return reason !== null && isIdentifying(board, column, table.rows) ? [{ name: column.name, reason }] : [];
  });
  if (found.length === 0) return [];
  const names = found.map(({ name }) => name);
  const message = `${counted(found.length, "column")} may identify patients: ${quoted(names, 5)}. ${found.length === 1 ? "It is" : "They are"} left out of exports and saved settings.`;
  const reasons = found.slice(0, 30).map(({ name, reason }) => `“${name}”: ${reason}`);
  const hint = `${reasons.join("; ")}. Say otherwise at the column.`;
  return [{ ...notice("phi-suspected", found.length, message, hint, { columns: names }), remedies: [] }];
};
