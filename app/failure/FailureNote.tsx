"use client";

import type { ReactNode } from "react";
import { saveBoard } from "../actions/files/savedBoard";
import { ProblemNote } from "../problems/ProblemNote";
import { attempt, type Failed } from "./attempt";
import type { Remedy } from "./failure";
import { reload } from "./reload";

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
