"use client";

import type { Board } from "../../lib/board/board";
import type { Score } from "../../lib/board/score";
import { coverageInWords, type ScoreView } from "../../lib/cohort/scores/scoreTally";
import { comparisonInWords, definitionOf, derivationInWords } from "../../lib/cohort/scores/words";
import { formatCount } from "../../lib/format";
import { useAnswer } from "../analysis";
import { capitalized } from "../board/FilterRail";
import { ProblemNote } from "../ProblemNote";
import styles from "./ScoresPlace.module.css";

/** The scores of this board: factors, points and groups, with the patients in each. */
export function ScoresPlace() {
  const { answer } = useAnswer();
  if (!answer) return null;
  const { board, snapshot } = answer;
  return (
    <div className={styles.place}>
      {board.scores.length === 0 && (
        <p className={styles.card}>
          This board has no score. A board file that holds one can be opened with “Open file”.
        </p>
      )}
      {board.scores.map((score, index) => (
        <ScoreCard
          key={score.id}
          board={board}
          score={score}
          view={snapshot.scores[index]}
          total={snapshot.patients.total}
        />
      ))}
    </div>
  );
}

function ScoreCard({ board, score, view, total }: { board: Board; score: Score; view: ScoreView; total: number }) {
  return (
    <article className={styles.card}>
      <h1>{capitalized(score.label)}</h1>
      <p className="quiet">
        {coverageInWords(score, view, total)} {definitionOf(score)}
      </p>
      {view.problem && <ProblemNote problem={view.problem} />}
      <div className={styles.tables}>
        <table>
          <thead>
            <tr>
              <th scope="col">Risk factor</th>
              <th scope="col">Adverse when</th>
              <th scope="col">Points</th>
              <th scope="col">Patients with it</th>
              <th scope="col">Not known</th>
            </tr>
          </thead>
          <tbody>
            {score.factors.map((factor) => {
              const counts = view.factors.find(({ id }) => id === factor.id);
              return (
                <tr key={factor.id}>
                  <th scope="row">{factor.label}</th>
                  <td title={derivationInWords(factor, board) ?? undefined}>{comparisonInWords(factor, board)}</td>
                  <td>{factor.points}</td>
                  <td>{counts ? formatCount(counts.adverse) : "–"}</td>
                  <td>{counts ? formatCount(counts.unknown) : "–"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <table data-testid="score-groups">
          <thead>
            <tr>
              <th scope="col">Group</th>
              <th scope="col">Points</th>
              <th scope="col">Patients</th>
            </tr>
          </thead>
          <tbody>
            {score.groups.map(({ label, min, max }, index) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{min === null ? `up to ${max}` : max === null ? `${min} or more` : `${min} to ${max}`}</td>
                <td>{formatCount(view.groups[index]?.patients ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}
