import { numberStyle } from "../numberStyle";
import type { ColumnReading } from "../table";
import type { ColumnBuilder } from "./columnBuilder";
import type { ColumnKind, ColumnTexts } from "./columnKind";
import { markOf } from "./numberMode";

/** A column whose kind is decided by its own cells. */
export interface DecidedColumn {
  builder: ColumnBuilder;
  cells: ColumnTexts;
  kind: ColumnKind;
  /** What the user says of it. */
  choice: ColumnReading;
}

/** The decimal mark that most number columns prove; null when none does. */
export function fileDecimal(columns: readonly DecidedColumn[], separator: string | null): "." | "," | null {
  const proven = columns.map((column) =>
    column.kind.kind === "number" && strayCommas(column, separator) === null
      ? provenDecimal(column.builder, column.cells, column.kind)
      : null,
  );
  const points = proven.filter((mark) => mark === ".").length;
  const commas = proven.filter((mark) => mark === ",").length;
  if (points + commas === 0) return null;
  return commas > points ? "," : ".";
}

function provenDecimal(
  { mark, decimal }: ColumnBuilder,
  { texts }: ColumnTexts,
  kind: ColumnKind & { kind: "number" },
): "." | "," | null {
  if (mark === "proven") return decimal;
  const { style, rivals } = kind.style;
  if (rivals.length > 0) return null;
  if (style.thousands === ",") return ".";
  if (style.thousands === ".") return ",";
  return texts.some((text) => /^[-+\u2212]?\d*[.,]\d/.test(text) && markOf(text, style.decimal) === "proven")
    ? style.decimal
    : null;
}

/**
 * Settles a column whose marks all stand before three digits, so that "1,234" may be little or much. A mark is what the
 * other columns prove; without any, a point is a decimal point unless whole numbers stand beside such cells, or
 * semicolons between all cells, as where a comma is the decimal mark; else it is asked. A comma in one cell among whole
 * numbers settles nothing: the cell cannot be read, and is named.
 */
export function settleMark(column: DecidedColumn, proven: "." | "," | null, separator: string | null): ColumnKind {
  const { kind } = column;
  const stray = proven === "," ? null : strayCommas(column, separator);
  if (stray) return stray;
  if (kind.kind !== "number" || kind.style.rivals.length === 0) return kind;
  const { style, rivals } = kind.style;
  if (style.decimal === proven) return kind;
  if (proven === null && style.decimal === "." && separator !== ";" && wholeNumbers(column) === 0) return kind;
  if (style.decimal === "," && proven === ".")
    return { ...kind, style: { ...kind.style, style: rivals[0], rivals: [] } };
  return { kind: "category", why: "text", open: { question: "numberMark", style: kind.style } };
}

/** How many cells are whole numbers. */
function wholeNumbers({ builder: { values, rows }, cells: { texts, counts } }: DecidedColumn): number {
  let whole = 0;
  for (let row = 0; values && row < rows; row++) if (Number.isInteger(values[row])) whole++;
  return texts.reduce((sum, text, place) => (/^[-+\u2212]?\d+$/.test(text) ? sum + (counts[place] ?? 0) : sum), whole);
}

/** Of so many cells at most this share, or one, are slips. */
const mostStray = 0.02;
const fewestWhole = 10;

/**
 * The column read with a decimal point where a comma stands in next to none of its whole numbers, so that these cells
 * cannot be read; null for any other column, where the user says how it reads, and between semicolons, where a comma is
 * the usual mark.
 */
function strayCommas(column: DecidedColumn, separator: string | null): ColumnKind | null {
  const { cells, kind, choice } = column;
  if (separator === ";" || kind.kind !== "number" || choice.decimal !== undefined || kind.style.style.decimal !== ",")
    return null;
  const { texts, counts, filled } = cells;
  const withComma = texts.reduce((sum, text, place) => (text.includes(",") ? sum + (counts[place] ?? 0) : sum), 0);
  const whole = wholeNumbers(column);
  if (withComma > Math.max(1, mostStray * filled) || whole < fewestWhole || withComma + whole < filled) return null;
  return { ...kind, style: numberStyle(texts, counts, { decimal: "." }) };
}
