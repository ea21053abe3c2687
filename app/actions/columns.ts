import type { Conversion, DerivedColumn } from "../../lib/board/board";
import { type Change, undone } from "../../lib/cohort/changes";
import { withMerge } from "../../lib/cohort/mergeOnBoard";
import type { Remedy } from "../../lib/cohort/plausibility";
import { changeBoard } from "../store";
import { setEndpoint, setPatientId } from "./mapping";

/** Takes over what a notice offers. */
export function applyRemedy(remedy: Remedy): void {
  if ("patientId" in remedy) setPatientId(remedy.patientId);
  else if ("merge" in remedy) mergeLevels(remedy.merge.column, remedy.merge.from, remedy.merge.to);
  else if ("endpoint" in remedy) setEndpoint(remedy.endpoint, remedy.change);
  else addConversion(remedy.conversion);
}

const addConversion = (conversion: Conversion) =>
  changeBoard((board) => ({
    ...board,
    edits: { ...board.edits, conversions: [...board.edits.conversions, conversion] },
  }));

/** Takes back one line of the ledger of changed cells. */
export const undoChange = (change: Change) => changeBoard((board) => undone(board, change));

/** Makes one level of several; filters, scores and event values that name them follow. */
export const mergeLevels = (column: string, from: string[], to: string) =>
  changeBoard((board) => withMerge(board, column, from, to));

export const addDerived = (derived: DerivedColumn) =>
  changeBoard((board) => ({
    ...board,
    edits: { ...board.edits, derivedColumns: [...board.edits.derivedColumns, derived] },
  }));

export const removeDerived = (name: string) =>
  changeBoard((board) => ({
    ...board,
    edits: { ...board.edits, derivedColumns: board.edits.derivedColumns.filter((each) => each.name !== name) },
  }));
