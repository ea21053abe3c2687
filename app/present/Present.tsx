"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { useAnswer } from "../analysis";
import { Boundary } from "../failure/Boundary";
import { setView, useStore } from "../store";
import { Overview } from "./Overview";
import { PatientForm } from "./PatientForm";
import styles from "./Present.module.css";
import { fieldsOf } from "./placement";
import { Slide } from "./Slide";

/** What is in front of the slide. */
type Front = "slide" | "overview" | "blank" | "patient";

interface Keys {
  go(step: number | "first" | "last"): void;
  show(front: Front): void;
  toggleStatistics(): void;
  toggleLaser(): void;
  back(): void;
}

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
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const panels = answer?.board.panels ?? [];
  const last = Math.max(0, panels.length - 1);
  const at = Math.min(slide, last);
  const keys = useRef<Keys>(null);
  useEffect(() => {
    keys.current = {
      go: (step) => setView({ slide: step === "first" ? 0 : step === "last" ? last : clamp(at + step, last) }),
      show: (wanted) => setFront(front === wanted ? "slide" : wanted),
      toggleStatistics: () => setStatistics(!statistics),
      toggleLaser: () => setLaser(!laser),
      back: () => (front === "slide" ? leave() : setFront("slide")),
    };
  });
  usePresenterKeys(keys);
  if (!answer) return null;
  return (
    <main className={styles.present} data-front={front} aria-label="Presentation">
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
          <Slide answer={answer} at={at} statistics={statistics} laser={laser} answers={answers} />
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
    </main>
  );
}

const clamp = (index: number, last: number) => Math.max(0, Math.min(last, index));

const leave = () => setView({ slide: null });

/** The keys of a presenter; in a field of the form only Esc counts. A browser that leaves the full screen by itself is Esc, too. */
function usePresenterKeys(keys: RefObject<Keys | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!keys.current || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== "Escape" && isField(event.target)) return;
      if (press(event.key, keys.current)) event.preventDefault();
    };
    const onScreen = () => {
      if (!document.fullscreenElement) keys.current?.back();
    };
    addEventListener("keydown", onKey);
    document.addEventListener("fullscreenchange", onScreen);
    return () => {
      removeEventListener("keydown", onKey);
      document.removeEventListener("fullscreenchange", onScreen);
    };
  }, [keys]);
}

function press(key: string, keys: Keys): boolean {
  switch (key) {
    case "ArrowRight":
    case "PageDown":
      keys.go(1);
      return true;
    case "ArrowLeft":
    case "PageUp":
      keys.go(-1);
      return true;
    case "Home":
      keys.go("first");
      return true;
    case "End":
      keys.go("last");
      return true;
    case "Escape":
      keys.back();
      return true;
  }
  return pressLetter(key.toLowerCase(), keys);
}

function pressLetter(key: string, keys: Keys): boolean {
  switch (key) {
    case "s":
      keys.toggleStatistics();
      return true;
    case "l":
      keys.toggleLaser();
      return true;
    case "b":
      keys.show("blank");
      return true;
    case "o":
      keys.show("overview");
      return true;
    case "p":
      keys.show("patient");
      return true;
    default:
      return false;
  }
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
