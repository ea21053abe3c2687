import type { Board, CellEdit } from "../board/board";
import { type Column, cellText, cellTexts, fileTexts, isMissingInCategories, lineOf, type Table } from "../table";
import type { CohortTable } from "./cohortTable";
import { choiceFor, findColumn } from "./columns";
import { isReadable } from "./correctCells";
import { rowMarks } from "./correctedRow";
import { blankValue } from "./eventCodes";

/** A cell as it is corrected: what stands there now, and of which patient and kind it is. */
export interface FileCell {
  /** From 1. */
  row: number;
  /** The line of the file, or the row of its sheet. */
  line: number;
  column: string;
  kind: Column["kind"];
  /** The id of its row; null where the file has none. */
  patient: string | null;
  /** Whether the patient has more rows. */
  several: boolean;
  /** A fingerprint of all that stands in the row. */
  mark: string;
  /** Whether the numbers of its column are converted to another unit afterwards. */
  converted: boolean;
  /** The endpoints in which a blank cell says something about the event. */
  blankCounts: string[];
  /** What counts now: what the file says, or the correction. */
  text: string;
  /** Whether the file has no value there, such as a blank or a word for that. */
  isMissing: boolean;
  /** What the file says, where the cell is corrected already. */
  before: CellEdit | null;
  /** Words of its column, as they come in the file. */
  words: string[];
}

const mostWords = 200;

/** Null of a column that the file does not have, such as a joined or derived one. */
export function fileCell(
  { asRead, edited }: Pick<CohortTable, "asRead" | "edited">,
  board: Board,
  row: number,
  name: string,
): FileCell | null {
  const column = findColumn(asRead, name);
  if (!column || row < 1 || row > asRead.rows) return null;
  const ids = board.patientId === null ? undefined : findColumn(asRead, board.patientId);
  const patient = (ids && cellText(ids, row - 1)) || null;
  const done = edited.find(
    ({ kind, column: of, cells }) => kind === "corrected" && of === name && cells[0]?.row === row - 1,
  );
  const before = done?.undo && "cell" in done.undo ? done.undo.cell : null;
  return {
    row,
    line: lineOf(asRead, row - 1),
    column: name,
    kind: column.kind,
    patient,
    several: ids !== undefined && patient !== null && hasSeveralRows(asRead, ids, patient),
    mark: rowMarks(asRead)(row - 1),
    text: before?.to ?? fileTexts(asRead, column)(row - 1),
    isMissing: cellTexts(asRead, column)(row - 1) === "",
    before,
    converted: board.edits.conversions.some((each) => each.column === name),
    blankCounts: board.endpoints.flatMap(({ label, event }) =>
      [event, event?.competing].some(
        (read) =>
          read?.column === name && read.coding.some(({ value, as }) => value === blankValue && as !== "exclude"),
      )
        ? [label]
        : [],
    ),
    words: column.kind === "category" ? column.written.levels.slice(0, mostWords) : [],
  };
}

/**
 * What is meant by what is typed for a cell, as a correction has it: "" for a word that means no value in its column;
 * null where a column of this kind cannot hold it.
 */
export function meant(board: Board, { column, kind }: Pick<FileCell, "column" | "kind">, typed: string): string | null {
  const said = typed.trim();
  const { missing = [], notMissing = [] } = choiceFor(board, column);
  if (missing.includes(said)) return "";
  if (kind === "category" && isMissingInCategories(said) && !notMissing.includes(said)) return "";
  return isReadable({ kind }, said) ? said : null;
}

/** The board with a cell corrected; as the file has it, where `to` is what stands there. */
export function withCell(
  board: Board,
  { row, column, patient, several, mark, text, isMissing, before }: FileCell,
  to: string,
): Board {
  const edit = before ? { ...before, to } : { patient, several, row, mark, column, from: text, to };
  const isNone = edit.to === edit.from || (edit.to === "" && isMissing);
  // Corrected again before the answer to the last time has come, it is still one correction.
  const others = board.edits.changedCells.filter(
    (each) => each.column !== edit.column || each.row !== edit.row || each.mark !== edit.mark,
  );
  return { ...board, edits: { ...board.edits, changedCells: isNone ? others : [...others, edit] } };
}

function hasSeveralRows({ rows }: Table, ids: Column, patient: string): boolean {
  let found = 0;
  for (let row = 0; row < rows && found < 2; row++) if (cellText(ids, row) === patient) found++;
  return found > 1;
}
