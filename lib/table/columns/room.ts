import { formatCount } from "../../format";
import { type Problem, problem } from "../../result";

/** Most different texts of a column: a `Map` holds 2²⁴ keys. */
export const mostDifferent = (1 << 24) - 1;
/** Most bytes that all different texts of a table may take, some gigabytes below what a browser gives a worker. */
export const mostBytes = 2 ** 31;
/** What a text takes beside its letters: its own head, a place in a list, and one in a map. */
const bytesBeside = 64;

/** What is taken by the different texts of a table. */
export interface Room {
  bytes: number;
}

/** The file holds more than can be kept; `problem` says so. Thrown where cells arrive, and caught by who reads the file. */
export class TooMuch extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Counts one more different text of a column, of which it is the `count`th. Throws `TooMuch` where there is no room for it. */
export function takeRoom(room: Room, column: string, count: number, text: string): void {
  room.bytes += bytesBeside + text.length;
  if (count > mostDifferent)
    throw new TooMuch(
      problem(
        "too-many-different",
        `“${column}” has more than ${formatCount(mostDifferent)} different values, more than can be told apart here.`,
        "Leave this column out of the file, or split the file.",
      ),
    );
  if (room.bytes > mostBytes)
    throw new TooMuch(
      problem(
        "texts-too-large",
        `The different texts of the file take more than ${formatCount(Math.round(mostBytes / 1e6))} MB of memory; “${column}” was the last for which there was no room.`,
        "Leave out columns of texts and ids that are not needed, or split the file.",
      ),
    );
}
