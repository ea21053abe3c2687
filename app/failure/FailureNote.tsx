"use client";

import type { ReactNode } from "react";
import { currentBoard, saveBoard } from "../actions/files/savedBoard";
import { keepState } from "../comingBack/followHistory";
import { ProblemNote } from "../problems/ProblemNote";
import { handOver } from "../storage/reload";
import { attempt, type Failed } from "./attempt";
import type { Remedy } from "./failure";
import { inTime } from "./inTime";

/** What failed, why, and what can be done about it. */
export function FailureNote({
  failed,
  onClose,
  children,
}: {
  failed: Failed;
  onClose?: () => void;
  /** What else can be done about it. */
  children?: ReactNode;
}) {
  const { problem, remedies, again } = failed;
  return (
    <ProblemNote tone="bad" problem={problem} onClose={onClose}>
      {remedies.map((remedy) => (
        <button key={remedy} type="button" onClick={remedy === "again" ? again : elsewhere[remedy]}>
          {labels[remedy]}
        </button>
      ))}
      {children}
    </ProblemNote>
  );
}

const labels: Record<Remedy, string> = {
  again: "Try again",
  reload: "Reload, keeping the settings",
  save: "Save the settings",
};

const elsewhere = {
  reload: () => attempt("The page was not reloaded", reload),
  save: () => attempt("The settings were not saved", saveBoard),
};

/**
 * The settings are kept as far as that goes in a moment: in the address, in this browser, and for the page loaded next.
 */
async function reload(): Promise<void> {
  const kept = Promise.all([keepState(), currentBoard().then(handOver)]);
  await inTime(1500, kept).catch(() => {});
  location.reload();
}
