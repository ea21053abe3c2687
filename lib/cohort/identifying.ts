import type { Board } from "../board/board";
import type { Column, Table } from "../table/table";
import { choiceFor } from "./columns";

const headerWords =
  /(^|[^a-z])(name|surname|firstname|lastname|initials|mrn|record|accession|ssn|nhs|insurance|passport|licen[cs]e|account|phone|telephone|mobile|fax|e-?mail|address|street|city|county|zip|zipcode|postcode|postal|dob|birth|birthdate|birthday|url|ip|device|serial|photo|comment|comments|note|notes)([^a-z]|$)/;
const idWords = /(^|[^a-z])(id|identifier|usubjid|subjid|patient|subject|case|sample|record_id)([^a-z]|$)/;
const mail = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i;
const phone = /^\+?[\d\s().-]{9,}$/;

/**
 * Why a column may identify patients, in a few words; null when nothing was found, which is no proof. The user's word (`identifying`)
 * decides over this. Rules after the HIPAA list: header words, addresses and numbers of contact, dates, codes that hardly repeat, free text.
 */
export function identifyingReason(column: Column, rows: number): string | null {
  const header = column.name.toLowerCase().replace(/([a-z])([A-Z])/g, "$1_$2");
  if (headerWords.test(header)) return "its name";
  if (idWords.test(header) && column.kind !== "number") return "its name";
  if (column.kind === "date") return "dates other than years";
  if (column.kind !== "category") return null;
  const { levels } = column.written;
  const texts = levels.slice(0, 2000);
  const share = (test: (text: string) => boolean) => texts.filter(test).length / Math.max(1, texts.length);
  if (share((text) => mail.test(text)) >= 0.6) return "e-mail addresses";
  if (share((text) => phone.test(text)) >= 0.6) return "telephone or plan numbers";
  if (rows >= 20 && levels.length >= 0.95 * rows) return "a value of its own for nearly every row";
  if (texts.reduce((sum, text) => sum + text.length, 0) > 40 * texts.length && texts.length > 20) return "free text";
  return null;
}

/** The user's word where given, else what the column looks like. */
export function isIdentifying(board: Board, column: Column, rows: number): boolean {
  return choiceFor(board, column.name).identifying ?? identifyingReason(column, rows) !== null;
}

/** The board as it may be saved: columns that identify keep their name and kind, never their levels or the values filtered on. */
export function withoutIdentifyingValues(board: Board, table: Table): Board {
  const identifying = new Set(
    table.columns.filter((column) => isIdentifying(board, column, table.rows)).map(({ name }) => name),
  );
  return {
    ...board,
    columns: board.columns.map((choice) => (identifying.has(choice.name) ? { ...choice, levels: undefined } : choice)),
    filters: board.filters.filter(({ of }) => !("column" in of && identifying.has(of.column))),
    edits: { ...board.edits, mergedLevels: board.edits.mergedLevels.filter(({ column }) => !identifying.has(column)) },
    joins: board.joins.map((join) => ({ ...join, take: join.take.filter(({ name }) => !identifying.has(name)) })),
  };
}
