"use client";

import { counted } from "../../lib/format";
import { problem } from "../../lib/result";
import { useAnswer } from "../analysis";
import { useReadingLine } from "../data/ReadingLine";
import { ProblemNote } from "../problems/ProblemNote";
import { setView, useStore } from "../store";

/**
 * How a file just opened is read, above its board until it is closed, with the way back to where it can be changed; and
 * what was found that may change its curves.
 */
export function ReadingNote() {
  const shown = useStore(({ view }) => view.saysReading && view.place === "board");
  const { inspection } = useAnswer();
  const line = useReadingLine();
  if (!shown || line === null) return null;
  const findings = inspection?.findings ?? [];
  const doubts = findings.filter(({ remedies }) => remedies.some((each) => "endpoint" in each || "patientId" in each));
  return (
    <>
      <ProblemNote tone="note" problem={problem("reading", line, "")} onClose={() => setView({ saysReading: false })}>
        <button type="button" onClick={() => setView({ place: "data" })}>
          Check or change it in Data
          {findings.length > 0 &&
            `, where ${counted(findings.length, "thing")} ${findings.length === 1 ? "was" : "were"} noticed`}
        </button>
      </ProblemNote>
      {doubts.map(({ code, message, hint }) => (
        <ProblemNote key={code + message} problem={problem(code, message, hint)}>
          <button type="button" onClick={() => setView({ place: "data" })}>
            Look at it in Data
          </button>
        </ProblemNote>
      ))}
    </>
  );
}
