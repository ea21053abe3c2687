import type { Finding, Remedy } from "../../lib/cohort/plausibility";
import { formatCount } from "../../lib/format";
import type { Notice } from "../../lib/table";
import { applyRemedy } from "../actions/columns";
import { showRows } from "../rows/showRows";
import { setView } from "../store";
import styles from "./Noticed.module.css";

/** What the ledger of changed cells or a finding tells with its rows is not told twice. */
const toldElsewhere = new Set([
  "label-variants",
  "blanks-trimmed",
  "missing-tokens",
  "decimal-comma",
  "thousands-separators",
  "percent-values",
]);

const shown = 6;

/**
 * What may be wrong, and what was noticed while reading: one line each, what to do about it one click away. Nothing
 * here blocks.
 */
export function Noticed({
  findings,
  notices,
  questions,
}: {
  findings: Finding[];
  notices: Notice[];
  /** Cells that are asked about are not told of as well. */
  questions: Notice[];
}) {
  const asked = new Set(questions.map(({ columns, count }) => JSON.stringify([columns, count])));
  const all: (Notice & { remedies?: Remedy[] })[] = [
    ...findings,
    ...notices.filter(
      ({ code, columns, count }) => !toldElsewhere.has(code) && !asked.has(JSON.stringify([columns, count])),
    ),
  ];
  if (all.length === 0) return null;
  const lines = all.map((notice) => <Line key={notice.code + notice.message} notice={notice} />);
  return (
    <section>
      <h2>Noticed</h2>
      <ul className={styles.list} data-testid="noticed">
        {lines.slice(0, shown)}
      </ul>
      {lines.length > shown && (
        <details className={styles.more}>
          <summary>{formatCount(lines.length - shown)} more</summary>
          <ul className={styles.list}>{lines.slice(shown)}</ul>
        </details>
      )}
    </section>
  );
}

function Line({ notice }: { notice: Notice & { remedies?: Remedy[] } }) {
  const { code, message, hint, rows, columns = [], remedies = [] } = notice;
  return (
    <li className={styles.line} data-code={code}>
      <details>
        <summary>{message}</summary>
        <p className="quiet">{hint}</p>
        <div className={styles.actions}>
          {remedies.map((remedy) => (
            <button key={remedy.label} type="button" onClick={() => applyRemedy(remedy)}>
              {remedy.label}
            </button>
          ))}
          {columns.length === 1 && (
            <button type="button" data-look="plain" onClick={() => setView({ column: columns[0] })}>
              Open the column
            </button>
          )}
        </div>
      </details>
      {rows && rows.length > 0 && (
        <button type="button" data-look="plain" onClick={() => showRows(message, { of: "rows", rows, columns })}>
          rows
        </button>
      )}
    </li>
  );
}
