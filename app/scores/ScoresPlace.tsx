"use client";

import { useAnswer } from "../analysis";
import { Skeleton } from "../shell/Skeleton";
import { setView, useStore } from "../store";
import { FactorTable } from "./FactorTable";
import { FirstScore } from "./FirstScore";
import { PointsCard } from "./PointsCard";
import { Prediction } from "./Prediction";
import { ScoreAside } from "./ScoreAside";
import { ScoreHead } from "./ScoreHead";
import styles from "./ScoresPlace.module.css";
import { Separation } from "./Separation";
import { StartFrom } from "./StartFrom";
import { shownScore } from "./shownScore";

/** The scores of this board: factors and points on the left, the curves by the score on the right. */
export function ScoresPlace() {
  const { answer } = useAnswer();
  const current = useStore((state) => state.board);
  const chosen = useStore((state) => state.view.score);
  if (!answer) return <Skeleton of="lines" />;
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
        <Prediction {...shown} />
      </div>
      <aside className={styles.aside} aria-label="Curves by this score">
        <ScoreAside {...shown} />
      </aside>
    </div>
  );
}
