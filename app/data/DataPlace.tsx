"use client";

import { formatCount } from "../../lib/format";
import type { Reading } from "../../lib/table";
import { useAnswer } from "../analysis";
import { ProblemNote } from "../ProblemNote";
import { setView, useStore } from "../store";
import { ColumnTable } from "./ColumnTable";
import styles from "./DataPlace.module.css";
import { EarlierCutView } from "./EarlierCutView";
import { Endpoints } from "./Endpoints";
import { Joins } from "./Joins";
import { LedgerView } from "./LedgerView";
import { PatientChoices } from "./PatientChoices";
import { Questions } from "./Questions";

/** What the file says, how it is read, and who is left out. */
export function DataPlace() {
  const { answer } = useAnswer();
  const board = useStore((state) => state.board);
  const earlier = useStore((state) => state.earlierCut);
  if (!answer) return null;
  const { snapshot, summary } = answer;
  const open = snapshot.endpoints.filter(({ problem }) => problem !== null).length;
  return (
    <div className={styles.place}>
      <div className={styles.main}>
        {earlier && (
          <section className={styles.card}>
            <h1>Before and now</h1>
            <EarlierCutView answer={answer} />
          </section>
        )}
        <section className={styles.card}>
          <h1>Endpoints</h1>
          <p className="quiet">What happened to each patient, and when. Read from the columns; change anything.</p>
          <Endpoints board={board} views={snapshot.endpoints} summary={summary} />
        </section>
        <section className={styles.card}>
          <h1>Patients and groups</h1>
          <PatientChoices board={board} summary={summary} />
        </section>
        <section className={styles.card}>
          <h1>Second files</h1>
          <p className="quiet">
            Samples, mutations, laboratory values or follow-up of the same patients, joined by their id.
          </p>
          <Joins board={board} views={snapshot.joins} summary={summary} />
        </section>
        <section className={styles.card}>
          <h1>Columns</h1>
          <p className="quiet">
            {formatCount(summary.columns.length)} columns, {formatCount(summary.rows)} rows ·{" "}
            {readingInWords(summary.reading)}
          </p>
          <ColumnTable summary={summary} board={board} />
        </section>
      </div>
      <aside className={styles.side} aria-label="From file to curve">
        <h2>From file to curve</h2>
        {snapshot.problems.map((each) => (
          <ProblemNote key={each.code} problem={each} />
        ))}
        {snapshot.endpoints.length === 0 && (
          <p className="quiet">
            {formatCount(summary.rows)} rows are read. Set up an endpoint to see who is in its curve.
          </p>
        )}
        {snapshot.endpoints.map((endpoint) => (
          <div key={endpoint.id} className={styles.ledger}>
            <h3>{endpoint.label}</h3>
            {endpoint.ledger && <LedgerView ledger={endpoint.ledger} selected={null} />}
            {endpoint.problem && !snapshot.problems.includes(endpoint.problem) && (
              <ProblemNote problem={endpoint.problem} />
            )}
          </div>
        ))}
        {summary.questions.length > 0 && (
          <>
            <h2>Needs your answer</h2>
            <Questions questions={summary.questions} />
          </>
        )}
        {summary.notices.length > 0 && (
          <>
            <h2>Noticed</h2>
            {summary.notices.map((notice) => (
              <ProblemNote key={notice.code + notice.message} problem={notice} tone="note" />
            ))}
          </>
        )}
        {board.panels.length > 0 && (
          <button type="button" data-look="primary" onClick={() => setView({ place: "board" })}>
            {open > 0 ? "Show the board" : "Show curves"}
          </button>
        )}
      </aside>
    </div>
  );
}

const separators: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" };

function readingInWords({ format, packed, encoding, separator, decimal, sheet }: Reading): string {
  const unpacked = packed === "gzip" ? ", unpacked from gzip" : "";
  if (format === "workbook") return `workbook, sheet “${sheet}”`;
  if (format === "parquet") return "Parquet";
  const mark = decimal === "," ? "comma" : "point";
  return `${encoding}, separated by ${separators[separator] ?? separator}, decimal ${mark}${unpacked}`;
}
