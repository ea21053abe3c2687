import { counted } from "../../../format";
import { notice, quoted } from "../../notices/notice";
import { parseNumber } from "../../numbers";
import type { Notice } from "../../table";
import type { SheetCell, SheetRow } from "./sheet";

/** Rows of a sheet; `columns` are those whose cells were written as per cent, from 0 as in the sheet. */
export interface OneScale {
  rows: SheetRow[];
  columns: ReadonlySet<number>;
}

/**
 * Rows in which every column has one scale: where cells shown as per cent stand beside texts with "%", or beside numbers
 * beyond 1, they are written as per cent too, "12%" for 0.12. Alone they stay 0.12.
 */
export function onOneScale(rows: SheetRow[]): OneScale {
  const shown = new Set<number>();
  const inPercent = new Set<number>();
  for (const { cells } of rows)
    for (const cell of cells) {
      if (cell.percent) shown.add(cell.column);
      else if (isPercent(cell)) inPercent.add(cell.column);
    }
  const columns = new Set([...shown].filter((column) => inPercent.has(column)));
  if (columns.size === 0) return { rows, columns };
  const written = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      cell.percent && columns.has(cell.column) ? { ...cell, text: asPercent(cell.text) } : cell,
    ),
  }));
  return { rows: written, columns };
}

/** A text with "%", or a number that is no fraction. */
const isPercent = ({ text, numeric }: SheetCell): boolean =>
  numeric ? Math.abs(Number(text)) > 1 : /^[-+\u2212]?[\d.,]+\s*%$/.test(text.trim());

/** The shortest decimal: 0.07 is "7%", not 7.000000000000001. */
function asPercent(text: string): string {
  const value = parseNumber(text, ".");
  return Number.isNaN(value) ? text : `${Number((value * 100).toPrecision(15))}%`;
}

/** What is said of cells that a program shows as per cent; `names` of the columns, the first of which is `firstColumn`. */
export function percentNotices(
  rows: SheetRow[],
  columns: ReadonlySet<number>,
  { names, firstColumn, program }: { names: string[]; firstColumn: number; program: string },
): Notice[] {
  const cells = rows.flatMap((row) => row.cells.filter(({ percent }) => percent));
  const said = (alone: boolean, how: string, hint: string): Notice[] => {
    const own = cells.filter(({ column }) => columns.has(column) !== alone);
    if (own.length === 0) return [];
    const named = [...new Set(own.map(({ column }) => names[column - firstColumn]))];
    const message = `${counted(own.length, "cell")} that ${program} shows as per cent: 12 % is read as ${how}, in ${quoted(named)}.`;
    return [notice("percent-format", own.length, message, hint, { columns: named })];
  };
  return [
    ...said(true, "0.12", "Multiply by 100 if you need per cent."),
    ...said(false, "12, as other cells of the column are", "Check that all of these cells are per cent."),
  ];
}
