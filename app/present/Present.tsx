"use client";

import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { useAnswer } from "../analysis";
import { Boundary } from "../failure/Boundary";
import { setView, useStore } from "../store";
import { Overview } from "./Overview";
import { PatientForm } from "./PatientForm";
import styles from "./Present.module.css";
import { PresentBar } from "./PresentBar";
import { fieldsOf } from "./placement";
import { type Front, type Keys, usePresenterKeys } from "./presenterKeys";
import { Slide } from "./Slide";
import { openWindow } from "./speaker/openWindow";
import { SpeakerView } from "./speaker/SpeakerView";
import { useSwipe } from "./useSwipe";

/**
 * The board as slides over the whole screen, for a room. Nothing here names a file or a patient, and what is entered for one patient lives
 * in this component alone: it is gone when the presentation ends.
 */
export function Present() {
  const { answer } = useAnswer();
  const slide = useStore((state) => state.view.slide) ?? 0;
  const [front, setFront] = useState<Front>("slide");
  const [statistics, setStatistics] = useState(true);
  const [laser, setLaser] = useState(true);
  const [clock, setClock] = useState(false);
  const [begun] = useState(() => Date.now());
  const [speaker, setSpeaker] = useState<{ view: Window | null } | null>(null);
  const closeSpeaker = useCallback(() => setSpeaker(null), []);
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const panels = answer?.board.panels ?? [];
  const last = Math.max(0, panels.length - 1);
  const at = Math.min(slide, last);
  const keys = useRef<Keys>(null);
  const doing: Keys = {
    go: (step) =>
      front === "blank"
        ? setFront("slide")
        : setView({ slide: step === "first" ? 0 : step === "last" ? last : clamp(at + step, last) }),
    show: (wanted) => setFront(front === wanted ? "slide" : wanted),
    toggleStatistics: () => setStatistics(!statistics),
    toggleLaser: () => setLaser(!laser),
    toggleClock: () => setClock(!clock),
    toggleSpeaker: () => setSpeaker(speaker?.view ? null : { view: openWindow("Speaker view") }),
    wholeScreen: () => void document.documentElement.requestFullscreen?.().catch(() => {}),
    leave,
    // A window that opens may take the whole screen from this one: that is no end.
    leftWholeScreen: () => {
      if (!speaker?.view) doing.back();
    },
    back: () => (front === "slide" ? leave() : setFront("slide")),
  };
  useLayoutEffect(() => {
    keys.current = doing;
  });
  const swipe = useSwipe((way) => front === "slide" && doing.go(way));
  usePresenterKeys(keys);
  if (!answer) return null;
  return (
    <main className={styles.present} data-front={front} aria-label="Presentation" {...swipe}>
      <title>Meierboard</title>
      <Boundary what="This slide cannot be shown" of={[answer, at, front]}>
        {front === "overview" ? (
          <Overview
            answer={answer}
            at={at}
            onSlide={(index) => {
              setView({ slide: index });
              setFront("slide");
            }}
          />
        ) : (
          <Slide
            answer={answer}
            at={at}
            statistics={statistics}
            laser={laser}
            begun={clock ? begun : null}
            answers={answers}
          />
        )}
        {front === "patient" && (
          <PatientForm
            fields={fieldsOf(answer)}
            answers={answers}
            onAnswers={setAnswers}
            onClose={() => setFront("slide")}
          />
        )}
        {front === "blank" && (
          <button
            type="button"
            className={styles.blank}
            aria-label="Show the slide"
            onClick={() => setFront("slide")}
          />
        )}
      </Boundary>
      {speaker?.view === null && (
        <p className={styles.said} role="status">
          The browser holds the second window back. Allow this page to open windows, then press V again.
        </p>
      )}
      {speaker?.view && (
        <SpeakerView view={speaker.view} answer={answer} at={at} begun={begun} keys={keys} onClose={closeSpeaker} />
      )}
      {front === "slide" && <PresentBar at={at} count={panels.length} keys={doing} />}
    </main>
  );
}

const clamp = (index: number, last: number) => Math.max(0, Math.min(last, index));

const leave = () => setView({ slide: null });
