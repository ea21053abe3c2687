import type { CellEdit, Conversion, DerivedColumn } from "../../lib/board/board";
import { type Change, undone } from "../../lib/cohort/changes";
import { type FileCell, withCell } from "../../lib/cohort/fileCell";
import { withMerge } from "../../lib/cohort/mergeOnBoard";
import type { Remedy } from "../../lib/cohort/plausibility";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { changeBoard, useStore } from "../store";
import { setEndpoint, setPatientId } from "./mapping";

/** Takes over what a notice offers. */
export function applyRemedy(remedy: Remedy): void {
  if ("patientId" in remedy) setPatientId(remedy.patientId);
  else if ("merge" in remedy) mergeLevels(remedy.merge.column, remedy.merge.from, remedy.merge.to);
  else if ("endpoint" in remedy) setEndpoint(remedy.endpoint, remedy.change, remedy.derived);
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

/** Says that a cell of the file is something else; as one step for several cells. */
export const correctCells = (cells: readonly FileCell[], to: string) =>
  changeBoard((board) => cells.reduce((before, cell) => withCell(before, cell, to), board));

/** Takes back corrections, such as those that fit no cell of this file. */
export const forgetCorrections = (cells: readonly CellEdit[]) =>
  changeBoard((board) =>
    cells.reduce((before, cell) => undone(before, { column: cell.column, undo: { cell } }), board),
  );

export const addDerived = (derived: DerivedColumn) =>
  changeBoard((board) => ({
    ...board,
    edits: { ...board.edits, derivedColumns: [...board.edits.derivedColumns, derived] },
  }));

/** The column of such groups: that which is there, or a new one under a name that is free; its name. */
export function makeGroups(wanted: DerivedColumn, { columns }: TableSummary): string {
  const { derivedColumns } = useStore.getState().board.edits;
  const unnamed = (derived: DerivedColumn) => JSON.stringify({ ...derived, name: "" });
  const there = derivedColumns.find((each) => unnamed(each) === unnamed(wanted));
  if (there) return there.name;
  const taken = new Set([...columns, ...derivedColumns].map(({ name }) => name));
  let { name } = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted.name} ${n}`;
  addDerived({ ...wanted, name });
  const source = "column" in wanted ? wanted.column : null;
  // Groups that are values of their source are called and ordered as there.
  if (wanted.from === "mostFrequent")
    changeBoard((board) => {
      const levels = board.columns.find((choice) => choice.name === source)?.levels;
      return levels ? { ...board, columns: [...board.columns, { name, levels }] } : board;
    });
  return name;
}

export const removeDerived = (name: string) =>
  changeBoard((board) => ({
    ...board,
    edits: { ...board.edits, derivedColumns: board.edits.derivedColumns.filter((each) => each.name !== name) },
  }));
