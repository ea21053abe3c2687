import { failed, ok, problem, type Result } from "../result";
import type { Board } from "./board";
import { readBoard } from "./boardFile";

/** The first lines of a table of counts: what it is, and the board its cells are read by. */

/** How the first begins. */
export const mark = "# Meierboard counts 1: ";
const boardMark = "# board: ";
/** The lines above a header are looked at no further than this. */
const mostCharacters = 48_000;

/** The lines before the header, with what the file is in one line; a problem where the board is too long for them. */
export function countFileHead(board: Board, says: string): Result<string> {
  const head = `${mark}${says.replace(/\s+/g, " ")}\n${boardMark}${JSON.stringify(board)}\n`;
  if (head.length <= mostCharacters) return ok(head);
  return failed(
    problem(
      "counts-board-long",
      "The board is too long to stand above the cells.",
      "Save it without panels or scores that the cells are not for.",
    ),
  );
}

/** The keys of the notes of a Parquet file. */
export const ofWhat = "meierboard counts 1";
const ofBoard = "meierboard board";

/** The same as notes of a Parquet file, which may be of any length. */
export const countFileNotes = (board: Board, says: string): Record<string, string> => ({
  [ofWhat]: says,
  [ofBoard]: JSON.stringify(board),
});

/** The board of a file with such notes; null of any other. */
export function boardOfNotes(notes: ReadonlyMap<string, string>): Result<Board> | null {
  if (!notes.has(ofWhat)) return null;
  const board = notes.get(ofBoard);
  return board === undefined ? failed(withoutBoard) : readBoard(board);
}

/** The board of a file that begins so; null of any other file. */
export function boardOfCounts(beginning: string): Result<Board> | null {
  if (!beginning.startsWith(mark)) return null;
  const line = beginning.split(/\r?\n/, 2)[1] ?? "";
  if (line.startsWith(boardMark)) return readBoard(line.slice(boardMark.length));
  return failed(withoutBoard);
}

const withoutBoard = problem(
  "counts-head",
  "The file says that it holds counts, but not the board they are of.",
  "Make it again with npm run counts.",
);
