import type { Board } from "../../../lib/board/board";
import { writeBoard } from "../../../lib/board/boardFile";
import { problem } from "../../../lib/result";
import { theClient } from "../../analysis";
import { comparedSoFar } from "../../board/comparisons";
import { saveFile } from "../../browser/saveFile";
import { rememberBoard } from "../../storage/boards";
import { keepLastFile } from "../../storage/lastFile";
import { ownFile, setView, useStore } from "../../store";
import { isActive } from "../filters";

/**
 * Saves the settings as a board file: never data, and nothing of the cells of columns that look identifying. What is
 * saved is what comes back with the file, too, however soon the page is left.
 */
export async function saveBoard(): Promise<void> {
  const { dataset } = useStore.getState();
  if (dataset.state !== "ready") return;
  const board = await currentBoard();
  await keepBoard();
  const left = leftUnsaved(useStore.getState().board, board);
  if (left.length > 0) {
    const names = left.map((name) => `“${name}”`).join(", ");
    setView({
      message: problem(
        "saved-without",
        `Saved without the levels, filters and corrections of ${names}, which look identifying.`,
        "Untick “identifies” in Data to save them too.",
      ),
    });
  }
  saveFile(
    new Blob([writeBoard(board)], { type: "application/json" }),
    `${dataset.file.replace(/\.[^.]*$/, "")}.board.json`,
  );
}

/** Columns of which the saved board holds less than the one on the screen. */
function leftUnsaved(board: Board, saved: Board): string[] {
  const filters = board.filters.filter(
    (filter) => isActive(filter) && !saved.filters.some((kept) => JSON.stringify(kept) === JSON.stringify(filter)),
  );
  const filtered = filters.flatMap(({ of }) => ("column" in of ? [of.column] : []));
  const levels = board.columns.filter(
    ({ name, levels: given }) => given && !saved.columns.find((each) => each.name === name)?.levels,
  );
  const corrected = board.edits.changedCells.filter(
    ({ column }) => !saved.edits.changedCells.some((kept) => kept.column === column),
  );
  return [...new Set([...filtered, ...levels.map(({ name }) => name), ...corrected.map(({ column }) => column)])];
}

/** Keeps the settings in this browser for the next time the same file is opened, and in this tab for when the page is left. */
export async function keepBoard(): Promise<void> {
  const { dataset } = useStore.getState();
  if (dataset.state !== "ready" || dataset.example) return;
  const board = await currentBoard();
  if (ownFile(useStore.getState()) !== dataset.file) return;
  const without = leftUnsaved(useStore.getState().board, board);
  keepLastFile({ name: dataset.file, size: dataset.size, board, without });
  if (dataset.sha256) await rememberBoard(dataset.sha256, board);
}

/** The board as it may be saved, with the file it is of. */
export async function currentBoard(): Promise<Board> {
  const { board, dataset, view } = useStore.getState();
  const rows = theClient().getState().answer?.summary.rows;
  if (dataset.state !== "ready" || rows === undefined) return board;
  const savable = await theClient().savable(board);
  return {
    ...savable,
    source: { ...board.source, file: dataset.file, rows, sha256: dataset.sha256 },
    session: { focus: view.focus, compared: comparedSoFar() },
  };
}
