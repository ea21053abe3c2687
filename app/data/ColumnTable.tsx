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
  const shownRows = columns[0]?.firstCells.length ?? 0;
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
                <Kind column={column} rows={summary.rows} board={board} />
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: shownRows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the row number is what identifies a row
            <tr key={row}>
              {columns.map((column) => (
                <td key={column.name} data-number={column.kind === "number"}>
                  {column.firstCells[row] === "" ? <span className={styles.empty}>empty</span> : column.firstCells[row]}
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

const kinds = { number: "Number", category: "Category", date: "Date" };

function Kind({ column, rows, board }: { column: ColumnSummary; rows: number; board: Board }) {
  const { name, kind, distinct, missing, unparsed, range, identifying } = column;
  const present = rows - missing - unparsed;
  const said = board.columns.find((choice) => choice.name === name)?.identifying;
  const flagged = said ?? identifying !== null;
  return (
    <div className={styles.kind}>
      <span className={styles.badge}>
        {kind === "category" ? `${kinds[kind]} · ${formatCount(distinct ?? 0)}` : kinds[kind]}
      </span>
      <span className="quiet">{formatCount(present)} values</span>
      {range && (
        <span className="quiet">
          {range[0]} to {range[1]}
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
        title={identifying ? `Looks identifying by ${identifying}` : "Nothing identifying was found, which is no proof"}
      >
        <input type="checkbox" checked={flagged} onChange={() => setColumn(name, { identifying: !flagged })} />
        identifies
      </label>
    </div>
  );
}
