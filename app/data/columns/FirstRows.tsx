"use client";

import type { Board } from "../../../lib/board/board";
import { isFlagged } from "../../../lib/cohort/groupable";
import type { Inspection } from "../../../lib/cohort/inspect";
import type { ColumnSummary, TableSummary } from "../../../lib/cohort/tableSummary";
import { withBlanksShown } from "../../rows/blanks";
import { ColumnButton } from "./ColumnButton";
import { whyIdle } from "./columnWords";
import styles from "./FirstRows.module.css";

/** The first rows as the file has them; cells that count as something else are marked. */
export function FirstRows({
  columns,
  summary,
  board,
  changed,
}: {
  columns: ColumnSummary[];
  summary: TableSummary;
  board: Board;
  changed: Inspection["firstChanged"];
}) {
  const places = new Map(summary.columns.map(({ name }, place) => [name, place]));
  const originals = new Map(changed.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" title={column.name} data-idle={whyIdle(column) !== null}>
                {column.name}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map((column) => (
              <td key={column.name}>
                <ColumnButton column={column} board={board} />
                {isFlagged(board, column) && <span className={styles.flag}>not exported</span>}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {summary.firstRows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the row number is what identifies a row
            <tr key={row}>
              {columns.map((column) => (
                <td key={column.name} data-number={column.kind === "number"} data-idle={whyIdle(column) !== null}>
                  <Cell
                    cell={cells[places.get(column.name) ?? -1] ?? ""}
                    changed={originals.get(`${row} ${column.name}`)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, changed }: { cell: string; changed: Inspection["firstChanged"][number] | undefined }) {
  if (changed === undefined) return cell === "" ? <span className={styles.empty}>empty</span> : cell;
  const shown = changed.from === "" ? "empty" : withBlanksShown(changed.from);
  return <mark title={`in the file: ${shown}; read as: ${changed.to === "" ? "missing" : changed.to}`}>{shown}</mark>;
}
