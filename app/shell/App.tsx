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
import { attempt, followFaults, useFailed } from "../failure/attempt";
import { Boundary } from "../failure/Boundary";
import { FailureNote } from "../failure/FailureNote";
import { followPolicy } from "../failure/policy";
import { Later } from "../parts/Later";
import { fetchParts, part } from "../parts/part";
import { PrintPages } from "../print/PrintPages";
import { ProblemNote } from "../problems/ProblemNote";
import { type Place, setView, undo, useStore } from "../store";
import { Welcome } from "../welcome/Welcome";
import styles from "./App.module.css";
import { DropTarget } from "./DropTarget";
import { IncomingFile } from "./IncomingFile";
import { followKeys } from "./keys";
import { TopBar } from "./TopBar";
import { applyTheme, preferredTheme } from "./theme";
import { Working } from "./Working";

const loadData = part(() => import("../data/DataPlace"));
const loadScores = part(() => import("../scores/ScoresPlace"));
const loadMethods = part(() => import("../methods/MethodsPlace"));
const loadPresent = part(() => import("../present/Present"));
const loadRows = part(() => import("../rows/RowsAndCell"));
const loadHelp = part(() => import("../help/Help"));
const loadNewVersion = part(() => import("../offline/NewVersion"));

const places: Record<Place, ReactNode> = {
  data: <Later what="Data cannot be shown" load={loadData} show={({ DataPlace }) => <DataPlace />} />,
  scores: <Later what="Scores cannot be shown" load={loadScores} show={({ ScoresPlace }) => <ScoresPlace />} />,
  board: <BoardPlace />,
  methods: (
    <Later what="The methods cannot be shown" load={loadMethods} show={({ MethodsPlace }) => <MethodsPlace />} />
  ),
};
const presentation = <Later what="Nothing can be presented" load={loadPresent} show={({ Present }) => <Present />} />;

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
  const help = useStore((state) => state.view.help);
  const over = useStore(({ view }) => view.rows !== null || view.cell !== null);
  const awaited = useStore((state) => state.dataset.state === "awaited");
  if (presenting)
    return (
      <>
        {presentation}
        <DropTarget />
      </>
    );
  const shown = awaited && place !== "methods" ? <ComingBack /> : places[place];
  return (
    <div className={styles.app}>
      <TopBar />
      <Messages />
      <main className={styles.place}>
        <PlaceBoundary key={place}>{shown}</PlaceBoundary>
      </main>
      {over && <Later what="The rows cannot be shown" load={loadRows} show={({ RowsAndCell }) => <RowsAndCell />} />}
      <Welcome />
      {help && <Later what="The help cannot be shown" load={loadHelp} show={({ Help }) => <Help />} />}
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
      <Later load={loadNewVersion} show={({ NewVersion }) => <NewVersion />} />
      {message && <ProblemNote tone="warn" problem={message} onClose={() => setView({ message: null })} />}
    </div>
  );
}
