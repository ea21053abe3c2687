import type { Board } from "../../board/board";
import { formatCount } from "../../format";
import { atOnce, type Steps } from "../../steps";
import { cellText, type Table } from "../../table";
import type { CohortTable } from "../cohortTable";
import type { FilledCells } from "../collapse";
import { countedByWeight } from "../countWeight";
import { cellsInOther } from "../levels";
import type { ChangedCells, ChangeKind, Undo } from "./changedCells";
import { readingChanges } from "./readingChanges";

/** One line of the ledger of changed cells: what was changed into what, how often, and what takes it back. */
export interface Change {
  /** What `rowsBehind` is asked by. */
  id: string;
  kind: ChangeKind;
  column: string;
  count: number;
  /** The most frequent of what was changed into what, at most five; `more` are the other pairs. */
  pairs: { from: string; to: string; count: number }[];
  more: number;
  undo: Undo;
}

/**
 * Every cell that counts as something else than what stands in the file, by column and manner. Nothing is changed
 * without an entry.
 */
export const changedCells = (cohort: CohortTable, board: Board): ChangedCells[] =>
  atOnce(changedCellsInSteps(cohort, board));

export function* changedCellsInSteps(
  { asRead, file, table, filled, edited, patients }: CohortTable,
  board: Board,
): Steps<ChangedCells[]> {
  const { size } = countedByWeight(table, patients, board);
  const found = withoutCorrected(yield* readingChanges(asRead, board.columns), edited);
  found.push(...filled.map((cells) => filledCells(file, cells)), ...edited);
  for (const column of table.columns) {
    found.push(...cellsInOther(column, board, size));
    yield;
  }
  return found;
}

/** What reading made of cells that the user corrected since is not told: the correction says what stood there. */
function withoutCorrected(changes: ChangedCells[], edited: readonly ChangedCells[]): ChangedCells[] {
  const corrected = new Set(
    edited.flatMap(({ kind, column, cells }) =>
      kind === "corrected" ? cells.map(({ row }) => JSON.stringify([column, row])) : [],
    ),
  );
  if (corrected.size === 0) return changes;
  return changes.flatMap((change) => {
    const cells = change.cells.filter(({ row }) => !corrected.has(JSON.stringify([change.column, row])));
    const count = change.count - (change.cells.length - cells.length);
    return count > 0 ? [{ ...change, count, cells }] : [];
  });
}

/** Cells taken from another row of the same patient. */
function filledCells(file: Table, { column: name, count, cells }: FilledCells): ChangedCells {
  const column = file.columns.find((each) => each.name === name);
  const from = (row: number) => `${column ? cellText(column, row) : ""} (row ${formatCount(row + 1)})`;
  const made = cells.map(({ row, from: source }) => ({ row, from: "", to: from(source) }));
  return { kind: "filled", column: name, count, cells: made, undo: { severalRows: true } };
}

/** What the page shows of it. */
export function changeLine(changed: ChangedCells): Change {
  const { kind, column, count, cells, undo } = changed;
  const pairs = new Map<string, Change["pairs"][number]>();
  for (const { from, to } of cells) {
    const key = JSON.stringify([from, to]);
    const pair = pairs.get(key) ?? { from, to, count: 0 };
    pair.count++;
    pairs.set(key, pair);
  }
  const often = [...pairs.values()].sort((a, b) => b.count - a.count);
  return {
    id: changeId(changed),
    kind,
    column,
    count,
    pairs: often.slice(0, 5),
    more: Math.max(0, often.length - 5),
    undo,
  };
}

export function changeId({ kind, column, undo, cells }: ChangedCells): string {
  return JSON.stringify([kind, column, kind === "missing" ? cells[0]?.from : undo]);
}

/** The board without the change. */
export function undone(board: Board, { column, undo }: Pick<Change, "column" | "undo">): Board {
  if (undo === null) return board;
  if ("reading" in undo) return withColumn(board, column, undo.reading as Partial<Board["columns"][number]>);
  if ("keepLevels" in undo) return withColumn(board, column, { keepLevels: undefined });
  const { edits } = board;
  if ("severalRows" in undo) return { ...board, edits: { ...edits, severalRows: null } };
  if ("ofRows" in undo)
    return { ...board, edits: { ...edits, ofRows: edits.ofRows.filter((each) => each.column !== column) } };
  if ("mergedTo" in undo) {
    const mergedLevels = edits.mergedLevels.filter((each) => each.column !== column || each.to !== undo.mergedTo);
    return { ...board, edits: { ...edits, mergedLevels } };
  }
  const others = <T>(all: readonly T[], one: T) => all.filter((each) => JSON.stringify(each) !== JSON.stringify(one));
  return "cell" in undo
    ? { ...board, edits: { ...edits, changedCells: others(edits.changedCells, undo.cell) } }
    : { ...board, edits: { ...edits, conversions: others(edits.conversions, undo.conversion) } };
}

function withColumn(board: Board, name: string, change: Partial<Board["columns"][number]>): Board {
  const before = board.columns.find((choice) => choice.name === name) ?? { name };
  return { ...board, columns: [...board.columns.filter((choice) => choice.name !== name), { ...before, ...change }] };
}
