import { failed, ok, type Problem, problem, type Result } from "../result";
import { type Board, boardSchema } from "./board";
import { issueInWords, tooMuchInWords } from "./issueInWords";
import { migrated, versionOf } from "./migrations";
import { boardVersion } from "./version";

const mostCharacters = 5_000_000;

/** Reads a board file: JSON of a known version, every field checked, unknown ones refused with a sentence. */
export function readBoard(text: string): Result<Board> {
  if (text.length > mostCharacters)
    return refuse("The board file is larger than 5 MB.", "Open a file that was saved by Meierboard.");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse("The board file is not valid JSON.", "Open a file that was saved by Meierboard.");
  }
  return boardOf(json);
}

/** The board that a file or this browser kept, migrated to today's version; every field is checked. */
export function boardOf(json: unknown): Result<Board> {
  const version = versionOf(json);
  if (version !== null && version > boardVersion)
    return refuse(
      `The board file has version ${version}; this program reads versions up to ${boardVersion}.`,
      "Open it with a newer Meierboard.",
    );
  const parsed = boardSchema.safeParse(migrated(json));
  if (parsed.success) return ok(parsed.data);
  return refuse(
    `The board file is not as expected: ${issueInWords(parsed.error)}.`,
    "Correct the field, or save the board again.",
  );
}

/** True for text that means to be a board file, so that it is not read as a table. */
export const looksLikeBoard = (text: string): boolean => /^\s*\{[^{}[\]]*"meierboard"\s*:/.test(text.slice(0, 2000));

export const writeBoard = (board: Board): string => `${JSON.stringify(board, null, 2)}\n`;

/** Why a board made on the page could not be opened again once saved; null where it can. */
export function unsavable(board: Board): Problem | null {
  const parsed = boardSchema.safeParse(board);
  if (parsed.success) return null;
  return problem(
    "change-refused",
    `This change was not made, because it could not be saved: ${tooMuchInWords(parsed.error) ?? issueInWords(parsed.error)}.`,
    "Everything is as it was before.",
  );
}

const refuse = (message: string, hint: string) => failed<Board>(problem("board-invalid", message, hint));
