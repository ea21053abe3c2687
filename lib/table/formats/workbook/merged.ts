import { counted, rowsInWords } from "../../../format";
import { notice, quoted } from "../../notices/notice";
import type { Notice } from "../../table";
import type { Merged, Sheet, SheetCell, SheetRow } from "./sheet";

/** Cells of one column merged over several rows. */
const isDown = ({ firstRow, lastRow, firstColumn, lastColumn }: Merged) =>
  lastRow > firstRow && firstColumn === lastColumn;

/** A cell that has the value of the one above that it is merged with. */
interface FilledCell {
  row: number;
  column: number;
}

/** The sheet with each cell filled that is merged with one above it, from this row on: one value stands for them all. */
export function filledDown(sheet: Sheet, from: number): { sheet: Sheet; filled: FilledCell[] } {
  const filled: FilledCell[] = [];
  const rows = new Map(sheet.rows.map((row) => [row.number, row]));
  const changed = new Map<number, SheetCell[]>();
  for (const merged of sheet.merged) {
    const { firstRow, lastRow, firstColumn: column } = merged;
    const value = isDown(merged) && firstRow >= from ? cellOf(rows.get(firstRow), column) : undefined;
    if (!value) continue;
    for (let number = firstRow + 1; number <= Math.min(lastRow, sheet.rows[sheet.rows.length - 1].number); number++) {
      const row = rows.get(number);
      if (!row || cellOf(row, column)) continue;
      changed.set(number, [...(changed.get(number) ?? row.cells), { ...value, formula: false }]);
      filled.push({ row: number, column });
    }
  }
  if (filled.length === 0) return { sheet, filled };
  const whole = sheet.rows.map((row) => ({ ...row, cells: changed.get(row.number) ?? row.cells }));
  return { sheet: { ...sheet, rows: whole }, filled };
}

const cellOf = (row: SheetRow | undefined, column: number) => row?.cells.find((cell) => cell.column === column);

/** The texts of a row with each merged cell in all the columns it spans; null where none spans several. */
export function spreadAcross(sheet: Sheet, number: number, record: readonly string[]): string[] | null {
  const across = sheet.merged.filter(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      firstRow <= number && lastRow >= number && lastColumn > firstColumn,
  );
  if (across.length === 0) return null;
  const spread = [...record];
  for (const { firstColumn, lastColumn } of across)
    for (let column = firstColumn; column <= Math.min(lastColumn, sheet.lastColumn); column++)
      if (column >= sheet.firstColumn)
        spread[column - sheet.firstColumn] = record[firstColumn - sheet.firstColumn] ?? "";
  return spread;
}

/**
 * Merged cells: those of a column, which were filled, and others, of which the first alone has a value. `rowOf` gives
 * data rows, from 1, by row of the sheet; merged cells of a header put together from two rows have been read.
 */
export function mergedNotices(
  sheet: Sheet,
  filled: readonly FilledCell[],
  rowOf: ReadonlyMap<number, number>,
  names: readonly string[],
  headerJoined: boolean,
): Notice[] {
  const made: Notice[] = [];
  const at = [...new Set(filled.flatMap(({ row }) => rowOf.get(row) ?? []))].sort((a, b) => a - b);
  if (at.length > 0) {
    const columns = [...new Set(filled.map(({ column }) => names[column - sheet.firstColumn]))];
    const [has, is] = filled.length === 1 ? ["has", "it is"] : ["have", "they are"];
    const message = `${counted(filled.length, "cell")} of ${quoted(columns)} ${has} the value of the cell above that ${is} merged with (${rowsInWords(at)}).`;
    const hint = `Unmerge the cells in ${sheet.program} if the value is not theirs.`;
    made.push(notice("merged-cells-filled", filled.length, message, hint, { columns, rows: at }));
  }
  const firstRow = [...rowOf.keys()].reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
  const others = sheet.merged.filter((merged) =>
    merged.firstRow < firstRow ? !headerJoined || merged.lastRow >= firstRow : !isDown(merged),
  );
  if (others.length === 0) return made;
  const reached = new Set(others.flatMap((merged) => rowsWithin(rowOf, merged)));
  const rows = [...reached].sort((a, b) => a - b);
  const among = rows.length > 0 ? `, some of them in data rows (${rowsInWords(rows)})` : "";
  const message = `${counted(others.length, "merged cell")}${among}: only the first of the cells merged has a value.`;
  const hint = `In ${sheet.program}, unmerge cells that stand in patients' rows and fill them.`;
  return [...made, notice("merged-cells", others.length, message, hint, rows.length > 0 ? { rows } : {})];
}

function rowsWithin(rowOf: ReadonlyMap<number, number>, { firstRow, lastRow }: Merged): number[] {
  const rows: number[] = [];
  for (let number = firstRow; number <= Math.min(lastRow, firstRow + 10_000); number++) {
    const row = rowOf.get(number);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}
