"use client";

import { useState } from "react";
import { useAnswer } from "../analysis";
import { Dialog } from "../controls/Dialog";
import { identifyingIn, mayIdentify } from "../export/identifyingIn";
import { setView, useStore } from "../store";

/**
 * Shows the panels as slides, from the one in focus on; asks first where they show values of a column that may identify
 * patients.
 */
export function PresentButton() {
  const { answer } = useAnswer();
  const focus = useStore((state) => state.view.focus);
  const [asking, setAsking] = useState(false);
  const panels = answer && !answer.preview ? answer.board.panels : [];
  const identifying = answer ? identifyingIn(answer, panels) : [];
  const present = () => {
    setAsking(false);
    setView({
      slide: Math.max(
        0,
        panels.findIndex(({ id }) => id === focus),
      ),
    });
    document.documentElement.requestFullscreen?.().catch(() => {});
  };
  return (
    <>
      <button
        type="button"
        data-look="primary"
        title="Show the panels as slides"
        disabled={panels.length === 0}
        onClick={identifying.length > 0 ? () => setAsking(true) : present}
      >
        Present
      </button>
      {asking && (
        <Dialog label="Present" title="Present" onClose={() => setAsking(false)}>
          <p>
            <strong>{mayIdentify(identifying)}.</strong> The slides show their values.
          </p>
          <p>
            <button type="button" data-look="primary" onClick={present}>
              Present all the same
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
