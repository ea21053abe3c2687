"use client";

import { useMemo } from "react";
import { readingLine } from "../../lib/cohort/readingLine";
import { useAnswer } from "../analysis";
import { useStore } from "../store";
import styles from "./Endpoints.module.css";

/** How the open file is read, in one line; null while there is none. */
export function useReadingLine(): string | null {
  const { answer } = useAnswer();
  const layout = useStore(({ dataset }) => (dataset.state === "ready" ? dataset.layout : null));
  return useMemo(() => {
    if (!answer) return null;
    const { board, summary, snapshot } = answer;
    return readingLine({ board, summary, layout, patients: snapshot.patients, endpoints: snapshot.endpoints });
  }, [answer, layout]);
}

/** The whole reading above what is proposed, to be judged before the first curve. */
export function ReadingLine() {
  const line = useReadingLine();
  return (
    line && (
      <p className={styles.reading} data-testid="reading-line">
        {line}
      </p>
    )
  );
}
