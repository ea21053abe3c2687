import { rowsInWords } from "../lib/format";
import type { Problem } from "../lib/result";
import styles from "./ProblemNote.module.css";

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
        {problem.rows && !/\brows? \d/.test(problem.message) && <Rows rows={problem.rows} />}
      </p>
      {onClose && (
        <button type="button" data-look="plain" onClick={onClose} aria-label="Close this message">
          ×
        </button>
      )}
    </div>
  );
}

/** Ten row numbers, and all of them on request. */
export function Rows({ rows }: { rows: number[] }) {
  if (rows.length === 0) return null;
  if (rows.length <= 10) return <span className={styles.rows}> {rowsInWords(rows)}</span>;
  return (
    <details className={styles.rows}>
      <summary>{rowsInWords(rows)}</summary>
      {rows.join(", ")}
    </details>
  );
}
