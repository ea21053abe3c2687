import { counted } from "../../format";
import { notice } from "../../table/notices/notice";
import { identifyingReason, isIdentifying } from "../identifying";
import type { Check } from "./check";

/** Columns that may say who a patient is, with the reason for each. */
export const identifyingColumns: Check = ({ table, board }) => {
  const found = table.columns.flatMap((column) => {
    const reason = identifyingReason(column, table.rows);
    return reason !== null && isIdentifying(board, column, table.rows) ? [{ name: column.name, reason }] : [];
  });
  if (found.length === 0) return [];
  const listed = found.slice(0, 8).map(({ name, reason }) => `“${name}” (${reason})`);
  if (found.length > 8) listed.push(`${found.length - 8} more`);
  const message = `${counted(found.length, "column")} may identify patients: ${listed.join(", ")}.`;
  const hint =
    "They are analyzed, but left out of exports and of saved settings unless you say otherwise at the column.";
  return [
    {
      ...notice("phi-suspected", found.length, message, hint, { columns: found.map(({ name }) => name) }),
      remedies: [],
    },
  ];
};
