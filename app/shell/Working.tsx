"use client";

import { useEffect, useState } from "react";
import type { Board } from "../../lib/board/board";
import { theClient, useAnswer } from "../analysis";
import { useWarehouse } from "../live/warehouse";
import { useStore } from "../store";
import styles from "./Working.module.css";

/** Milliseconds after which an answer is late. */
const late = 400;
/** And after which it can be stopped. */
const tedious = 3000;

/** Says that a change is being computed, once its answer is late, and lets it be stopped when it takes long. */
export function Working() {
  const { answer, problem } = useAnswer();
  const board = useStore((state) => state.board);
  const open = useStore((state) => state.dataset.state === "ready" && state.reading.state !== "reading");
  // While something is dragged the board stays; what is drawn then is a preview of another.
  const [answered, setAnswered] = useState<Board | null>(null);
  if (answer && !answer.preview && answer.board !== answered) setAnswered(answer.board);
  const counting = useWarehouse(({ asking }) => asking !== null);
  const waiting = open && problem === null && board !== answered && !counting;
  const shown = useAfter(waiting, late);
  const stoppable = useAfter(waiting, tedious);
  return (
    <div className={styles.working}>
      <p role="status">{shown && "Computing…"}</p>
      {stoppable && (
        <button type="button" data-look="plain" onClick={() => theClient().stop()}>
          Stop
        </button>
      )}
    </div>
  );
}

/** True once something has been so for so many milliseconds on end. */
function useAfter(so: boolean, milliseconds: number): boolean {
  const [after, setAfter] = useState(false);
  useEffect(() => {
    if (!so) return setAfter(false);
    const timer = setTimeout(() => setAfter(true), milliseconds);
    return () => clearTimeout(timer);
  }, [so, milliseconds]);
  return after;
}
