import { rowsInWords } from "../lib/format";
import type { Problem } from "../lib/result";
import styles from "./ProblemNote.module.css";
import { showRows } from "./rows/showRows";

/** A sentence the user must hear, with the rows it is about and what to do. */
export function ProblemNote({
  problem,
  tone = "warn",
  onClose,
}: {
  problem: Problem;
  tone?: "note" | "warn" | "bad";
  onClose?: () => void;
}) {
  return (
    <div className={styles.note} data-tone={tone} role={tone === "bad" ? "alert" : undefined}>
      <p>
        <strong>{problem.message}</strong> {problem.hint}
        {problem.rows && <Rows rows={problem.rows} title={problem.message} />}
      </p>
      {onClose && (
        <button type="button" data-look="plain" onClick={onClose} aria-label="Close this message">
          ×
        </button>
      )}
    </div>
  );
}

/** A few row numbers; the rows themselves are one click away. */
export function Rows({
  rows,
  title,
  columns = [],
  join,
}: {
  rows: number[];
  title: string;
  columns?: string[];
  /** The join whose second file the rows are of. */
  join?: string;
}) {
  if (rows.length === 0) return null;
  return (
    <button
      type="button"
      data-look="plain"
      className={styles.rows}
      onClick={() => showRows(title, { of: "rows", rows, columns, join })}
    >
      show {rowsInWords(rows)}
    </button>
  );
}
