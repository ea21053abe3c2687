import type { Board } from "../../board/board";
import type { CohortTable } from "../cohortTable";
import { changedCells } from ".";
import type { ChangeKind } from "./changedCells";

/** A cell that counts as something else than what stands in the file. */
export interface ChangedCell {
  kind: ChangeKind;
  column: string;
  from: string;
  to: string;
}

const mannersOfWriting: ReadonlySet<ChangeKind> = new Set(["decimalComma", "thousands", "suffix", "spelling", "date"]);
const known = new WeakMap<CohortTable, { said: string; byRow: Map<number, ChangedCell[]> }>();

/**
 * The changed cells of each row, from 0. Where more than half of a column is written specially, such as with decimal
 * commas, no single cell stands out, and none is named.
 */
export function changedByRow(cohort: CohortTable, board: Board): ReadonlyMap<number, ChangedCell[]> {
  const said = JSON.stringify(board.columns);
  const before = known.get(cohort);
  if (before?.said === said) return before.byRow;
  const byRow = new Map<number, ChangedCell[]>();
  for (const { kind, column, count, cells } of changedCells(cohort, board)) {
    if (mannersOfWriting.has(kind) && count > cohort.file.rows / 2) continue;
    for (const { row, from, to } of cells) {
      const ofRow = byRow.get(row) ?? [];
      ofRow.push({ kind, column, from, to });
      byRow.set(row, ofRow);
    }
  }
  known.set(cohort, { said, byRow });
  return byRow;
}
