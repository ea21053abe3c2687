"use client";

import { useEffect, useState } from "react";
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
  const waiting = open && problem === null && answer?.board !== board;
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
