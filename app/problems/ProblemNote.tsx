import type { ReactNode } from "react";
import { rowsInWords } from "../../lib/format";
import type { Problem } from "../../lib/result";
import type { ReadingChoice, ReadingOptions } from "../../lib/table";
import { showRows } from "../rows/showRows";
import styles from "./ProblemNote.module.css";
import { ReadingChoices } from "./ReadingChoices";

/** A sentence the user must hear, with the rows it is about and what to do. */
export function ProblemNote({
  problem,
  tone = "warn",
  choices = [],
  onChoice = () => {},
  onClose,
  children,
}: {
  problem: Problem;
  tone?: "note" | "warn" | "bad";
  /** Other ways to read the file. */
  choices?: readonly ReadingChoice[];
  onChoice?: (options: ReadingOptions) => void;
  onClose?: () => void;
  /** What else can be done about it. */
  children?: ReactNode;
}) {
  return (
    <div className={styles.note} data-tone={tone} role={tone === "bad" ? "alert" : undefined}>
      <div>
        <p>
          <strong>{problem.message}</strong> {problem.hint}
          {problem.rows && (
            <Rows
              rows={problem.rows}
              title={problem.message}
              columns={problem.join && [problem.join.column]}
              join={problem.join?.id}
            />
          )}
        </p>
        {(choices.length > 0 || children) && (
          <div className={styles.actions}>
            {choices.length > 0 && <ReadingChoices choices={choices} onChoice={onChoice} />}
            {children}
          </div>
        )}
      </div>
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
    <button type="button" className={styles.rows} onClick={() => showRows(title, { of: "rows", rows, columns, join })}>
      {/\brows? \d/.test(title) ? "show rows" : `show ${rowsInWords(rows)}`}
    </button>
  );
}
