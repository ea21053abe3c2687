"use client";

import { useEffect, useState } from "react";
import type { RowsShown } from "../../../lib/analysis/rowsBehind";
import type { Board } from "../../../lib/board/board";
import type { ChangedCell } from "../../../lib/cohort/changes/changedByRow";
import { isFlagged } from "../../../lib/cohort/groupable";
import { madeBy } from "../../../lib/cohort/madeBy";
import type { Finding } from "../../../lib/cohort/plausibility";
import type { ColumnSummary, TableSummary } from "../../../lib/cohort/tableSummary";
import { formatCount } from "../../../lib/format";
import { theClient, useAnswer } from "../../analysis";
import { CommittedNumber } from "../../controls/Committed";
import { Labeled } from "../../controls/Labeled";
import { useAttempt } from "../../failure/attempt";
import { FailureNote } from "../../failure/FailureNote";
import { withBlanksShown } from "../../rows/blanks";
import { CellButton, toNeighbor } from "../../rows/CellButton";
import { ColumnButton } from "./ColumnButton";
import { whyIdle } from "./columnWords";
import styles from "./FileRows.module.css";

const pageSize = 25;

/**
 * The rows of the file, a page at a time; cells that count as something else, and those that look wrong, are marked. A
 * click on a cell corrects it.
 */
export function FileRows({
  columns,
  summary,
  board,
  wrong,
}: {
  columns: ColumnSummary[];
  summary: TableSummary;
  board: Board;
  /** Rows from 1 and columns of what looks wrong. */
  wrong: readonly Pick<Finding, "rows" | "columns" | "message">[];
}) {
  const [from, setFrom] = useState(0);
  const names = columns.map(({ name }) => name);
  const start = Math.min(from, lastPage(summary.rows));
  const { rows, failed } = usePage(start, names, summary);
  const said = wrongCells(wrong);
  const firstOfFile = columns.find(({ name }) => madeBy(board, name) === null)?.name;
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table} aria-rowcount={summary.rows}>
          <thead>
            <tr>
              <th scope="col">
                Row <span className="quiet">· {summary.reading.format === "workbook" ? "sheet row" : "line"}</span>
              </th>
              {columns.map((column) => (
                <th key={column.name} scope="col" title={column.name} data-idle={whyIdle(column) !== null}>
                  {column.name}
                </th>
              ))}
            </tr>
            <tr>
              <td />
              {columns.map((column) => (
                <td key={column.name}>
                  <ColumnButton column={column} board={board} />
                  {isFlagged(board, column) && <span className={styles.flag}>not exported</span>}
                </td>
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={toNeighbor}>
            {rows.map(({ row, line, cells, changed }, place) => (
              <tr key={row}>
                <th scope="row">
                  {formatCount(row)} <span className="quiet">· {formatCount(line)}</span>
                </th>
                {columns.map((column, c) => {
                  const key = `${row - 1} ${column.name}`;
                  const cell = cells[c] ?? "";
                  const shown = <Cell cell={cell} changed={changed.find((each) => each.column === column.name)} />;
                  return (
                    <td
                      key={column.name}
                      data-number={column.kind === "number"}
                      data-idle={whyIdle(column) !== null}
                      data-wrong={said.has(key)}
                      title={said.get(key)}
                    >
                      {madeBy(board, column.name) !== null ? (
                        shown
                      ) : (
                        <CellButton row={row} column={column.name} first={place === 0 && column.name === firstOfFile}>
                          {shown}
                        </CellButton>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {failed && <FailureNote failed={failed} />}
      {summary.rows > pageSize && <Pages from={start} rows={rows} total={summary.rows} onFrom={setFrom} />}
    </>
  );
}

/** Where the last page begins. */
const lastPage = (total: number) => Math.max(0, Math.floor((total - 1) / pageSize) * pageSize);

/** The rows of a page as the last answer has them; the first ones of the file stand at once. */
function usePage(from: number, names: string[], summary: TableSummary) {
  const { answer } = useAnswer();
  const asked = JSON.stringify(names);
  const [shown, setShown] = useState<{ asked: string; rows: RowsShown["rows"] } | null>(null);
  const { failed, attempt } = useAttempt();
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each answer the rows may say something else
  useEffect(() => {
    let wanted = true;
    attempt("The rows cannot be shown", async () => {
      const columns: string[] = JSON.parse(asked);
      const stretch = { from, to: from + pageSize, width: columns.length };
      const behind = await theClient().rowsBehind({ of: "table", columns }, stretch);
      if (wanted && behind) setShown({ asked, rows: behind.rows });
    });
    return () => {
      wanted = false;
    };
  }, [from, asked, answer, attempt]);
  // Of other columns than those shown, or while nothing came yet.
  if (shown?.asked === asked) return { rows: shown.rows, failed };
  const places = new Map(summary.columns.map(({ name }, place) => [name, place]));
  const first = summary.firstRows.map((cells, row) => ({
    row: row + 1,
    line: summary.firstLines[row] ?? row + 1,
    cells: names.map((name) => cells[places.get(name) ?? -1] ?? ""),
    original: null,
    changed: [],
  }));
  return { rows: from === 0 ? first : [], failed };
}

/** Which rows are shown, and the ways to others. */
function Pages({
  from,
  rows,
  total,
  onFrom,
}: {
  from: number;
  rows: RowsShown["rows"];
  total: number;
  onFrom: (from: number) => void;
}) {
  const last = lastPage(total);
  return (
    <nav className={styles.pages} aria-label="Rows of the table">
      <button type="button" disabled={from === 0} onClick={() => onFrom(from - pageSize)}>
        Earlier rows
      </button>
      <span aria-live="polite">
        Rows {formatCount(rows[0]?.row ?? 0)} to {formatCount(rows.at(-1)?.row ?? 0)} of {formatCount(total)}
      </span>
      <button type="button" disabled={from >= last} onClick={() => onFrom(from + pageSize)}>
        Later rows
      </button>
      <Labeled label="Go to row" className={styles.goTo}>
        <CommittedNumber
          value={null}
          optional
          accepts={(row) => Number.isInteger(row) && row >= 1 && row <= total}
          onValue={(row) => row !== null && onFrom(Math.floor((row - 1) / pageSize) * pageSize)}
        />
      </Labeled>
    </nav>
  );
}

/** What is said of a cell, by its row from 0 and its column. */
const wrongCells = (wrong: readonly Pick<Finding, "rows" | "columns" | "message">[]) =>
  new Map<string, string>(
    wrong.flatMap(({ rows = [], columns = [], message }) =>
      rows.flatMap((row) => columns.map((column) => [`${row - 1} ${column}`, message] as const)),
    ),
  );

function Cell({ cell, changed }: { cell: string; changed: ChangedCell | undefined }) {
  if (changed === undefined) return cell === "" ? <span className={styles.empty}>empty</span> : cell;
  const shown = changed.from === "" ? "empty" : withBlanksShown(changed.from);
  const now = changed.kind === "corrected" ? cell : shown;
  return (
    <mark
      data-kind={changed.kind}
      title={`in the file: ${shown}; read as: ${changed.to === "" ? "missing" : changed.to}`}
    >
      {now === "" ? "missing" : now}
    </mark>
  );
}
