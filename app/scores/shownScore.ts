import type { Board } from "../../lib/board/board";
import type { Score } from "../../lib/board/score";
import type { Answer } from "../../lib/worker/clientState";

export type ShownScore = NonNullable<ReturnType<typeof shownScore>>;

/** The chosen score, or the first, with its counts and its study; every number is of one answer. */
export function shownScore(answer: Answer, current: Board, chosen: string | null) {
  const { board, snapshot, summary } = answer;
  const index = Math.max(
    0,
    board.scores.findIndex(({ id }) => id === chosen),
  );
  const [answered, view, study] = [board.scores[index], snapshot.scores[index], snapshot.studies[index]];
  if (!answered || !view || !study) return null;
  // What was just chosen shows at once; its numbers follow with the next answer.
  const latest = current.scores.find(({ id }) => id === answered.id);
  return {
    board,
    score: latest && sameParts(latest, answered) ? latest : answered,
    view,
    study,
    total: snapshot.patients.total,
    columns: summary.columns,
  };
}

const sameParts = (a: Score, b: Score) =>
  a.groups.length === b.groups.length && a.factors.map(({ id }) => id).join() === b.factors.map(({ id }) => id).join();
