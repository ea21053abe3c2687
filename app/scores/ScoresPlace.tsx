"use client";

import type { Board } from "../../lib/board/board";
import type { Score } from "../../lib/board/score";
import type { Answer } from "../../lib/worker/client";
import { useAnswer } from "../analysis";
import { setView, useStore } from "../store";
import { FactorTable } from "./FactorTable";
import { FirstScore } from "./FirstScore";
import { PointsCard } from "./PointsCard";
import { ScoreAside } from "./ScoreAside";
import { ScoreHead } from "./ScoreHead";
import styles from "./ScoresPlace.module.css";
import { Separation } from "./Separation";
import { StartFrom } from "./StartFrom";

/** The scores of this board: factors and points on the left, survival by the score on the right. */
export function ScoresPlace() {
  const { answer } = useAnswer();
  const current = useStore((state) => state.board);
  const chosen = useStore((state) => state.view.score);
  if (!answer) return null;
  const shown = shownScore(answer, current, chosen);
  if (!shown) return <FirstScore answer={answer} />;
  return (
    <div className={styles.place}>
      <div className={styles.studio}>
        <nav className={styles.scores} aria-label="Scores">
          {answer.board.scores.length > 1 &&
            answer.board.scores.map(({ id, label }) => (
              <button
                key={id}
                type="button"
                aria-pressed={id === shown.score.id}
                onClick={() => setView({ score: id })}
              >
                {label}
              </button>
            ))}
          <StartFrom answer={answer} />
        </nav>
        <article className={styles.card}>
          <ScoreHead {...shown} />
          <FactorTable {...shown} />
        </article>
        <div className={styles.pair}>
          <PointsCard {...shown} />
          <Separation {...shown} />
        </div>
      </div>
      <aside className={styles.aside} aria-label="Survival by this score">
        <ScoreAside {...shown} />
      </aside>
    </div>
  );
}

export type ShownScore = NonNullable<ReturnType<typeof shownScore>>;

/** The chosen score, or the first, with its counts and its study; every number is of one answer. */
function shownScore(answer: Answer, current: Board, chosen: string | null) {
  const { board, snapshot, summary } = answer;
  const index = Math.max(
    0,
    board.scores.findIndex(({ id }) => id === chosen),
  );
  const answered = board.scores[index];
  if (!answered) return null;
  // What was just chosen shows at once; its numbers follow with the next answer.
  const latest = current.scores.find(({ id }) => id === answered.id);
  return {
    board,
    score: latest && sameParts(latest, answered) ? latest : answered,
    view: snapshot.scores[index],
    study: snapshot.studies[index],
    total: snapshot.patients.total,
    columns: summary.columns,
  };
}

const sameParts = (a: Score, b: Score) =>
  a.groups.length === b.groups.length && a.factors.map(({ id }) => id).join() === b.factors.map(({ id }) => id).join();
