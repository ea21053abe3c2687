import type { RowsAsked } from "../../lib/analysis/rowsBehind";
import { setView, useStore } from "../store";

/**
 * Opens the rows behind a number: those of a notice or a ledger, of a changed cell, or of a figure. Never while
 * presenting.
 */
export function showRows(title: string, asked: RowsAsked): void {
  if (useStore.getState().view.slide === null) setView({ rows: { title, asked } });
}
