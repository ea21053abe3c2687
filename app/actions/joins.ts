import { type Board, emptyBoard, type Join, type Taken } from "../../lib/board/board";
import { type Joined, proposeJoin } from "../../lib/cohort/proposeJoin";
import { roleOf } from "../../lib/cohort/study/studyFiles";
import { failed, problem } from "../../lib/result";
import type { CodeBook } from "../../lib/table/codeBook/codeBook";
import { dictionaryIn } from "../../lib/table/codeBook/dictionary";
import { theClient } from "../analysis";
import { withName } from "../browser/namedFile";
import { changeBoard, setView, useStore } from "../store";
import { headOf } from "./files/headOf";
import { firstAnswer } from "./files/untilAnswered";
import { answerQuestion } from "./mapping";
import { whileReading } from "./reading";

const withJoin = (board: Board, id: string, change: (join: Join) => Join): Board => ({
  ...board,
  joins: board.joins.map((join) => (join.id === id ? change(join) : join)),
});

/** What a file says of the values of columns; null where it is no code book. */
export async function codeBookOf(file: File): Promise<CodeBook | null> {
  const records = await theClient()
    .beginning(file)
    .catch(() => null);
  return records && dictionaryIn(`“${file.name}”`, records);
}

/** Reads a second file and joins it to the cohort, or reads it for a join that the board has already. */
export async function openSecondFile(given: File, join?: string): Promise<void> {
  const file = withName(given);
  const { board, dataset } = useStore.getState();
  if (dataset.state !== "ready") return;
  if (!join && roleOf({ name: file.name, head: await headOf(file) }) === "codeBook") {
    const codeBook = await codeBookOf(file);
    if (codeBook) return answerQuestion({ codeBook });
  }
  const joined = await readSecond(file, board, join);
  if (!joined) return;
  if (join) theClient().request(board);
  else changeBoard((before) => ({ ...before, joins: [...before.joins, joined.join] }));
  setView({ place: "data" });
}

const nothingToJoin = problem(
  "nothing-to-join",
  "There is no answer to the first file to which another could be joined.",
  "Undo the last change, or open the first file again.",
);

/** Reads a second file for a join that a board has, or for one that is proposed; null where that failed, which is said. */
export async function readSecond(file: File, board: Board, known?: string): Promise<Joined | null> {
  const id = known ?? freshId(board);
  const summary = await whileReading(file, null, async (onProgress, goesOn) => {
    const answer = await firstAnswer();
    if (!goesOn()) return null;
    return answer ? theClient().openSecond(file, id, known ? board : emptyBoard, onProgress) : failed(nothingToJoin);
  });
  const cohort = theClient().getState().answer?.summary;
  if (!summary || !cohort) return null;
  const join =
    board.joins.find((each) => each.id === id) ??
    proposeJoin({ id, file: file.name }, cohort, summary, board.patientId, joinedFiles(board));
  return { join, summary };
}

/** The second files that are open, in the order of their joins. */
const joinedFiles = ({ joins }: Board): Joined[] => {
  const read = theClient().getState().seconds;
  return joins.flatMap((join) => {
    const summary = read.get(join.id);
    return summary ? [{ join, summary }] : [];
  });
};

/** An id that no file read in this session has, so that undo never meets another file under an old id. */
function freshId({ joins }: Board): string {
  const read = theClient().getState().seconds;
  for (let n = 1; ; n++) if (!read.has(`file${n}`) && !joins.some(({ id }) => id === `file${n}`)) return `file${n}`;
}

export const setJoin = (id: string, change: Partial<Join>) =>
  changeBoard((board) => withJoin(board, id, (join) => ({ ...join, ...change })));

export const removeJoin = (id: string) =>
  changeBoard((board) => ({ ...board, joins: board.joins.filter((join) => join.id !== id) }));

export const takeColumn = (id: string, taken: Taken) =>
  changeBoard((board) => withJoin(board, id, (join) => ({ ...join, take: [...join.take, taken] })));

export const dropTaken = (id: string, name: string) =>
  changeBoard((board) =>
    withJoin(board, id, (join) => ({ ...join, take: join.take.filter((taken) => taken.name !== name) })),
  );
