"use client";

import { useEffect, useState } from "react";
import type { Board } from "../lib/board/board";
import { useAnswer } from "./analysis";
import { useStore } from "./store";
import styles from "./Working.module.css";

/** Milliseconds after which an answer is late. */
const late = 400;

/** Says that a change is being computed, once its answer is late. */
export function Working() {
  const { answer, problem } = useAnswer();
  const board = useStore((state) => state.board);
  const open = useStore((state) => state.dataset.state === "ready" && state.reading.state !== "reading");
  // While something is dragged the board stays; what is drawn then is a preview of another.
  const [answered, setAnswered] = useState<Board | null>(null);
  if (answer && !answer.preview && answer.board !== answered) setAnswered(answer.board);
  const waiting = open && problem === null && board !== answered;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!waiting) return setShown(false);
    const timer = setTimeout(() => setShown(true), late);
    return () => clearTimeout(timer);
  }, [waiting]);
  return (
    <p role="status" className={styles.working}>
      {shown && "Computing…"}
    </p>
  );
}
