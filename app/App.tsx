"use client";

import { useEffect } from "react";
import type { Problem } from "../lib/result";
import { isRefusal } from "../lib/table/refusal";
import styles from "./App.module.css";
import { openCohort, openExample } from "./actions/files";
import { answerQuestion } from "./actions/mapping";
import { followHash } from "./address";
import { useAnswer } from "./analysis";
import { BoardPlace } from "./board/BoardPlace";
import { DropTarget } from "./DropTarget";
import { DataPlace } from "./data/DataPlace";
import { IncomingFile } from "./IncomingFile";
import { followKeys } from "./keys";
import { MethodsPlace } from "./methods/MethodsPlace";
import { ProblemNote } from "./ProblemNote";
import { Present } from "./present/Present";
import { PrintPages } from "./print/PrintPages";
import { RowsDialog } from "./rows/RowsDialog";
import { ScoresPlace } from "./scores/ScoresPlace";
import { setView, undo, useStore } from "./store";
import { TopBar } from "./TopBar";
import { applyTheme, preferredTheme } from "./theme";

const places = { data: DataPlace, scores: ScoresPlace, board: BoardPlace, methods: MethodsPlace };

export function App() {
  const place = useStore((state) => state.view.place);
  const theme = useStore((state) => state.view.theme);
  useEffect(() => {
    setView({ theme: preferredTheme() });
    void openExample();
    const stops = [followKeys(), followHash()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  useEffect(() => applyTheme(theme), [theme]);
  const presenting = useStore((state) => state.view.slide !== null);
  if (presenting) return <Present />;
  const Place = places[place];
  return (
    <div className={styles.app}>
      <TopBar />
      <Messages />
      <main className={styles.place}>
        <Place />
      </main>
      <RowsDialog />
      <DropTarget />
      <PrintPages />
      <IncomingFile />
    </div>
  );
}

const waysOut = (problem: Problem) => (isRefusal(problem) ? problem.choices : []);

/** What went wrong or was restored, above the place; never instead of the last result. */
function Messages() {
  const message = useStore((state) => state.view.message);
  const reading = useStore((state) => state.reading);
  const { problem } = useAnswer();
  return (
    <div className={styles.messages} aria-live="polite">
      {reading.state === "failed" && (
        <ProblemNote
          tone="bad"
          problem={reading.problem}
          choices={reading.again ? waysOut(reading.problem) : []}
          onChoice={(options) => reading.again && void openCohort(reading.again, options)}
          onClose={() => useStore.setState({ reading: { state: "idle" } })}
        />
      )}
      {problem && (
        <ProblemNote tone="bad" problem={problem} choices={waysOut(problem)} onChoice={answerQuestion}>
          <button type="button" onClick={undo}>
            Undo the last change
          </button>
        </ProblemNote>
      )}
      {message && <ProblemNote tone="warn" problem={message} onClose={() => setView({ message: null })} />}
    </div>
  );
}
