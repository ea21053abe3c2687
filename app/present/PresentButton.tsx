"use client";

import { useAnswer } from "../analysis";
import { setView, useStore } from "../store";

/** Shows the panels as slides, from the one in focus on. */
export function PresentButton() {
  const { answer } = useAnswer();
  const focus = useStore((state) => state.view.focus);
  const panels = answer && !answer.preview ? answer.board.panels : [];
  const present = () => {
    setView({
      slide: Math.max(
        0,
        panels.findIndex(({ id }) => id === focus),
      ),
    });
    document.documentElement.requestFullscreen?.().catch(() => {});
  };
  return (
    <button
      type="button"
      data-look="primary"
      title="Show the panels as slides"
      disabled={panels.length === 0}
      onClick={present}
    >
      Present
    </button>
  );
}
