"use client";

import { publishedOf } from "../../lib/cohort/scores/published";
import { addScore, removeScore, saveScore, setScore, showCurves } from "../actions/scores";
import { CommittedText } from "../controls/Committed";
import { Icon } from "../controls/Icon";
import { Menu } from "../controls/Menu";
import styles from "./ScoreHead.module.css";
import type { ShownScore } from "./shownScore";

/** Name and citation of the score, and what can be done with all of it. */
export function ScoreHead({ score }: ShownScore) {
  const changed = publishedOf(score)?.kind === "changed";
  return (
    <header className={styles.head}>
      <div className={styles.names}>
        <div className={styles.name}>
          <CommittedText
            label="Name of the score"
            value={score.label}
            onValue={(label) => label !== "" && setScore(score.id, (before) => ({ ...before, label }))}
          />
        </div>
        <div className={styles.citation}>
          <CommittedText
            label="Citation"
            value={score.citation}
            placeholder="Citation"
            onValue={(citation) => setScore(score.id, (before) => ({ ...before, citation }))}
          />
        </div>
        {changed && <p className={styles.changed}>Changed: no longer the published definition.</p>}
      </div>
      <Menu label="Score" title="Score">
        <button type="button" onClick={() => saveScore(score)}>
          Save as a file
        </button>
        <button type="button" onClick={() => addScore({ ...score, label: `${score.label} (copy)` })}>
          Duplicate
        </button>
        <button type="button" onClick={() => removeScore(score.id)}>
          Delete
        </button>
      </Menu>
      <button type="button" data-look="primary" onClick={() => showCurves(score)}>
        Show curves <Icon name="forward" />
      </button>
    </header>
  );
}
