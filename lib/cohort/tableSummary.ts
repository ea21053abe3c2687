import { plainNumber } from "../format";
import { type ColumnDescription, type Description, describe } from "../table/describe";
import type { Table } from "../table/table";
import { identifyingReason } from "./identifying";

export interface ColumnSummary extends ColumnDescription {
  /** Why it may identify patients, null when nothing was found. */
  identifying: string | null;
}

/** What the page knows of the table: everything the Data place shows, and no rows but the first. */
export interface TableSummary extends Description {
  columns: ColumnSummary[];
}

/** The smallest or greatest value of a column: a number, a date as it is written, or "–" where there is none. */
export const boundInWords = (bound: ColumnSummary["min"]): string =>
  typeof bound === "number" ? plainNumber(bound) : (bound ?? "–");

export function tableSummary(table: Table): TableSummary {
  const description = describe(table);
  const reasons = table.columns.map((column) => identifyingReason(column, table.rows));
  const columns = description.columns.map((column, index) => ({
    ...column,
    identifying: reasons[index] ?? null,
  }));
  return { ...description, columns };
}
