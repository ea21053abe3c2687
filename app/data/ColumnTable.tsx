"use client";

import type { Board } from "../../lib/board/board";
import type { ColumnSummary, TableSummary } from "../../lib/cohort/tableSummary";
import { formatCount } from "../../lib/format";
import { setColumn } from "../actions/mapping";
import styles from "./ColumnTable.module.css";

const mostShown = 200;

/** Each column with its kind, counts and first rows; the header stays while the rows scroll. */
export function ColumnTable({ summary, board }: { summary: TableSummary; board: Board }) {
  const columns = summary.columns.slice(0, mostShown);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" title={column.name}>
                {column.name}
              </th>
            ))}
          </tr>
          <tr className={styles.kinds}>
            {columns.map((column) => (
              <td key={column.name}>
                <Kind column={column} board={board} />
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {summary.firstRows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the row number is what identifies a row
            <tr key={row}>
              {columns.map((column, index) => (
                <td key={column.name} data-number={column.kind === "number"}>
                  {cells[index] === "" ? <span className={styles.empty}>empty</span> : cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {summary.columns.length > mostShown && (
        <p className="quiet">
          The first {mostShown} of {formatCount(summary.columns.length)} columns are shown; all of them can be chosen in
          the lists.
        </p>
      )}
    </div>
  );
}

const kinds: Record<ColumnSummary["kind"], string> = { number: "Number", category: "Category", date: "Date" };

/** What a column is, how full it is, and whether it identifies patients; kind and flag are the user's to change. */
function Kind({ column, board }: { column: ColumnSummary; board: Board }) {
  const { name, kind, distinct, valid, missing, unparsed, min, max, identifying } = column;
  const flagged = board.columns.find((choice) => choice.name === name)?.identifying ?? identifying !== null;
  return (
    <div className={styles.kind}>
      <select
        aria-label={`Kind of ${name}`}
        value={kind}
        onChange={({ target }) => setColumn(name, { kind: target.value as ColumnSummary["kind"] })}
      >
        {Object.entries(kinds).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <span className="quiet">
        {formatCount(valid)} values
        {kind === "category" && distinct !== null && `, ${formatCount(distinct)} different`}
      </span>
      {min !== null && (
        <span className="quiet">
          {min} to {max}
        </span>
      )}
      {missing > 0 && <span className={styles.warn}>{formatCount(missing)} missing</span>}
      {unparsed > 0 && (
        <span className={styles.warn}>
          {formatCount(unparsed)} not a {kind}
        </span>
      )}
      <label
        className={styles.identifying}
        title={
          identifying
            ? `Looks identifying by ${identifying}: its values are not saved with the settings`
            : "Nothing identifying was found, which is no proof"
        }
      >
        <input type="checkbox" checked={flagged} onChange={() => setColumn(name, { identifying: !flagged })} />
        identifies
      </label>
    </div>
  );
}
