import type { Change } from "../../lib/cohort/changes";
import { counted, formatCount } from "../../lib/format";
import { undoChange } from "../actions/columns";
import { withBlanksShown } from "../rows/blanks";
import { showRows } from "../rows/showRows";
import styles from "./Changes.module.css";

/** What was done to cells, with what takes it back; in the order the ledger lists them. */
const kinds: [Change["kind"], what: string, back: string][] = [
  ["corrected", "corrected by hand", "take back"],
  ["unreadable", "cannot be read in their column: count as missing", "make the column text"],
  ["missing", "read as missing", "it is a value"],
  ["merged", "merged into another spelling", "undo"],
  ["converted", "converted to another unit", "undo"],
  ["unmerged", "filled with the value they are merged with", "undo"],
  ["labelled", "read as the labels of their values", "leave the values"],
  ["filled", "filled from another row of the patient", "undo"],
  ["chosen", "replaced by that of another row of the patient", "undo"],
  ["other", "shown as one other level", "undo"],
  ["trimmed", "with blanks cut at the ends", "keep the blanks"],
  ["decimalComma", "with a decimal comma read as numbers", "make the column text"],
  ["thousands", "with marks between thousands read as numbers", "make the column text"],
  ["suffix", "with a unit or % read as numbers", "make the column text"],
  ["limit", "that only give a limit read as numbers", "leave them out"],
  ["footnote", "with the mark of a footnote read as numbers", "leave them out"],
  ["spelling", "written in another way read as numbers", "make the column text"],
  ["date", "read as dates", "make the column text"],
];

/** Every cell that counts as something else than what stands in the file. */
export function Changes({ changes }: { changes: Change[] }) {
  const groups = kinds.flatMap(([kind, what, back]) => {
    const lines = changes.filter((change) => change.kind === kind);
    return lines.length > 0 ? [{ kind, what, back, lines }] : [];
  });
  return (
    <section>
      <h2>Changed</h2>
      <ul className={styles.kinds} data-testid="changed">
        {groups.map(({ kind, what, back, lines }) => (
          <li key={kind} data-kind={kind}>
            <details>
              <summary>
                <span>
                  {counted(
                    lines.reduce((sum, { count }) => sum + count, 0),
                    "cell",
                  )}{" "}
                  {what}
                </span>
                <span className={styles.list}>list</span>
              </summary>
              <ul>
                {lines.map((change) => (
                  <Line key={change.id} change={change} what={what} back={back} />
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ change, what, back }: { change: Change; what: string; back: string }) {
  const { id, column, count, pairs, more, undo } = change;
  const title = `${column}: ${counted(count, "cell")} ${what}`;
  return (
    <li className={styles.line}>
      <div>
        <strong>{column}</strong> <span className="quiet">· {formatCount(count)}</span>
        <p className={styles.pairs}>
          {pairs.map(({ from, to, count: times }) => (
            <span key={`${from}→${to}`}>
              <mark>{from === "" ? "empty" : withBlanksShown(from)}</mark> → {to === "" ? "missing" : to}
              {times > 1 && <span className="quiet"> ×{formatCount(times)}</span>}
            </span>
          ))}
          {more > 0 && <span className="quiet">and {formatCount(more)} more</span>}
        </p>
      </div>
      <div className={styles.actions}>
        <button type="button" data-look="plain" onClick={() => showRows(title, { of: "change", id })}>
          rows
        </button>
        {undo && (
          <button type="button" data-look="plain" onClick={() => undoChange(change)}>
            {back}
          </button>
        )}
      </div>
    </li>
  );
}
