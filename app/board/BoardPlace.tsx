"use client";

import type { Answer } from "../../lib/worker/client";
import { useAnswer } from "../analysis";
import { useStore } from "../store";
import styles from "./BoardPlace.module.css";
import { FilterRail } from "./FilterRail";
import { FocusPanel } from "./FocusPanel";
import { StatisticsColumn } from "./StatisticsColumn";
import { Thumbnails } from "./Thumbnails";

/** Filters on the left, the focused panel and the row of panels in the middle, its statistics on the right; all of one answer. */
export function BoardPlace() {
  const { answer } = useAnswer();
  const focus = useStore((state) => state.view.focus);
  const view = focusedPanel(answer, focus);
  return (
    <div className={styles.board}>
      <aside className={styles.filters} aria-label="Filters">
        {answer && <FilterRail answer={answer} />}
      </aside>
      <section className={styles.focus} aria-label="Figure">
        {answer && <FocusPanel key={view?.panel.id} answer={answer} view={view} />}
      </section>
      <section className={styles.row} aria-label="Panels">
        {answer && <Thumbnails answer={answer} focus={view?.panel.id ?? null} />}
      </section>
      <aside className={styles.statistics} aria-label="Statistics">
        {answer && view && <StatisticsColumn view={view} answer={answer} />}
      </aside>
    </div>
  );
}

export type FocusedPanel = NonNullable<ReturnType<typeof focusedPanel>>;

/** The panel in focus in the answer shown, or the first. */
function focusedPanel(answer: Answer | null, focus: string | null) {
  if (!answer) return null;
  const index = Math.max(
    0,
    answer.board.panels.findIndex(({ id }) => id === focus),
  );
  const panel = answer.board.panels[index];
  return panel ? { panel, shown: answer.snapshot.panels[index] } : null;
}
