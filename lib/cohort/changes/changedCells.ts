import type { CellEdit, Conversion } from "../../board/board";
import type { ColumnReading } from "../../table";

/** Why a cell counts as something else than what stands in the file. */
export type ChangeKind =
  | "corrected"
  | "trimmed"
  | "missing"
  | "unreadable"
  | "decimalComma"
  | "thousands"
  | "suffix"
  | "limit"
  | "footnote"
  | "spelling"
  | "date"
  | "labelled"
  | "unmerged"
  | "filled"
  | "chosen"
  | "converted"
  | "merged"
  | "other";

/** What takes a change back, as a change of the board; null where nothing does. */
export type Undo =
  | { reading: Omit<ColumnReading, "name"> }
  | { conversion: Conversion }
  | { cell: CellEdit }
  | { mergedTo: string }
  | { severalRows: true }
  | { ofRows: true }
  | { keepLevels: true }
  | null;

/** Cells of one column changed in one way. */
export interface ChangedCells {
  kind: ChangeKind;
  column: string;
  /** How many cells; `cells` are the first 10,000 of them, rows from 0 in order. */
  count: number;
  cells: { row: number; from: string; to: string }[];
  undo: Undo;
}

const mostCells = 10_000;

/** Cells of one kind as they are found: all are counted, the first 10,000 kept. */
export interface Found {
  count: number;
  cells: ChangedCells["cells"];
}

export const nothingFound = (): Found => ({ count: 0, cells: [] });

export function add(found: Found, row: number, from: string, to: string): void {
  if (found.count++ < mostCells) found.cells.push({ row, from, to });
}

/** The entry of these cells; none where there are no cells. */
export const changed = (kind: ChangeKind, column: string, found: Found, undo: Undo): ChangedCells[] =>
  found.count === 0 ? [] : [{ kind, column, ...found, undo }];
