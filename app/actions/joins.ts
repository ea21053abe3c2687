import { type Board, emptyBoard, type Join, type Taken } from "../../lib/board/board";
import { type Joined, proposeJoin } from "../../lib/cohort/proposeJoin";
import { theClient } from "../analysis";
import { changeBoard, setView, useStore } from "../store";
import { whileReading } from "./reading";

const withJoin = (board: Board, id: string, change: (join: Join) => Join): Board => ({
  ...board,
  joins: board.joins.map((join) => (join.id === id ? change(join) : join)),
});

/** Reads a second file and joins it to the cohort, or reads it for a join that the board has already. */
export async function openSecondFile(file: File, join?: string): Promise<void> {
  const { board, dataset } = useStore.getState();
  if (dataset.state !== "ready") return;
  const joined = await readSecond(file, board, join);
  if (!joined) return;
  if (join) theClient().request(board);
  else changeBoard((before) => ({ ...before, joins: [...before.joins, joined.join] }));
  setView({ place: "data" });
}

/** Reads a second file for a join that a board has, or for one that is proposed; null where that failed, which is said. */
export async function readSecond(file: File, board: Board, known?: string): Promise<Joined | null> {
  const cohort = theClient().getState().answer?.summary;
  if (!cohort) return null;
  const id = known ?? freshId(board);
  const summary = await whileReading(file, null, (onProgress) =>
    theClient().openSecond(file, id, known ? board : emptyBoard, onProgress),
  );
  if (!summary) return null;
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
