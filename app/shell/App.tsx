"use client";

import { type ReactNode, useEffect } from "react";
import type { Problem } from "../../lib/result";
import { isRefusal } from "../../lib/table/refusal";
import { openCohort } from "../actions/files/cohort";
import { answerQuestion } from "../actions/mapping";
import { followFirstAnswer, useAnswer } from "../analysis";
import { BoardPlace } from "../board/BoardPlace";
import { ReadingNote } from "../board/ReadingNote";
import { ComingBack } from "../comingBack/ComingBack";
import { start } from "../comingBack/start";
import { DataPlace } from "../data/DataPlace";
import { attempt, followFaults, useFailed } from "../failure/attempt";
import { Boundary } from "../failure/Boundary";
import { FailureNote } from "../failure/FailureNote";
import { followPolicy } from "../failure/policy";
import { MethodsPlace } from "../methods/MethodsPlace";
import { fetchParts } from "../parts/part";
import { Present } from "../present/Present";
import { PrintPages } from "../print/PrintPages";
import { ProblemNote } from "../problems/ProblemNote";
import { RowsDialog } from "../rows/RowsDialog";
import { ScoresPlace } from "../scores/ScoresPlace";
import { setView, undo, useStore } from "../store";
import styles from "./App.module.css";
import { DropTarget } from "./DropTarget";
import { IncomingFile } from "./IncomingFile";
import { followKeys } from "./keys";
import { TopBar } from "./TopBar";
import { applyTheme, preferredTheme } from "./theme";
import { Working } from "./Working";

const places = { data: DataPlace, scores: ScoresPlace, board: BoardPlace, methods: MethodsPlace };

export function App() {
  const place = useStore((state) => state.view.place);
  const theme = useStore((state) => state.view.theme);
  useEffect(() => {
    setView({ theme: preferredTheme() });
    const stops = [followKeys(), start(), followPolicy(), followFaults(), followFirstAnswer(fetchParts)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  useEffect(() => applyTheme(theme), [theme]);
  const presenting = useStore((state) => state.view.slide !== null);
  useEffect(() => {
    if (!presenting && document.fullscreenElement) document.exitFullscreen().catch(() => {});
  }, [presenting]);
  const awaited = useStore((state) => state.dataset.state === "awaited");
  if (presenting)
    return (
      <>
        <Present />
        <DropTarget />
      </>
    );
  const Place = awaited && place !== "methods" ? ComingBack : places[place];
  return (
    <div className={styles.app}>
      <TopBar />
      <Messages />
      <main className={styles.place}>
        <PlaceBoundary key={place}>
          <Place />
        </PlaceBoundary>
      </main>
      <RowsDialog />
      <DropTarget />
      <PrintPages />
      <IncomingFile />
      <Working />
    </div>
  );
}

/** A place that throws is tried again with the next change or answer. */
function PlaceBoundary({ children }: { children: ReactNode }) {
  const board = useStore((state) => state.board);
  const { answer } = useAnswer();
  return (
    <Boundary what="This place cannot be shown" of={[answer, board]}>
      {children}
    </Boundary>
  );
}

const waysOut = (problem: Problem) => (isRefusal(problem) ? problem.choices : []);

/** What went wrong or was restored, above the place; never instead of the last result. */
function Messages() {
  const message = useStore((state) => state.view.message);
  const reading = useStore((state) => state.reading);
  const failed = useFailed((state) => state.failed);
  const { problem } = useAnswer();
  return (
    <div className={styles.messages} aria-live="polite">
      {reading.state === "failed" && (
        <ProblemNote
          tone="bad"
          problem={reading.problem}
          choices={reading.again ? waysOut(reading.problem) : []}
          onChoice={(options) => {
            const { again, file } = reading;
            if (again) attempt(`“${file}” was not opened`, () => openCohort(again, options));
          }}
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
      {failed && <FailureNote failed={failed} onClose={() => useFailed.setState({ failed: null })} />}
      <ReadingNote />
      {message && <ProblemNote tone="warn" problem={message} onClose={() => setView({ message: null })} />}
    </div>
  );
}
