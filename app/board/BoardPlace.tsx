"use client";

import type { Answer } from "../../lib/worker/client";
import { useAnswer } from "../analysis";
import { Boundary } from "../failure/Boundary";
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
        {answer && (
          <Boundary what="The filters cannot be shown" of={[answer]}>
            <FilterRail answer={answer} />
          </Boundary>
        )}
      </aside>
      <section className={styles.focus} aria-label="Figure">
        {answer && (
          <Boundary key={view?.panel.id} what="The figure cannot be shown" of={[answer]}>
            <FocusPanel answer={answer} view={view} />
          </Boundary>
        )}
      </section>
      <section className={styles.row} aria-label="Panels">
        {answer && <Thumbnails answer={answer} focus={view?.panel.id ?? null} />}
      </section>
      <aside className={styles.statistics} aria-label="Statistics">
        {answer && view && (
          <Boundary key={view.panel.id} what="The statistics cannot be shown" of={[answer]}>
            <StatisticsColumn view={view} answer={answer} />
          </Boundary>
        )}
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
