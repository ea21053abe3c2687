"use client";

import { useAnswer } from "../analysis";
import { Boundary } from "../failure/Boundary";
import { Skeleton } from "../shell/Skeleton";
import { useStore } from "../store";
import styles from "./BoardPlace.module.css";
import { useComparisons } from "./comparisons";
import { FilterRail } from "./FilterRail";
import { FocusPanel } from "./FocusPanel";
import { panelInFocus } from "./panelInFocus";
import { StatisticsColumn } from "./StatisticsColumn";
import { Thumbnails } from "./Thumbnails";

/**
 * Filters on the left, the focused panel and the row of panels in the middle, its statistics on the right; all of one
 * answer.
 */
export function BoardPlace() {
  const { answer } = useAnswer();
  const focus = useStore((state) => state.view.focus);
  useComparisons();
  const view = answer && panelInFocus(answer.snapshot.panels, focus);
  return (
    <div className={styles.board} aria-busy={!answer}>
      <aside className={styles.filters} aria-label="Filters">
        {!answer && <Skeleton of="lines" />}
        {answer && (
          <Boundary what="The filters cannot be shown" of={[answer]}>
            <FilterRail answer={answer} />
          </Boundary>
        )}
      </aside>
      <section className={styles.focus} aria-label="Figure">
        {!answer && <Skeleton of="block" />}
        {answer && (
          <Boundary key={view?.id} what="The figure cannot be shown" of={[answer]}>
            <FocusPanel answer={answer} view={view} />
          </Boundary>
        )}
      </section>
      <section className={styles.row} aria-label="Panels">
        {!answer && <Skeleton of="block" />}
        {answer && <Thumbnails answer={answer} focus={view?.id ?? null} />}
      </section>
      <aside className={styles.statistics} aria-label="Statistics">
        {!answer && <Skeleton of="lines" />}
        {answer && view && (
          <Boundary key={view.id} what="The statistics cannot be shown" of={[answer]}>
            <StatisticsColumn view={view} answer={answer} />
          </Boundary>
        )}
      </aside>
    </div>
  );
}
