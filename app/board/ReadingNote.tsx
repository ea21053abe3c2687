"use client";

import { problem } from "../../lib/result";
import { useReadingLine } from "../data/ReadingLine";
import { ProblemNote } from "../problems/ProblemNote";
import { setView, useStore } from "../store";

/** How a file just opened is read, above its board until it is closed. */
export function ReadingNote() {
  const shown = useStore(({ view }) => view.saysReading && view.place === "board");
  const line = useReadingLine();
  if (!shown || line === null) return null;
  return (
    <ProblemNote tone="note" problem={problem("reading", line, "")} onClose={() => setView({ saysReading: false })} />
  );
}
