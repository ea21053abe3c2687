"use client";

import type { Board } from "../../lib/board/board";
import { columnsOfTime } from "../../lib/cohort/endpointTime";
import type { Inspection } from "../../lib/cohort/inspect";
import { formatCount } from "../../lib/format";
import type { Answer } from "../../lib/worker/clientState";
import { forgetCorrections } from "../actions/columns";
import { ProblemNote } from "../problems/ProblemNote";
import { setView } from "../store";
import { Changes } from "./Changes";
import styles from "./DataPlace.module.css";
import { FilterLine } from "./FilterLine";
import { LedgerView } from "./LedgerView";

/**
 * Who is in each curve and why others are not, and which cells were changed.
 */
export function DataSide({
  answer,
  inspection,
  board,
}: {
  answer: Answer;
  inspection: Inspection | null;
  board: Board;
}) {
  const { snapshot, summary } = answer;
  const open = snapshot.endpoints.filter(({ problem }) => problem !== null).length;
  return (
    <aside className={styles.side} aria-label="From file to curve">
      <h2>From file to curve</h2>
      {snapshot.endpoints.length === 0 && (
        <p className="quiet">
          {formatCount(summary.rows)} rows are read. Set up an endpoint to see who is in its curve.
        </p>
      )}
      {snapshot.endpoints.map((endpoint) => (
        <div key={endpoint.id} className={styles.ledger}>
          <h3>{endpoint.label}</h3>
          {endpoint.ledger && (
            <LedgerView ledger={endpoint.ledger} selected={null} columns={columnsOf(board, endpoint.id)} />
          )}
          {endpoint.notices.map((each) => (
            <ProblemNote key={each.code} problem={each} />
          ))}
        </div>
      ))}
      <FilterLine answer={answer} />
      {snapshot.problems
        .filter(({ code }) => code === "corrections-do-not-fit")
        .map((each) => (
          <ProblemNote key={each.message} problem={each}>
            <button type="button" onClick={() => forgetCorrections(snapshot.unfit)}>
              Forget these corrections
            </button>
          </ProblemNote>
        ))}
      {board.panels.length > 0 && (
        <button type="button" data-look="primary" onClick={() => setView({ place: "board" })}>
          {open > 0 || snapshot.endpoints.length === 0 ? "Show the board" : "Show curves"}
        </button>
      )}
      {inspection && inspection.changes.length > 0 && <Changes changes={inspection.changes} />}
    </aside>
  );
}

function columnsOf(board: Board, id: string): string[] {
  const endpoint = board.endpoints.find((each) => each.id === id);
  if (!endpoint) return [];
  const { time, event, weight } = endpoint;
  return [...columnsOfTime(time), ...(event ? [event.column] : []), ...(weight ? [weight.column] : [])];
}
