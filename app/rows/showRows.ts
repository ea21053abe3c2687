import type { RowsAsked } from "../../lib/rowsBehind";
import { setView } from "../store";

/** Opens the rows behind a number: those of a notice or a ledger, of a changed cell, or of a figure. */
export const showRows = (title: string, asked: RowsAsked) => setView({ rows: { title, asked } });
