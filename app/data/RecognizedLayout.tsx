"use client";

import { useMemo } from "react";
import type { Board } from "../../lib/board/board";
import { recognize } from "../../lib/cohort/layouts";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { startPlain, takeProposal } from "../actions/proposal";
import { useStore } from "../store";
import styles from "./Endpoints.module.css";

/**
 * What the file was taken for, by what evidence, and what that took for granted; taken over or set aside with one
 * click.
 */
export function RecognizedLayout({ board, summary }: { board: Board; summary: TableSummary }) {
  const dataset = useStore((state) => state.dataset);
  const now = useMemo(() => recognize(summary), [summary]);
  if (dataset.state !== "ready" || dataset.example) return null;
  // A table that was spread by parameter no longer has the columns of its file.
  const recognized = board.edits.pivot ? dataset.layout : now;
  if (!recognized)
    return (
      <p className="quiet">
        No known layout: say below what happened to each patient, and when.
        {board.endpoints.length === 0 &&
          board.panels.length > 0 &&
          " The board shows already what needs no time: patients, responses or genes."}
      </p>
    );
  const times = new Set(board.endpoints.map(({ time }) => JSON.stringify({ ...time, unit: null })));
  const proposed = recognized.proposal.endpoints;
  const spread = proposed.length === 0;
  const taken = spread
    ? board.edits.pivot !== null
    : proposed.some(({ time }) => times.has(JSON.stringify({ ...time, unit: null })));
  return (
    <div className={styles.recognized}>
      <p>
        <strong>{recognized.label}</strong>: {recognized.evidence}.
      </p>
      {spread && !recognized.proposal.pivot ? null : taken && (spread || board.endpoints.length > 0) ? (
        <button type="button" data-look="plain" onClick={() => startPlain(summary)}>
          Start without it
        </button>
      ) : (
        <button type="button" onClick={() => takeProposal(summary, recognized)}>
          {spread ? "Read it so" : `Use ${proposed.map(({ label }) => label).join(", ")}`}
        </button>
      )}
      {taken &&
        recognized.proposal.notes?.map(({ code, message, hint }) => (
          <p key={code + message}>
            {message} {hint}
          </p>
        ))}
    </div>
  );
}
